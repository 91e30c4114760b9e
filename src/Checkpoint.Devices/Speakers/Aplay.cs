using System.Globalization;
using Checkpoint.Devices.Processes;

namespace Checkpoint.Devices.Speakers;

/// <summary>A sound card of the kernel's, through <c>aplay</c> of alsa-utils (aplay(1)). A sound is cut off by ending the program.</summary>
/// <param name="device">ALSA's name of the card.</param>
/// <param name="clock">What its patience goes by.</param>
/// <param name="program">The program.</param>
sealed class Aplay(string device, TimeProvider clock, string program = Aplay.Program) : ISoundSink
{
    /// <summary>The program.</summary>
    public const string Program = "aplay";

    /// <summary>How much longer than the sound it may take: a card that sleeps wakes up in a second.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public async Task PlayAsync(SoundClip clip, CancellationToken cancel)
    {
        var patience = clip.Length + Patience;
        using var limit = new CancellationTokenSource(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            await using var run = Start(clip);
            await PlayAsync(run, clip, either.Token);
        }
        catch (OperationCanceledException error) when (!cancel.IsCancellationRequested)
        {
            throw new IOException($"The loudspeaker {device} did not play a sound within {patience.TotalSeconds:0.#} s.", error);
        }
    }

    ProgramRun Start(SoundClip clip)
    {
        try
        {
            string[] arguments =
            [
                "-q", "-t", "raw", "-f", "S16_LE", "-r", clip.Rate.ToString(CultureInfo.InvariantCulture),
                "-c", clip.Channels.ToString(CultureInfo.InvariantCulture), "-D", device, "-",
            ];
            return ProgramRun.Start(program, arguments, new([]));
        }
        catch (IOException error)
        {
            throw new IOException($"{error.Message}: install alsa-utils.", error);
        }
    }

    async Task PlayAsync(ProgramRun run, SoundClip clip, CancellationToken cancel)
    {
        try
        {
            await run.Input.WriteAsync(clip.Pcm, cancel);
            run.Input.Close();
        }
        catch (IOException)
        {
            // It ended before it had everything: what it says below is why.
        }

        await run.WaitAsync(cancel);
        if (await run.EndAsync(CancellationToken.None) is not 0)
            throw new IOException($"The loudspeaker {device} cannot be played on.{run.LastWords()}");
    }
}
