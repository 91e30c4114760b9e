using Checkpoint.Devices;
using Checkpoint.Passages;
using Checkpoint.Policies;
using Checkpoint.Signals;

namespace Checkpoint.Edge.Operations.DeviceParts;

/// <summary>What only a person can test: shows every signal, and says what is pressed and broken.</summary>
static class HandTest
{
    static readonly TimeSpan PerSignal = TimeSpan.FromSeconds(3);
    static readonly TimeSpan ForHands = TimeSpan.FromSeconds(30);

    /// <summary>Every kind of verdict once, the gate free in the end.</summary>
    static IEnumerable<Signal> Signals =>
    [
        SignalTable.For(new Prompt.Welcome(), _ => ""),
        SignalTable.For(new Decision(Verdict.Admit, Reason.AllInOrder)),
        SignalTable.For(new Decision(Verdict.Recheck, Reason.TemperatureHigh)),
        SignalTable.For(new Decision(Verdict.Hold, Reason.NoPhone)),
        SignalTable.For(new Decision(Verdict.Hold, Reason.SkinCold)),
        SignalTable.For(new Decision(Verdict.Hold, Reason.TemperatureStillHigh)),
        SignalTable.For(new Decision(Verdict.Hold, Reason.BadSignature)),
        SignalTable.For(new Decision(Verdict.TurnBack, Reason.PassExpired)),
        SignalTable.NotRecorded,
        SignalTable.For(new Prompt.Free(), _ => ""),
    ];

    /// <summary>Runs it.</summary>
    public static async Task RunAsync(DeviceSet devices, TextWriter output, CancellationToken cancel)
    {
        await output.WriteLineAsync("看灯、听声 Look at the light and listen:");
        foreach (var signal in Signals)
        {
            await output.WriteLineAsync($"  {signal.Light.Colour}  {signal.Words.Chinese}  {signal.Words.English}");
            devices.Indicator.Show(signal);
            devices.Speaker.Say(signal.Phrase);
            await Task.Delay(PerSignal, devices.Clock, cancel);
        }

        await output.WriteLineAsync("30 秒内按各键、走过感应器 Within 30 s press each button and walk past the sensor:");
        using var hands = new CancellationTokenSource(ForHands, devices.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(hands.Token, cancel);
        await Task.WhenAll(
            TellAsync(devices.Panel.WatchAsync(either.Token), action => $"  按键 button: {action.GetType().Name}", output),
            TellAsync(devices.Presence.WatchAsync(either.Token), Words, output));
        cancel.ThrowIfCancellationRequested();
    }

    static string Words(PresenceEdge edge) => edge.Present ? $"  有人 somebody there ({edge.Direction})" : "  人已走 gone";

    static async Task TellAsync<T>(IAsyncEnumerable<T> happenings, Func<T, string> words, TextWriter output)
    {
        try
        {
            await foreach (var happening in happenings)
                await output.WriteLineAsync(words(happening));
        }
        catch (OperationCanceledException)
        {
            // Time is up.
        }
    }
}
