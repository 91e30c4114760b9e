using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Policies;
using Checkpoint.Sensing;

namespace Checkpoint.Lab.Bench;

/// <summary>Times the input that decides a passage: the last of the samples, through the machine and the policy.</summary>
static class DecisionBench
{
    const int WarmUp = 500;

    /// <summary>Runs ordinary passages through the machine.</summary>
    public static Quantiles Run(int passages)
    {
        var policy = new Policy();
        var machine = new PassageMachine(policy, new());
        var state = GateState.Start;
        var at = TimeSpan.Zero;
        var times = new List<TimeSpan>(passages);
        for (var i = 0; i < WarmUp + passages; i++)
        {
            at += TimeSpan.FromSeconds(1);
            state = machine.Advance(state, new PassageInput.Arrived(at, Direction.Entry)).Next;
            state = machine.Advance(state, new PassageInput.CodeShown(at, new((ulong)i), new(CodeOutcome.Valid))).Next;
            var sample = new PassageInput.Sampled(at, new ThermometerReading.Measured(SurfaceTemperature.FromHundredths(36_50)));
            for (var n = 1; n < policy.Sampling.Samples; n++)
                state = machine.Advance(state, sample).Next;

            var started = TimeProvider.System.GetTimestamp();
            var step = machine.Advance(state, sample);
            var took = TimeProvider.System.GetElapsedTime(started);
            if (step.Effects is not [PassageEffect.Register])
                throw new InvalidOperationException("The last sample did not decide the passage.");
            if (i >= WarmUp)
                times.Add(took);
            state = machine.Advance(step.Next, new PassageInput.Left(at)).Next;
        }

        return Quantiles.Of(times);
    }
}
