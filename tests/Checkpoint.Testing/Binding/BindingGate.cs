using System.Collections.Immutable;
using Checkpoint.Passages;
using Checkpoint.Sensing;
using Checkpoint.Sensing.Sampling;

namespace Checkpoint.Testing.Binding;

/// <summary>The machine of one run, and a judge of every record that it makes.</summary>
/// <param name="advance">The machine.</param>
/// <param name="marks">What a recorded surface looked like to the thermometer.</param>
/// <param name="tally">What is counted.</param>
/// <param name="trace">What happens, in words; null if nobody asks.</param>
sealed class BindingGate(Func<GateState, PassageInput, PassageStep> advance, FaceMarks marks, BindingTally tally, List<string>? trace)
{
    GateState state = GateState.Start;

    /// <summary>The first wrong binding in words, or null.</summary>
    public string? Wrong { get; private set; }

    /// <summary>Whether something is known of whoever is checked.</summary>
    public bool HasFacts => state.Passage.Somebody is { HasFacts: true };

    /// <summary>What is around the thermometer.</summary>
    public void Surround(Surroundings surroundings) => state = state with { Surroundings = surroundings };

    /// <summary>Something happens.</summary>
    public void Take(PassageInput input)
    {
        var before = state;
        var step = advance(before, input);
        state = step.Next;
        tally.Told();
        trace?.Add(Words(input));
        foreach (var effect in step.Effects)
        {
            if (effect is PassageEffect.Register { Record: { Occupancy: null } record })
                Judge(record, SamplesOf(before, input));
        }
    }

    void Judge(PassageRecord record, ImmutableArray<TimedSurface> samples)
    {
        tally.Count(record);
        var code = BindingPerson.WhoseCode(record.Facts.Code);
        var measured = record.Facts.Temperature as TemperatureCheck.Measured;
        trace?.Add($"    record {record.Number}: code {Name(code)}, face {(measured is null ? "-" : Name(FaceOf(measured)))}, {record.Decision.Verdict} {record.Decision.Main}");
        if (code is null || measured is null)
            return;

        var finding = FaceOf(measured) != code ? BindingFinding.Wrong
            : samples.Any(sample => BindingPerson.WhoseFace(sample.Surface.Hundredths) != code) ? BindingFinding.Tainted
            : BindingFinding.Right;
        tally.CountBound(record, finding);
        if (finding != BindingFinding.Right)
            Wrong ??= $"{finding}: {Name(code)}'s code beside a face of {Name(FaceOf(measured))}, {record.Decision.Verdict}";
    }

    int? FaceOf(TemperatureCheck.Measured measured) => BindingPerson.WhoseFace(marks.SeenAs(measured.Surface));

    // What a temperature in a record of this input was made of.
    static ImmutableArray<TimedSurface> SamplesOf(GateState before, PassageInput input)
    {
        if (before.Passage.Somebody is not { } who)
            return [];
        var segment = input is PassageInput.Sampled sampled && who.Temperature is null ? who.Segment.Add(sampled.At, sampled.Reading) : who.Segment;
        return segment.Samples;
    }

    static string Name(int? person) => person switch { 0 => "A", 1 => "B", _ => "nobody" };

    static string Words(PassageInput input) => $"{input.At.TotalSeconds,9:0.000} " + input switch
    {
        PassageInput.CodeShown shown => $"code of {Name(BindingPerson.WhoseCode(shown.Code))}, {shown.Code.Outcome}",
        PassageInput.Sampled { Reading: ThermometerReading.Measured seen } => $"face of {Name(BindingPerson.WhoseFace(seen.Surface.Hundredths))}, {seen.Surface}",
        PassageInput.Operated pressed => pressed.Action.ToString(),
        _ => input.GetType().Name,
    };
}
