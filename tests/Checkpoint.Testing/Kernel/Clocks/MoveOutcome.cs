namespace Checkpoint.Testing.Kernel.Clocks;

/// <summary>What came of one step.</summary>
/// <param name="Move">The step.</param>
/// <param name="Kernel">How far the kernel's clock is from the truth then.</param>
/// <param name="Gate">How far the gate's time is from it.</param>
/// <param name="Quality">How far the gate trusts its time.</param>
/// <param name="Waited">How long the next two decisions took.</param>
/// <param name="Confirmed">How long until the hub had confirmed them.</param>
/// <param name="SlowestAnswer">The slowest answer of the box meanwhile.</param>
/// <param name="Problems">What is not as it should be.</param>
public sealed record MoveOutcome(
    PlannedMove Move,
    TimeSpan Kernel,
    TimeSpan Gate,
    string Quality,
    TimeSpan Waited,
    TimeSpan Confirmed,
    TimeSpan SlowestAnswer,
    IReadOnlyList<string> Problems)
{
    /// <summary>Whether everything is as it should be.</summary>
    public bool IsGood => Problems.Count == 0;

    /// <summary>One line.</summary>
    public string Line => FormattableString.Invariant(
        $"#{Move.Number,-3}{(Move.IsAnswered ? "answered" : "unknown"),-9} {Move.Zone,-14}{Move.Words,-22}: kernel {Span(Kernel)}, gate {Span(Gate)} {Quality}; two lights in {Waited.TotalSeconds:0.0} s, confirmed {Confirmed.TotalSeconds:0.0} s later, slowest answer {SlowestAnswer.TotalMilliseconds:0} ms{string.Concat(Problems.Select(problem => $"; {problem}"))}");

    // Days above a day: the eye counts them better.
    static string Span(TimeSpan span) => span.Duration() > TimeSpan.FromDays(1)
        ? FormattableString.Invariant($"{span.TotalDays:+0;-0} d")
        : FormattableString.Invariant($"{span.TotalSeconds:+0.0;-0.0;0.0} s");
}
