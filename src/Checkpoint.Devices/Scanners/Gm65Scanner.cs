using System.Runtime.CompilerServices;
using Checkpoint.Scanning;

namespace Checkpoint.Devices.Scanners;

/// <summary>
/// A scanner of the GM65 or GM67 family on a serial line. Asks every ten seconds whether it lives; after three questions without an answer
/// it is gone.
/// </summary>
/// <param name="line">The line that it is on.</param>
/// <param name="clock">What silence is measured by.</param>
/// <param name="ending">What each of its codes ends in, as it is set: CR, LF, CR LF, TAB or nothing.</param>
public sealed class Gm65Scanner(ISerialLine line, TimeProvider clock, ReadOnlyMemory<byte> ending) : ICodeReader
{
    /// <summary>Between two questions whether it lives.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    /// <summary>Questions without an answer after which it is gone.</summary>
    public const int MostMisses = 3;

    readonly SerialCodes codes = new(line, clock, ending);
    int misses;
    int answered;

    /// <summary>Codes that stopped in the middle or were too long, since the scanner was made.</summary>
    public int Torn => codes.Torn;

    /// <summary>Makes the scanner look for a code once.</summary>
    /// <exception cref="IOException">The line is gone.</exception>
    public ValueTask TriggerAsync(CancellationToken cancel) => codes.AskAsync(Gm65Command.Trigger, cancel);

    /// <inheritdoc/>
    public async IAsyncEnumerable<Symbol> WatchAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var beat = codes.Now;
        while (true)
        {
            if (codes.Now >= beat)
                beat = await AskAsync(cancel);
            foreach (var code in await codes.NextAsync(beat, cancel))
                yield return code;
        }
    }

    // Whoever has said anything since lives.
    async Task<TimeSpan> AskAsync(CancellationToken cancel)
    {
        misses = codes.Replies == answered ? misses : 0;
        answered = codes.Replies;
        if (misses++ >= MostMisses)
            throw new IOException($"The scanner did not answer {MostMisses} times: look at its wires.");
        await codes.AskAsync(Gm65Command.Heartbeat, cancel);
        return codes.Now + Heartbeat;
    }
}
