using System.Collections.Concurrent;
using Checkpoint.Devices;
using Checkpoint.Signals.Speaking;

namespace Checkpoint.Edge;

/// <summary>A loudspeaker that writes down what it is given, and has said everything at once.</summary>
sealed class RecordedSpeaker : ISpeaker
{
    readonly ConcurrentQueue<Speech> said = new();

    /// <summary>How what is played ends.</summary>
    public SpeechEnd End { get; set; } = SpeechEnd.Whole;

    /// <summary>What it was given, in order.</summary>
    public IReadOnlyList<Speech> Said => [.. said];

    /// <summary>Told of each.</summary>
    public Action<Speech> Saying { get; init; } = _ => { };

    public void Say(Phrase phrase) => Take(new Speech.Fixed(phrase));

    public Task<SpeechEnd> PlayAsync(Speech speech, CancellationToken cancel)
    {
        Take(speech);
        return Task.FromResult(End);
    }

    void Take(Speech speech)
    {
        said.Enqueue(speech);
        Saying(speech);
    }
}
