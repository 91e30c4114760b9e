using System.Collections.Immutable;
using Checkpoint.Devices.Connected;

namespace Checkpoint.Devices.Speakers;

/// <summary>Puts a loudspeaker together.</summary>
static class SpeakerDevices
{
    /// <summary>Makes the loudspeaker that the options name; null if there is none.</summary>
    /// <param name="options">Which, and who speaks.</param>
    /// <param name="sink">Where it is heard.</param>
    /// <param name="clock">What it goes by.</param>
    /// <param name="real">Real time, which the program that reads texts needs however fast the gate's goes.</param>
    public static Speaker? Open(SpeakerOptions options, ISoundSink sink, TimeProvider clock, TimeProvider real) => options.Kind == SpeakerKind.None
        ? null
        : new(new(options, new(options.WordsPerMinute, real), clock), sink, options.Volume, clock);

    /// <summary>How it and its voices do.</summary>
    public static ImmutableArray<GateLines> SoundOf(Speaker? speaker) =>
        speaker is null ? [] : [new("loudspeaker", speaker.Faults), new("voices", speaker.VoiceFaults)];
}
