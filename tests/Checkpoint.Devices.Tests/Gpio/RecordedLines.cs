namespace Checkpoint.Devices.Gpio;

/// <summary>Lines that write down what was on, and can be pulled out.</summary>
sealed class RecordedLines(Func<TimeSpan> now)
{
    readonly List<(int Ms, IndicatorLines On)> changes = [];

    /// <summary>Whether they can be used.</summary>
    public bool IsBroken { get; set; }

    /// <summary>How often they were asked for.</summary>
    public int Openings { get; private set; }

    /// <summary>How many hold them.</summary>
    public int Holders { get; private set; }

    /// <summary>What went on or off, and when, in milliseconds.</summary>
    public IReadOnlyList<(int Ms, IndicatorLines On)> Changes => changes;

    int Ms => (int)now().TotalMilliseconds;

    public IOutputLines Open(IndicatorLines on)
    {
        Openings++;
        var taken = new Taken(this);
        taken.Set(on);
        Holders++;
        return taken;
    }

    sealed class Taken(RecordedLines all) : IOutputLines
    {
        public void Set(IndicatorLines on)
        {
            if (all.IsBroken)
                throw new IOException("The GPIO chip is gone.");
            all.changes.Add((all.Ms, on));
        }

        public void Dispose() => all.Holders--;
    }
}
