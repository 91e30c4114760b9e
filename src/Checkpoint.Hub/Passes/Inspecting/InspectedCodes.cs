using System.CommandLine;
using System.Globalization;
using System.Text;
using Checkpoint.Devices.Codes;
using Checkpoint.Devices.Pictures;
using Checkpoint.Passes;
using Checkpoint.Passes.Inspecting;
using Checkpoint.Passes.Shc;
using Checkpoint.Scanning;
using Symbol = Checkpoint.Scanning.Symbol;

namespace Checkpoint.Hub.Passes.Inspecting;

/// <summary>The codes that a tool is given: as text, on the input, or in pictures.</summary>
/// <param name="input">What a code <c>-</c> is read from.</param>
sealed class InspectedCodes(Func<Stream> input)
{
    /// <summary>Codes in one go.</summary>
    public const int MaxCodes = 64;

    // Each look at a picture tries another way of reading it.
    const int Looks = 8;

    readonly Argument<string[]> texts = new("CODE")
    {
        Description = "码的文字；- 为标准输入，一行一个；多码的健康卡请全部给出 Codes as text; - for the input, one a line; all codes of a health card",
        Arity = ArgumentArity.ZeroOrMore,
    };

    readonly Option<FileInfo[]> pictures = new("--picture") { Description = "码的图片 PNG Pictures of codes", AllowMultipleArgumentsPerToken = true };

    /// <summary>Lets a command take codes.</summary>
    public void AddTo(Command command)
    {
        command.Add(texts);
        command.Add(pictures);
    }

    /// <summary>The codes.</summary>
    /// <exception cref="InvalidDataException">There is none, there are too many, or a picture shows none.</exception>
    public IReadOnlyList<Symbol> Read(ParseResult given)
    {
        List<Symbol> codes =
        [
            .. (given.GetValue(texts) ?? []).SelectMany(text => text is "-" ? Lines() : [new Symbol(Encoding.UTF8.GetBytes(text))]),
            .. Pictures(given.GetValue(pictures) ?? []),
        ];
        return codes.Count is > 0 and <= MaxCodes
            ? codes
            : throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"请给 1 到 {MaxCodes} 个码。 Give 1 to {MaxCodes} codes: as text, - for the input, or --picture."));
    }

    /// <summary>Inspects codes as a gate sees them: the parts of a health card are put together first.</summary>
    public static IEnumerable<PassInspection> Inspect(IEnumerable<Symbol> codes, PassInspector inspector, CheckTime time)
    {
        var parts = ShcParts.None;
        PassInspection? part = null;
        foreach (var code in codes)
        {
            parts = parts.Take(code, TimeSpan.Zero, out var card);
            var inspection = card is null ? inspector.Inspect(code, time) : inspector.Inspect(card, time);
            part = inspection.Check.Part is null ? part : inspection;
            if (inspection.Check.Part is null)
                yield return inspection;
        }

        if (parts.Have > 0 && part is not null)
            yield return part;
    }

    IEnumerable<Symbol> Lines()
    {
        using var stream = input();
        var bytes = new byte[MaxCodes * (CodeText.MaxSentBytes + 2)];
        var rest = bytes.AsMemory(..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        while (!rest.IsEmpty)
        {
            var end = rest.Span.IndexOf((byte)'\n') is >= 0 and var newline ? newline : rest.Length;
            if (!rest.Span[..end].Trim("\r"u8).IsEmpty)
                yield return new(rest[..end]);
            rest = rest[Math.Min(end + 1, rest.Length)..];
        }
    }

    static IEnumerable<Symbol> Pictures(FileInfo[] files)
    {
        if (files.Length == 0)
            yield break;
        using var decoder = Open();
        foreach (var file in files)
        {
            var frame = GreyPng.ReadFile(file.FullName);
            yield return Enumerable.Range(0, Looks).Select(_ => decoder.Decode(frame)).FirstOrDefault(code => code is not null)
                ?? throw new InvalidDataException($"{file.Name}: 图上读不出码，请换一张清楚的。 No code can be read in it: take a clearer picture.");
        }
    }

    static PatientDecoder Open()
    {
        try
        {
            return QrDecoders.Open();
        }
        catch (DllNotFoundException error)
        {
            throw new InvalidDataException($"--picture: 缺少读码库。 {error.Message}", error);
        }
    }
}
