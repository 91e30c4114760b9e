namespace Checkpoint.Hosting.Mqtt;

/// <summary>How a session ended, and what may still be tried in its place.</summary>
/// <param name="Reason">For people.</param>
/// <param name="TakenOver">Another client came with the same identity.</param>
/// <param name="Next">What to try next within the same call to <see cref="IMqttLink.Connect"/>.</param>
sealed record SessionEnd(string Reason, bool TakenOver = false, NextTry Next = NextTry.Nothing)
{
    /// <summary>The broker, or whoever holds the line to it, sent what no broker sends.</summary>
    public bool IsHostile { get; init; }
}
