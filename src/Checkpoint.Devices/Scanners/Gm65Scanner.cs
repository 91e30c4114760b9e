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

    const int BufferBytes = 512;

    readonly Gm65Stream stream = new(ending);
    readonly long start = clock.GetTimestamp();
    int misses;

    /// <summary>Codes that stopped in the middle or were too long, since the scanner was made.</summary>
    public int Torn { get; private set; }

    TimeSpan Now => clock.GetElapsedTime(start);

    /// <summary>Makes the scanner look for a code once.</summary>
    /// <exception cref="IOException">The line is gone.</exception>
    public ValueTask TriggerAsync(CancellationToken cancel)
    {
        stream.Owe();
        return line.WriteAsync(Gm65Command.Trigger, cancel);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Symbol> WatchAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var buffer = new byte[BufferBytes];
        var beat = Now;
        while (true)
        {
            if (Now >= beat)
                beat = await AskAsync(cancel);
            var count = await line.ReadAsync(buffer, Patience(beat), cancel);
            foreach (var code in Take(buffer.AsMemory(0, count)))
                yield return code;
        }
    }

    async Task<TimeSpan> AskAsync(CancellationToken cancel)
    {
        if (misses++ >= MostMisses)
            throw new IOException($"The scanner did not answer {MostMisses} times: look at its wires.");
        stream.Owe();
        await line.WriteAsync(Gm65Command.Heartbeat, cancel);
        return Now + Heartbeat;
    }

    TimeSpan Patience(TimeSpan beat)
    {
        var next = stream.Due is { } due && due < beat ? due : beat;
        return next > Now ? next - Now : TimeSpan.Zero;
    }

    List<Symbol> Take(ReadOnlyMemory<byte> bytes)
    {
        var codes = new List<Symbol>();
        foreach (var said in stream.Take(bytes.Span, Now))
        {
            if (said is Gm65Event.Code code)
                codes.Add(new(code.Bytes));
            else if (said is Gm65Event.Torn or Gm65Event.Overlong)
                Torn++;
            else
                misses = 0;
        }

        return codes;
    }
}
