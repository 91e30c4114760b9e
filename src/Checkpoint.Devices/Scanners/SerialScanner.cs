using System.Runtime.CompilerServices;
using Checkpoint.Scanning;

namespace Checkpoint.Devices.Scanners;

/// <summary>
/// A scanner on a serial line that sends codes and knows no commands: most USB scanners set to be a virtual port (CDC-ACM). A code ends when the
/// line falls silent, so it may hold any bytes. Its plug being pulled is seen; a wire that breaks between a bare serial port and a scanner is not.
/// </summary>
/// <param name="line">The line that it is on.</param>
/// <param name="clock">What silence is measured by.</param>
/// <param name="ending">What each of its codes ends in, as it is set: CR, LF, CR LF, TAB or nothing.</param>
public sealed class SerialScanner(ISerialLine line, TimeProvider clock, ReadOnlyMemory<byte> ending) : ICodeReader
{
    /// <summary>How long one wait for a code lasts before the next begins.</summary>
    static readonly TimeSpan Wait = TimeSpan.FromSeconds(10);

    const int BufferBytes = 512;

    readonly Gm65Stream stream = new(ending);
    readonly long start = clock.GetTimestamp();

    /// <summary>Codes that stopped in the middle or were too long, since the scanner was made.</summary>
    public int Torn { get; private set; }

    TimeSpan Now => clock.GetElapsedTime(start);

    /// <inheritdoc/>
    public async IAsyncEnumerable<Symbol> WatchAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var buffer = new byte[BufferBytes];
        while (true)
        {
            var count = await line.ReadAsync(buffer, Patience(), cancel);
            foreach (var code in Take(buffer.AsMemory(0, count)))
                yield return code;
        }
    }

    TimeSpan Patience() => stream.Due is not { } due ? Wait
        : due > Now ? due - Now
        : TimeSpan.Zero;

    List<Symbol> Take(ReadOnlyMemory<byte> bytes)
    {
        var codes = new List<Symbol>();
        foreach (var said in stream.Take(bytes.Span, Now))
        {
            if (said is Gm65Event.Code code)
                codes.Add(new(code.Bytes));
            else
                Torn++; // no reply is ever owed
        }

        return codes;
    }
}
