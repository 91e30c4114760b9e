using System.ComponentModel.DataAnnotations;
using System.Diagnostics;

namespace Checkpoint.Devices.Scanners;

/// <summary>Makes the scanners that the settings name.</summary>
public static class ScannerDevices
{
    /// <summary>Makes a scanner; it is opened whenever somebody begins to watch it, and so again after it was gone.</summary>
    /// <param name="options">Which one.</param>
    /// <param name="clock">What silence is measured by.</param>
    /// <exception cref="ValidationException">An option is out of its range.</exception>
    public static ICodeReader Open(ScannerOptions options, TimeProvider clock)
    {
        Validator.ValidateObject(options, new(options), validateAllProperties: true);
        ReadOnlyMemory<byte> ending = options.Ending switch
        {
            CodeEnding.None => Array.Empty<byte>(),
            CodeEnding.Cr => "\r"u8.ToArray(),
            CodeEnding.Lf => "\n"u8.ToArray(),
            CodeEnding.CrLf => "\r\n"u8.ToArray(),
            CodeEnding.Tab => "\t"u8.ToArray(),
            _ => throw new UnreachableException(),
        };
        return options.Kind switch
        {
            ScannerKind.Gm65 => new PluggedScanner(options.Path!, options.BaudRate, line => new Gm65Scanner(line, clock, ending)),
            ScannerKind.Serial => new PluggedScanner(options.Path!, options.BaudRate, line => new SerialScanner(line, clock, ending)),
            ScannerKind.Keyboard => new KeyboardScanner(options.Path!),
            _ => throw new UnreachableException(),
        };
    }
}
