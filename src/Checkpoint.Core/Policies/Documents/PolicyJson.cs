using System.Globalization;
using System.Text.Json;
using Checkpoint.Policies.CertLogic;
using Checkpoint.Sensing;

namespace Checkpoint.Policies.Documents;

/// <summary>
/// A policy as JSON: <c>version</c>, <c>settings</c>, <c>riskAreas</c>, <c>rules</c>. Strict: a member that is not known, stands twice or is
/// out of its range is a problem, told with its JSON path. <see cref="DefaultPolicy"/> is an example with everything in it.
/// </summary>
public static class PolicyJson
{
    /// <summary>A longer document is refused.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>Risk areas in one policy, at most.</summary>
    public const int MaxRiskAreas = 1000;

    static readonly JsonDocumentOptions Options = new() { MaxDepth = 2 * LogicExpression.MaxDepth + 16 };

    /// <summary>Reads a policy.</summary>
    /// <param name="utf8">The document.</param>
    /// <param name="policy">The policy, if there is no problem.</param>
    /// <returns>What is wrong; empty if nothing is.</returns>
    public static IReadOnlyList<LogicProblem> Read(ReadOnlyMemory<byte> utf8, out Policy? policy)
    {
        policy = null;
        if (utf8.Length > MaxBytes)
            return [new("$", string.Create(CultureInfo.InvariantCulture, $"longer than {MaxBytes} bytes"))];
        try
        {
            using var document = JsonDocument.Parse(utf8, Options);
            var problems = new List<LogicProblem>();
            var read = Read(new StrictObject(document.RootElement, "$", problems), problems);
            policy = problems.Count == 0 ? read : null;
            return problems;
        }
        catch (JsonException error)
        {
            return [new("$", $"is no JSON: {error.Message}")];
        }
        catch (InvalidOperationException)
        {
            return [new("$", "holds text that is not Unicode: half a surrogate pair")]; // as JsonElement.GetString says it
        }
    }

    static Policy Read(StrictObject root, List<LogicProblem> problems)
    {
        var version = root.Number("version", 0, 1, int.MaxValue);
        if (root.IsObject && !root.Has("version"))
            root.Refuse("$.version", "is missing");
        root.Text("name", 200, isNeeded: false);
        var policy = ReadSettings(root.Object("settings")) with
        {
            Version = version,
            RiskAreas = [.. root.List("riskAreas", MaxRiskAreas).Select(item => ReadRiskArea(new(item.Json, item.Path, problems)))],
            Rules = RuleJson.ReadAll(root.List("rules", RuleJson.MaxRules), problems),
        };
        root.Close();
        return policy;
    }

    static Policy ReadSettings(StrictObject settings)
    {
        var fallback = new Policy();
        var policy = new Policy
        {
            RecheckFrom = SurfaceTemperature.FromHundredths(settings.Number("recheckFrom", fallback.RecheckFrom.Hundredths, 35_00, 42_00)),
            Comparison = settings.Choice("comparison", fallback.Comparison, LineComparison.Inclusive, LineComparison.Strict),
            MaxAttempts = settings.Number("maxAttempts", fallback.MaxAttempts, 2, 5),
            MeasureOnExit = settings.Flag("measureOnExit", fallback.MeasureOnExit),
            EmergencyPasses = settings.Flag("emergencyPasses", fallback.EmergencyPasses),
            PresumedOut = settings.Parsed<TimeOnly>("presumedOut", fallback.PresumedOut, "a time of day such as 04:00", ReadTime),
            QuotaWindow = TimeSpan.FromHours(
                settings.Number("quotaWindowHours", (int)fallback.QuotaWindow.TotalHours, 1, (int)Policy.LongestWindow.TotalHours)),
            Sampling = ReadSampling(settings.Object("sampling"), fallback.Sampling),
            Times = ReadTimes(settings.Object("times"), fallback.Times),
        };
        settings.Close();
        return policy;
    }

    static SamplingRule ReadSampling(StrictObject sampling, SamplingRule fallback)
    {
        var rule = fallback with
        {
            Samples = sampling.Number("samples", fallback.Samples, 3, 64),
            MaxSpreadHundredths = sampling.Number("maxSpread", fallback.MaxSpreadHundredths, 1, 200),
        };
        sampling.Close();
        return rule;
    }

    static GateTimes ReadTimes(StrictObject times, GateTimes fallback)
    {
        var read = new GateTimes
        {
            ForCode = times.Seconds("forCode", fallback.ForCode, 1, 300),
            ForColour = times.Seconds("forColour", fallback.ForColour, 1, 300),
            ForTemperature = times.Seconds("forTemperature", fallback.ForTemperature, 1, 300),
            BeforeRecheck = times.Seconds("beforeRecheck", fallback.BeforeRecheck, 0, 300),
            ShowVerdict = times.Seconds("showVerdict", fallback.ShowVerdict, 1, 60),
            ForOccupant = times.Seconds("forOccupant", fallback.ForOccupant, 10, 900),
            ReadAgain = times.Seconds("readAgain", fallback.ReadAgain, 0, 600),
        };
        times.Close();
        return read;
    }

    static RiskArea ReadRiskArea(StrictObject risk)
    {
        var prefix = risk.Text("area", 10, isNeeded: true) ?? "";
        if (!prefix.All(char.IsAsciiDigit))
            risk.Refuse($"{risk.Path}.area", "digits are expected, the first of the area codes");
        var (from, until) = (Day(risk, "from"), Day(risk, "until"));
        if (until < from)
            risk.Refuse($"{risk.Path}.until", "lies before \"from\"");
        risk.Close();
        return new(prefix, from, until);
    }

    static DateOnly Day(StrictObject json, string name) => json.Parsed<DateOnly>(
        name, otherwise: null, "a day such as 2026-11-21",
        text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null);

    static TimeOnly? ReadTime(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
