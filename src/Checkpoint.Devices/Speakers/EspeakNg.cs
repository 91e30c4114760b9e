using System.Globalization;
using System.Text;
using Checkpoint.Devices.Processes;

namespace Checkpoint.Devices.Speakers;

/// <summary>
/// Has <c>espeak-ng</c> (espeak-ng(1)) read a text, into memory. The text goes through its standard input: whoever may list this machine's
/// processes sees a voice and a speed.
/// </summary>
/// <param name="wordsPerMinute">How fast.</param>
/// <param name="clock">What its patience goes by.</param>
/// <param name="program">The program.</param>
sealed class EspeakNg(int wordsPerMinute, TimeProvider clock, string program = EspeakNg.Program)
{
    /// <summary>The program.</summary>
    public const string Program = "espeak-ng";

    /// <summary>How long it may take: it speaks some fifty times faster than is heard, on a small board ten times.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    const int Chunk = 64 << 10;

    /// <summary>Reads a text.</summary>
    /// <param name="voice">Its name of the language.</param>
    /// <param name="text">The text.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="IOException">It is not installed, knows no such voice, or does not come to an end.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<SoundClip> ReadAsync(string voice, string text, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            await using var run = Start(voice);
            return WavFile.Read(await SpeakAsync(run, text, either.Token), program);
        }
        catch (OperationCanceledException error) when (!cancel.IsCancellationRequested)
        {
            throw new IOException($"{program} did not come to an end in {Patience.TotalSeconds:0} s.", error);
        }
    }

    ProgramRun Start(string voice)
    {
        try
        {
            string[] arguments =
                ["-v", voice, "-s", wordsPerMinute.ToString(CultureInfo.InvariantCulture), "-b", "1", "-z", "--stdin", "--stdout"];
            return ProgramRun.Start(program, arguments, new([]));
        }
        catch (IOException error)
        {
            throw new IOException($"{error.Message}: install espeak-ng.", error);
        }
    }

    async Task<byte[]> SpeakAsync(ProgramRun run, string text, CancellationToken cancel)
    {
        try
        {
            await run.Input.WriteAsync(Encoding.UTF8.GetBytes(text), cancel);
            run.Input.Close();
        }
        catch (IOException)
        {
            // It ended before it read: what it says below is why.
        }

        var spoken = await ReadAllAsync(run.Output, cancel);
        await run.WaitAsync(cancel);
        return await run.EndAsync(CancellationToken.None) is 0 ? spoken : throw new IOException($"{program} could not read a text.{run.LastWords()}");
    }

    async Task<byte[]> ReadAllAsync(Stream output, CancellationToken cancel)
    {
        using var all = new MemoryStream();
        var chunk = new byte[Chunk];
        while (await output.ReadAsync(chunk, cancel) is var count and > 0)
        {
            await all.WriteAsync(chunk.AsMemory(0, count), cancel);
            if (all.Length > SoundClip.MostBytes)
                throw new IOException($"{program} said more than {SoundClip.MostBytes} bytes.");
        }

        return all.ToArray();
    }
}
