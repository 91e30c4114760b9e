using System.Runtime.CompilerServices;
using Checkpoint.Scanning;

namespace Checkpoint.Devices.Scanners;

/// <summary>
/// A scanner on a serial line that sends codes and knows no commands: most USB scanners set to be a virtual port (CDC-ACM). Its plug being pulled is
/// seen; a wire that breaks between a bare serial port and a scanner is not.
/// </summary>
/// <param name="line">The line that it is on.</param>
/// <param name="clock">What silence is measured by.</param>
/// <param name="ending">What each of its codes ends in, as it is set: CR, LF, CR LF, TAB or nothing.</param>
public sealed class SerialScanner(ISerialLine line, TimeProvider clock, ReadOnlyMemory<byte> ending) : ICodeReader
{
    /// <summary>How long one wait for a code lasts before the next begins.</summary>
    static readonly TimeSpan Wait = TimeSpan.FromSeconds(10);

    readonly SerialCodes codes = new(line, clock, ending);

    /// <summary>Codes that stopped in the middle or were too long, since the scanner was made.</summary>
    public int Torn => codes.Torn;

    /// <inheritdoc/>
    public async IAsyncEnumerable<Symbol> WatchAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        while (true)
        {
            foreach (var code in await codes.NextAsync(codes.Now + Wait, cancel))
                yield return code;
        }
    }
}
