using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Checkpoint.Passes;
using Checkpoint.Passes.Inspecting;
using Checkpoint.Policies;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Passes.Inspecting;

/// <summary>Tells of one code to a program: one JSON object on one line. Members are only ever added.</summary>
static class InspectJson
{
    const string Instant = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>The line.</summary>
    public static string Of(InspectedPass pass)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            Write(json, pass);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    static void Write(Utf8JsonWriter json, InspectedPass pass)
    {
        json.WriteString("profile", WireName<PassProfile>.Of(pass.Check.Profile));
        json.WriteString("outcome", WireName<CodeOutcome>.Of(pass.Check.Outcome));
        json.WriteBoolean("verified", pass.Lists is not null);
        json.WriteBoolean("refused", pass.IsRefused);
        json.WriteBoolean("watched", pass.Check.IsWatched);
        if (pass.Check.Fault is { } fault)
            json.WriteString("fault", WireName<PassFault>.Of(fault));
        if (pass.Inspection.At is { } place)
            json.WriteNumber("at", place);
        if (pass.Check.Part is { } part)
            json.WriteString("part", string.Create(CultureInfo.InvariantCulture, $"{part.Number}/{part.Of}"));
        Text(json, "origin", pass.Check.Origin?.Chinese);
        Text(json, "text", TextWords.Of(pass));
        if (pass.Inspection.Claims is { } claims)
            Write(json, pass, claims);
        Key(json, pass.Inspection);
        json.WriteString("judged", Moment(pass.At));
        Steps(json, pass.Inspection);
        json.WriteString("verdict", WireName<Verdict>.Of(pass.Decision.Verdict));
        json.WriteString("reason", WireName<Reason>.Of(pass.Decision.Main));
        Document(json, pass);
    }

    static void Write(Utf8JsonWriter json, InspectedPass pass, PassClaims claims)
    {
        json.WriteString("number", pass.Number);
        Text(json, "short", pass.ShortNumber);
        if (claims.Class != PassClass.None)
            json.WriteString("class", WireName<PassClass>.Of(claims.Class));
        Number(json, "area", claims.Area > 0 ? claims.Area : null);
        Number(json, "destination", claims.Destination);
        Number(json, "household", claims.Household);
        json.WriteBoolean("plateCheck", claims.Vehicle is not null);
        json.WriteBoolean("nameCheck", claims.NameCheck is not null);
        json.WriteString("from", Moment(claims.NotBefore));
        json.WriteString("until", Moment(claims.NotAfter));
    }

    static void Key(Utf8JsonWriter json, PassInspection inspection)
    {
        if (inspection.Names is not { } key)
            return;
        json.WriteString("key", PlainText.Of(key.Value));
        Text(json, "issuer", inspection.Issuer is { } issuer ? PlainText.Of(issuer) : null);
        Text(json, "signer", inspection.Signer?.Fingerprint);
        json.WriteStartArray("holders");
        foreach (var listed in inspection.Listed)
            json.WriteStringValue(listed.Name);
        json.WriteEndArray();
    }

    static void Steps(Utf8JsonWriter json, PassInspection inspection)
    {
        json.WriteStartObject("steps");
        foreach (var (step, outcome) in inspection.Findings)
        {
            if (outcome is { } judged)
                json.WriteString(WireName<PassStep>.Of(step), WireName<CodeOutcome>.Of(judged));
            else
                json.WriteNull(WireName<PassStep>.Of(step));
        }

        json.WriteEndObject();
    }

    static void Document(Utf8JsonWriter json, InspectedPass pass)
    {
        if (pass.Inspection.Document is not { } document)
            return;
        json.WriteStartObject("document");
        foreach (var (path, value) in DocumentLines.Of(document, pass.ShowsPersonal).DistinctBy(line => line.Path, StringComparer.Ordinal))
            json.WriteString(path, value);
        json.WriteEndObject();
    }

    static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    static void Number(Utf8JsonWriter json, string name, uint? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
    }

    static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture);
}
