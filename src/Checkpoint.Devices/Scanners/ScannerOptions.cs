using System.ComponentModel.DataAnnotations;

namespace Checkpoint.Devices.Scanners;

/// <summary>One item of the configuration section <c>Devices:Scanners</c>: a scanner on a wire.</summary>
public sealed class ScannerOptions : IValidatableObject
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Devices:Scanners";

    /// <summary>The most scanners at one gate.</summary>
    public const int MostScanners = 8;

    /// <summary>What it is: <c>gm65</c>, <c>serial</c> or <c>keyboard</c>. Default gm65.</summary>
    public ScannerKind Kind { get; set; } = ScannerKind.Gm65;

    /// <summary>
    /// Its device file: <c>/dev/serial/by-id/…</c>, <c>/dev/ttyAMA0</c>, or <c>/dev/input/by-id/…-event-kbd</c>. No default.
    /// </summary>
    public string? Path { get; set; }

    /// <summary>Speed of its line, 9600 or 115200 baud; a virtual port takes either, a keyboard none. Default 9600.</summary>
    public int BaudRate { get; set; } = 9600;

    /// <summary>What it puts after each code: <c>none</c>, <c>cr</c>, <c>lf</c>, <c>crlf</c> or <c>tab</c>; a keyboard's may be any. Default cr.</summary>
    public CodeEnding Ending { get; set; } = CodeEnding.Cr;

    /// <summary>What is wrong with a gate's scanners.</summary>
    public static IEnumerable<ValidationResult> ProblemsOf(IReadOnlyList<ScannerOptions> scanners)
    {
        if (scanners.Count > MostScanners)
            yield return new($"{Section} has {scanners.Count} scanners; expected at most {MostScanners}.");
        foreach (var problem in scanners.SelectMany((scanner, index) => scanner.Problems($"{Section}:{index}")))
            yield return problem;
    }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Problems(Section);

    IEnumerable<ValidationResult> Problems(string section)
    {
        if (!Enum.IsDefined(Kind))
            yield return Problem(section, nameof(Kind), Kind, "gm65, serial or keyboard");
        if (Path is null || !Path.StartsWith('/'))
            yield return Problem(section, nameof(Path), Path, "a device file such as /dev/serial/by-id/…");
        if (BaudRate is not (9600 or 115200))
            yield return Problem(section, nameof(BaudRate), BaudRate, "9600 or 115200");
        if (!Enum.IsDefined(Ending))
            yield return Problem(section, nameof(Ending), Ending, "none, cr, lf, crlf or tab");
    }

    static ValidationResult Problem(string section, string key, object? value, string expected) =>
        new($"{section}:{key} is \"{value}\"; expected {expected}.", [key]);
}
