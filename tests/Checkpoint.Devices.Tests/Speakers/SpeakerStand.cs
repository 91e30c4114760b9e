using Checkpoint.Testing;

namespace Checkpoint.Devices.Speakers;

/// <summary>A loudspeaker that somebody listens to, and can hold still or unplug.</summary>
abstract class SpeakerStand : IAsyncDisposable
{
    readonly TemporaryFolder folder = new();

    protected SpeakerStand()
    {
        SoundPrograms.Need(EspeakNg.Program, Aplay.Program);
        Directory.CreateDirectory(Packs);
    }

    /// <summary>Where its voice packs are.</summary>
    public string Packs => folder.File("voices");

    /// <summary>What repetition and back-off go by.</summary>
    public ManualClock Clock { get; } = new(DateTimeOffset.UnixEpoch);

    /// <summary>The loudspeaker: plugged in, as loud as recorded.</summary>
    public Speaker Speaker { get => field ??= Open(); private set; }

    protected string Folder => folder.Path;

    /// <summary>Where it is heard.</summary>
    protected abstract ISoundSink Sink { get; }

    /// <summary>Waits until it plays, and keeps what it plays from coming to its end.</summary>
    public abstract Task HoldAsync(CancellationToken cancel);

    /// <summary>The next sounds come to their end.</summary>
    public abstract void LetGo();

    /// <summary>Pulls its plug, or puts it in again.</summary>
    public abstract void Unplug(bool isUnplugged);

    /// <summary>The sounds up to now, in order, as far as they were played; silence may follow.</summary>
    public abstract IReadOnlyList<byte[]> Heard();

    /// <summary>Waits until a speech has come to its end.</summary>
    public abstract Task<T> EndAsync<T>(Task<T> speech, CancellationToken cancel);

    /// <summary>Waits until the prompt that was said last has come to its end.</summary>
    public Task SaidAsync(CancellationToken cancel) => EndAsync(WaitAsync(cancel), cancel);

    public virtual async ValueTask DisposeAsync()
    {
        await Speaker.DisposeAsync();
        folder.Dispose();
    }

    async Task<bool> WaitAsync(CancellationToken cancel)
    {
        await Eventually.HoldsAsync(() => !Speaker.IsPrompting, "the prompt is said", cancel);
        return true;
    }

    Speaker Open()
    {
        var options = new SpeakerOptions { Kind = SpeakerKind.Alsa, Packs = Packs, Volume = 100 };
        return new(new(options, new(options.WordsPerMinute, TimeProvider.System), Clock), Sink, options.Volume, Clock);
    }
}
