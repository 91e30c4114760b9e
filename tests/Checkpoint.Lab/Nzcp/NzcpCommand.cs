using System.CommandLine;
using System.Globalization;
using Checkpoint.Devices.Codes;
using Checkpoint.Devices.Pictures;
using Checkpoint.Passes;
using Checkpoint.Passes.Nzcp;
using Checkpoint.Passes.Trust;
using Checkpoint.Testing;

namespace Checkpoint.Lab.Nzcp;

/// <summary>Holds the gate against New Zealand COVID Passes: <c>nzcp DIR</c>.</summary>
static class NzcpCommand
{
    // When the vectors were made to be checked: the specification's, between their first and last dates.
    static readonly DateTimeOffset VectorsTime = new(2022, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // What a file's name says, and the gate's answer to it.
    static readonly (string Word, CodeOutcome[] Outcomes)[] Expectations =
    [
        ("bad-public-key", [CodeOutcome.BadSignature]),
        ("revoked-public-key", [CodeOutcome.UnknownIssuer, CodeOutcome.BadSignature]), // no longer in the issuer's document
        ("not-associated-public-key", [CodeOutcome.KeyMismatch, CodeOutcome.UnknownIssuer]), // the key fits, the name does not
        ("modified-sig", [CodeOutcome.BadSignature]),
        ("modified-payload", [CodeOutcome.BadSignature]),
        ("expired", [CodeOutcome.Expired]),
        ("notactive", [CodeOutcome.NotYetValid]),
    ];

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("dir") { Description = "Folder of texts, pictures and the issuer's document, any depth." };
        var command = new Command("nzcp", "Check New Zealand COVID Passes against what their names say.") { folder };
        command.SetAction(result => Run(result.GetRequiredValue(folder).FullName));
        return command;
    }

    static int Run(string folder)
    {
        var report = new Report();
        var keys = Directory.EnumerateFiles(folder, "did*.json", SearchOption.AllDirectories)
            .SelectMany(file => NzcpIssuer.Read(File.ReadAllBytes(file))).ToList();
        report.Check(keys.Count > 0, $"{keys.Count} keys in issuers' documents");
        var verifier = new PassVerifier(new(new TrustList(1, VectorsTime, keys)));
        var codes = Texts(folder).Concat(Pictures(folder)).ToList();
        report.Check(codes.Count > 0, $"{codes.Count} codes");
        foreach (var (name, text) in codes)
            Check(report, verifier, name, text);
        return report.Close();
    }

    static void Check(Report report, PassVerifier verifier, string name, string? text)
    {
        var told = text is null ? CodeOutcome.None : verifier.Check(Some.Symbol(text), Some.At(VectorsTime)).Outcome;
        var expected = ExpectedOf(name);
        report.Check(
            expected.Contains(told),
            string.Create(CultureInfo.InvariantCulture, $"{name,-52} {(text is null ? "not read" : told),-16} expected {string.Join(" or ", expected)}"));
    }

    static CodeOutcome[] ExpectedOf(string name)
    {
        var known = Expectations.FirstOrDefault(entry => name.Contains(entry.Word, StringComparison.Ordinal)).Outcomes;
        return known ?? (name.Contains("invalid", StringComparison.Ordinal) ? [] : [CodeOutcome.Valid]); // no expectation: a failure
    }

    static IEnumerable<(string Name, string? Text)> Texts(string folder) => Files(folder, "*.txt")
        .Select(file => (Name: Path.GetRelativePath(folder, file), Text: (string?)File.ReadAllText(file).Trim()))
        .Where(code => code.Text!.StartsWith("NZCP:", StringComparison.Ordinal));

    static IEnumerable<(string Name, string? Text)> Pictures(string folder)
    {
        using var decoder = QrDecoders.Open();
        foreach (var file in Files(folder, "*.png"))
        {
            var symbol = decoder.Decode(GreyPng.ReadFile(file));
            yield return (Path.GetRelativePath(folder, file), symbol is null ? null : System.Text.Encoding.UTF8.GetString(symbol.Bytes.Span));
        }
    }

    static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal);
}
