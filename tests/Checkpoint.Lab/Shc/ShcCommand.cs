using System.CommandLine;
using System.Text;
using System.Text.Json;
using Checkpoint.Devices.Codes;
using Checkpoint.Devices.Pictures;
using Checkpoint.Passes.Shc;

namespace Checkpoint.Lab.Shc;

/// <summary>Holds the gate against SMART Health Card vectors: <c>shc DIR</c>.</summary>
static class ShcCommand
{
    // When cards are checked: after the vectors' first dates, before the one in 2050.
    static readonly DateTimeOffset VectorsTime = new(2023, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("dir") { Description = "Folder of cards, payloads, keys and lists, any depth." };
        var command = new Command("shc", "Check SMART Health Card vectors against what their names say.") { folder };
        command.SetAction(result => Run(new(result.GetRequiredValue(folder).FullName)));
        return command;
    }

    static int Run(ShcFolder folder)
    {
        var report = new Report();
        var trust = folder.Trust();
        report.Check(trust.Keys.Length > 0, $"{trust.Keys.Length} issuers' keys");
        using var gate = new ShcGate(trust, VectorsTime);
        var told = folder.Cards().SelectMany(group => Ask(folder, gate, group.Key, [.. group])).ToList();
        report.Check(told.Count > 0, $"{told.Count} vectors");
        foreach (var (name, stage, answer) in told)
            Check(report, name, stage, answer);
        foreach (var group in told.CountBy(vector => vector.Answer, StringComparer.Ordinal).OrderByDescending(group => group.Value))
            Report.Note($"{group.Value,4}  {group.Key}");
        return report.Close();
    }

    static void Check(Report report, string name, string stage, string answer)
    {
        var expected = ShcExpectation.Of(name);
        var right = expected is null ? "no expectation for this name" : string.Join(" or ", expected.Answers);
        report.Check(
            expected?.Answers.Contains(answer, StringComparer.Ordinal) == true,
            $"{answer,-20} expected {right,-26} {stage,-8} {name}{(expected?.Because is { Length: > 0 } because ? $"  ({because})" : "")}");
    }

    static IEnumerable<(string Name, string Stage, string Answer)> Ask(ShcFolder folder, ShcGate gate, string name, string[] files) =>
        Path.GetExtension(name) switch
        {
            ".png" => [(name, "picture", AskPictures(folder, gate, files))],
            ".jpg" => Skip(name),
            ".json" when name.EndsWith("-issuers.json", StringComparison.Ordinal) => [],
            _ => AskTexts(folder, gate, name, files),
        };

    // The gate gets frames from a camera; the picture lab reads this kind.
    static IEnumerable<(string Name, string Stage, string Answer)> Skip(string name)
    {
        Report.Note($"not read here, not counted: {name}: JPEG");
        return [];
    }

    static string AskPictures(ShcFolder folder, ShcGate gate, string[] files)
    {
        using var decoder = QrDecoders.Open();
        var symbols = files.Select(file => decoder.Decode(GreyPng.ReadFile(folder.Full(file)))).ToList();
        return symbols.Contains(null) ? "not read" : gate.Show(symbols.ConvertAll(symbol => symbol!));
    }

    static IEnumerable<(string Name, string Stage, string Answer)> AskTexts(ShcFolder folder, ShcGate gate, string name, string[] files)
    {
        var texts = Array.ConvertAll(files, file => Encoding.UTF8.GetString(folder.Bytes(file)).Trim());
        if (texts[0].StartsWith("shc:", StringComparison.Ordinal))
            return [(name, "code", gate.Show(texts))];
        if (texts[0].StartsWith("eyJ", StringComparison.Ordinal))
            return [(name, "token", gate.ShowToken(texts[0], IsOneCode(name)))];
        if (TryParse(texts[0]) is not { ValueKind: JsonValueKind.Object } json)
            return [IsKeySet(name) ? (name, "keys", "Key Structure") : (name, "text", gate.Show(texts))];
        return AskJson(folder, gate, name, json, texts[0]);
    }

    static IEnumerable<(string Name, string Stage, string Answer)> AskJson(
        ShcFolder folder, ShcGate gate, string name, JsonElement json, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (json.TryGetProperty("rids", out _))
            return [(name, "list", $"List {ShcRevocationList.TryRead(bytes, folder.Announced(name), out _)}")];
        if (json.TryGetProperty("keys", out _) || json.TryGetProperty("kty", out _))
            return [(name, "keys", AskKeys(bytes))];
        if (json.TryGetProperty("vc", out _))
            return [(name, "payload", gate.ShowPayload(bytes))];
        if (json.TryGetProperty("resourceType", out var type) && type.ValueEquals("Bundle"))
            return [(name, "bundle", gate.ShowPayload(ShcGate.Wrap(bytes)))];
        var tokens = Tokens(json).ToList();
        return tokens.Count > 0
            ? tokens.Select((token, at) => ($"{name}#{at}", "file", gate.ShowToken(token, IsOneCode(name))))
            : [(name, "text", gate.Show([text]))];
    }

    static string AskKeys(byte[] json)
    {
        var keys = ShcIssuer.Read("https://lab.example", json, out var refused);
        foreach (var key in keys)
            key.Key.Dispose();
        return refused.IsEmpty ? keys.IsEmpty ? "Key Structure" : "Key None" : $"Key {refused[0].Why}";
    }

    // The tokens in a file of cards, and in an answer of a server.
    static IEnumerable<string> Tokens(JsonElement json) =>
        json.TryGetProperty("verifiableCredential", out var cards) ? cards.EnumerateArray().Select(card => card.GetString()!)
        : json.TryGetProperty("parameter", out var parameters) ? parameters.EnumerateArray()
            .Where(parameter => parameter.TryGetProperty("name", out var name) && name.ValueEquals("verifiableCredential"))
            .Select(parameter => parameter.GetProperty("valueString").GetString()!)
        : [];

    static bool IsOneCode(string name) => name.Contains("jws_too_long", StringComparison.Ordinal);

    static bool IsKeySet(string name) => name.EndsWith("jwks.json", StringComparison.Ordinal);

    static JsonElement? TryParse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
