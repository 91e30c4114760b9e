using Checkpoint.Lab.Bench;

namespace Checkpoint.Lab.Qr;

/// <summary>Times a frame took, with the bare library and with ours.</summary>
sealed class QrTimes
{
    readonly List<TimeSpan> bare = [];
    readonly List<TimeSpan> ours = [];

    /// <summary>Frames timed.</summary>
    public int Count => bare.Count;

    /// <summary>Mean of ours over mean of the bare library's.</summary>
    public double Ratio => ours.Average(t => t.TotalMilliseconds) / bare.Average(t => t.TotalMilliseconds);

    /// <summary>Notes a frame of the bare library.</summary>
    public void AddBare(TimeSpan time) => bare.Add(time);

    /// <summary>Notes a frame of ours.</summary>
    public void AddOurs(TimeSpan time) => ours.Add(time);

    /// <inheritdoc/>
    public override string ToString() => Count == 0 ? "no frames" : $"bare {Quantiles.Of(bare)}; ours {Quantiles.Of(ours)}";
}
