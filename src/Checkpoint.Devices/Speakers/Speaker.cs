using System.Threading.Channels;
using Checkpoint.Devices.Gpio;
using Checkpoint.Signals.Speaking;

namespace Checkpoint.Devices.Speakers;

/// <summary>
/// A loudspeaker, on a loop of its own: nobody who has something said waits for it. Never throws into the gate; a card that is missing, taken or
/// lost is counted, and tried again by the first prompt after a back-off. Thread-safe.
/// </summary>
sealed class Speaker : ISpeaker, IAsyncDisposable
{
    /// <summary>Speeches that wait for their turn; a newer one takes the place of an older one, which is about a light that is gone.</summary>
    public const int QueueLength = 1;

    readonly Lock gate = new();
    readonly Channel<SpeechTurn> queue = Channel.CreateBounded<SpeechTurn>(
        new BoundedChannelOptions(QueueLength) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
        dropped => dropped.End(SpeechEnd.Cut));

    readonly VoiceShelf voices;
    readonly ISoundSink sink;
    readonly int volume;
    readonly TimeProvider clock;
    readonly long start;
    readonly Task playing;
    SpeechState state;
    SpeechTurn? newest;
    TimeSpan retryAt;

    /// <summary>Nothing is said and nothing opened before something is to be said.</summary>
    /// <param name="voices">Who speaks.</param>
    /// <param name="sink">Where it is heard.</param>
    /// <param name="volume">How loud, 0 … 100.</param>
    /// <param name="clock">What repetition and back-off go by.</param>
    public Speaker(VoiceShelf voices, ISoundSink sink, int volume, TimeProvider clock)
    {
        (this.voices, this.sink, this.volume, this.clock) = (voices, sink, volume, clock);
        start = clock.GetTimestamp();
        playing = Task.Run(PlayAllAsync);
    }

    /// <summary>What failed of the loudspeaker.</summary>
    public LineFaults Faults { get; } = new();

    /// <summary>What failed of the voices.</summary>
    public LineFaults VoiceFaults => voices.Faults;

    /// <summary>Whether a prompt waits or is being said.</summary>
    internal bool IsPrompting
    {
        get
        {
            lock (gate)
                return state.IsPrompting;
        }
    }

    TimeSpan Now => clock.GetElapsedTime(start);

    /// <inheritdoc/>
    public void Say(Phrase phrase)
    {
        lock (gate)
        {
            if (!SpeechRule.IsSaid(state, phrase, Now))
                return;
            state = new(phrase, Now, IsPrompting: true);
            Begin(new(new Speech.Fixed(phrase)));
        }
    }

    /// <inheritdoc/>
    public async Task<SpeechEnd> PlayAsync(Speech speech, CancellationToken cancel)
    {
        var turn = new SpeechTurn(speech);
        lock (gate)
        {
            if (state.IsPrompting)
                return SpeechEnd.Cut;
            Begin(turn);
        }

        await using var cutting = cancel.Register(turn.Cut);
        return await turn.Ended;
    }

    /// <summary>Falls silent, and lets go of the loudspeaker.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (gate)
        {
            queue.Writer.TryComplete();
            newest?.Cut();
        }

        await playing;
    }

    void Begin(SpeechTurn turn)
    {
        newest?.Cut();
        newest = turn;
        if (!queue.Writer.TryWrite(turn))
            turn.End(SpeechEnd.Cut); // closed
    }

    async Task PlayAllAsync()
    {
        await foreach (var turn in queue.Reader.ReadAllAsync(CancellationToken.None))
        {
            var end = await PlayAsync(turn);
            lock (gate)
                state = state with { IsPrompting = state.IsPrompting && newest != turn };
            turn.End(end);
        }
    }

    async Task<SpeechEnd> PlayAsync(SpeechTurn turn)
    {
        if (turn.CutOff.IsCompleted)
            return SpeechEnd.Cut;
        using var cutting = new CancellationTokenSource();
        var saying = SayAsync(turn.Speech, cutting.Token);
        if (await Task.WhenAny(saying, turn.CutOff) != saying)
            await cutting.CancelAsync();
        return await saying;
    }

    async Task<SpeechEnd> SayAsync(Speech speech, CancellationToken cancel)
    {
        if (Now < retryAt)
            return SpeechEnd.Silent;
        try
        {
            if (await voices.FindAsync(speech, cancel) is not { } clip)
                return SpeechEnd.Silent;
            await sink.PlayAsync(Loudness.At(clip, volume), cancel);
            Faults.Clear();
            return SpeechEnd.Whole;
        }
        catch (OperationCanceledException)
        {
            return SpeechEnd.Cut;
        }
        catch (IOException error)
        {
            retryAt = Now + Faults.Add(error);
            return SpeechEnd.Silent;
        }
    }
}
