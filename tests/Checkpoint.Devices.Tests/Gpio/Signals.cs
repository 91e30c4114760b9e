using Checkpoint.Signals;

namespace Checkpoint.Devices.Gpio;

/// <summary>Signals with the rhythms of the gate's own table.</summary>
static class Signals
{
    public static Signal Welcome { get; } = Make(SignalKind.Welcome, LightColour.White, 100, 1_900, TonePattern.Silent);

    public static Signal Admit { get; } = Make(SignalKind.Admit, LightColour.Green, 1_000, 0, Tone(200, 0, 1));

    public static Signal Recheck { get; } = Make(SignalKind.Recheck, LightColour.Amber, 500, 500, Tone(150, 150, 2));

    public static Signal Hold { get; } = Make(SignalKind.Hold, LightColour.Red, 250, 750, Tone(500, 200, 2));

    /// <summary>Steady light of a colour, and silence.</summary>
    public static Signal Steady(LightColour colour) => Make(SignalKind.Welcome, colour, 1_000, 0, TonePattern.Silent);

    static Signal Make(SignalKind kind, LightColour colour, int on, int off, TonePattern tone) =>
        new(kind, new(colour, TimeSpan.FromMilliseconds(on), TimeSpan.FromMilliseconds(off), 0), tone, new("", ""));

    static TonePattern Tone(int on, int off, int count) => new(TimeSpan.FromMilliseconds(on), TimeSpan.FromMilliseconds(off), count);
}
