using System.Runtime.CompilerServices;
using Checkpoint.Scanning;

namespace Checkpoint.Devices.Scanners;

/// <summary>A scanner on a serial line that is opened whenever somebody begins to watch, and so again after its plug was pulled.</summary>
/// <param name="path">The line's device file.</param>
/// <param name="speed">9600 or 115200 baud.</param>
/// <param name="scanner">What is on the line.</param>
sealed class PluggedScanner(string path, int speed, Func<ISerialLine, ICodeReader> scanner) : ICodeReader
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<Symbol> WatchAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        using var line = await Task.Run(() => LinuxSerialLine.Open(path, speed), cancel);
        await foreach (var code in scanner(line).WatchAsync(cancel))
            yield return code;
    }
}
