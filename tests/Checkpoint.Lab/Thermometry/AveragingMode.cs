namespace Checkpoint.Lab.Thermometry;

/// <summary>
/// The screening mode of a well-known thermograph, by its manual: the last ten samples without the highest and the lowest are averaged,
/// and whoever is 1.0 °C over that is an alarm. An alarm is no sample; the first person sets the average.
/// </summary>
static class AveragingMode
{
    const int Samples = 10;
    const double Allowed = 1.0;

    /// <summary>Whether each person is an alarm, in the order they come.</summary>
    public static IReadOnlyList<bool> Alarms(IReadOnlyList<double> surfaces)
    {
        var kept = new Queue<double>();
        var alarms = new List<bool>();
        foreach (var surface in surfaces)
        {
            var alarm = kept.Count > 0 && surface >= Average(kept) + Allowed;
            alarms.Add(alarm);
            if (alarm)
                continue;
            kept.Enqueue(surface);
            if (kept.Count > Samples)
                _ = kept.Dequeue();
        }

        return alarms;
    }

    static double Average(Queue<double> kept) =>
        kept.Count < 3 ? kept.Average() : (kept.Sum() - kept.Max() - kept.Min()) / (kept.Count - 2);
}
