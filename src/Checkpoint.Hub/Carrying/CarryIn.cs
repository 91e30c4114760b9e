using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Checkpoint.Carrying;
using Checkpoint.Hosting.Files;
using Checkpoint.Hub.Configuration;
using Checkpoint.Hub.Operations;
using Checkpoint.Scanning;

namespace Checkpoint.Hub.Carrying;

/// <summary><c>carry in</c>: files of a stick, one file, or the texts of scanned codes.</summary>
static class CarryIn
{
    /// <summary>Lines that are read of scanned texts: every code of a long sequence some ten times.</summary>
    public const int MaxLines = 10_000;

    /// <summary>Characters of one line; a code has under 1,300.</summary>
    const int MaxLine = 4096;

    /// <summary>Takes in what is there.</summary>
    /// <returns>0, or 65 if something was refused or is missing.</returns>
    /// <exception cref="IOException">It cannot be read, or the ledger failed; what the table would have said of is stored, and a repeat is harmless.</exception>
    public static int Run(string source, HubSettings settings, TimeProvider clock, Func<Stream> openInput, TextWriter output)
    {
        using var hub = HandOver.Open(settings, clock);
        if (hub.IsToHub)
            output.WriteLine("中心正在运行，交给它收入 The hub is running: handed over to it");
        var good = true;
        List<CarryReceipt> receipts = [];
        foreach (var (name, file) in Files(source, openInput, output, () => good = false))
        {
            var receipt = hub.Take(file);
            receipts.Add(receipt);
            good &= receipt.Refusal == CarryRefusal.None;
            if (receipt.Refusal != CarryRefusal.None)
                output.WriteLine($"{name}: {CarryWords.Line(receipt.Refusal)}");
        }

        if (receipts.Count == 0)
            output.WriteLine("没有可收的条目 There is nothing to take in");
        CarryTable.Print(receipts, output);
        return good ? ExitCode.Ok : ExitCode.Data;
    }

    static IEnumerable<(string Name, byte[] File)> Files(string source, Func<Stream> openInput, TextWriter output, Action refuse)
    {
        if (Directory.Exists(source))
            return OfStick(new(source), output, refuse);
        if (string.Equals(source, "-", StringComparison.Ordinal))
            return OfCodes(openInput(), output, refuse);
        var file = StickFile.TryRead(source, RecordsFile.MaxFileBytes) ?? throw new IOException($"{source}: 没有这个文件，或不是普通文件。 Not there, or no ordinary file.");
        return file.AsSpan().StartsWith("eyJ"u8) ? [(Path.GetFileName(source), file)] : OfCodes(new MemoryStream(file), output, refuse);
    }

    static IEnumerable<(string Name, byte[] File)> OfStick(StickFolder stick, TextWriter output, Action refuse)
    {
        foreach (var name in stick.Names(CarryNames.Records))
        {
            if (stick.TryRead(name, RecordsFile.MaxFileBytes) is { } file)
            {
                yield return (name, file);
                continue;
            }

            refuse();
            output.WriteLine($"{name}: {CarryWords.Line(CarryRefusal.NotCarried)}");
        }
    }

    // Whatever else was scanned is passed over without a word of what it says.
    static IEnumerable<(string Name, byte[] File)> OfCodes(Stream input, TextWriter output, Action refuse)
    {
        var (sets, place) = (ImmutableArray<ScannedCodes>.Empty, 0);
        foreach (var line in Lines(input))
        {
            place++;
            if (CarryCode.TryRead(line) is { } code)
                sets = ScannedCodes.Take(sets, code);
            else if (line.Length > 0)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"第 {place} 行不是传送码，或没扫好 line {place} is no such code, or was not scanned right"));
        }

        foreach (var set in sets)
        {
            if (set.TryJoin() is { } file)
            {
                yield return (string.Create(CultureInfo.InvariantCulture, $"{set.Set:X8}"), file);
                continue;
            }

            refuse();
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{set.Set:X8}: {set.Parts.Count}/{set.Of}. {CarryWords.Line(CarryRefusal.PartsMissing)} {string.Join(", ", set.Missing)}"));
        }
    }

    static IEnumerable<string> Lines(Stream input)
    {
        using var reader = new StreamReader(input, Encoding.Latin1);
        for (var lines = 0; lines < MaxLines && ReadLine(reader) is { } line; lines++)
            yield return line[ScannerPrefix.Read(Encoding.Latin1.GetBytes(line)).Length..];
    }

    // As ReadLine, but no further than a line may be long: the rest of a longer one is dropped.
    static string? ReadLine(StreamReader reader)
    {
        var line = new StringBuilder();
        int next;
        while ((next = reader.Read()) >= 0 && next != '\n')
        {
            if (line.Length < MaxLine && next != '\r')
                line.Append((char)next);
        }

        return next < 0 && line.Length == 0 ? null : line.ToString();
    }
}
