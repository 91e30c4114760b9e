using System.Globalization;
using Checkpoint.Policies;
using Checkpoint.Signals;
using Checkpoint.Testing.Programs;
using Checkpoint.Wire;

namespace Checkpoint.Lab.Demo;

/// <summary>One record as one line: time, gate, direction, temperature, verdict, reason, journal number, acknowledged or waiting.</summary>
static class PassageLine
{
    /// <summary>Writes the line.</summary>
    /// <param name="row">The record.</param>
    /// <param name="released">How far the hub has confirmed.</param>
    public static string Of(JournalRow row, long released)
    {
        var entry = row.Entry;
        var time = entry.GetProperty("time").GetDateTimeOffset().ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        var direction = string.Equals(entry.GetProperty("direction").GetString(), "entry", StringComparison.Ordinal) ? "进 entry" : "出 exit ";
        var temperature = entry.TryGetProperty("surface", out var surface)
            ? (surface.GetInt32() / 100m).ToString("0.00", CultureInfo.InvariantCulture) + " °C"
            : "  --    ";
        var verdict = WireName<Verdict>.Parse(entry.GetProperty("verdict").GetString());
        var words = ReasonWords.Of(WireName<Reason>.Parse(entry.GetProperty("reasons")[0].GetString()));
        var state = row.Key.Seq <= released ? "acknowledged 已确认" : "waiting 待上报";
        return $"{time}  {row.Key.Device,-7}  {direction}  {temperature}  {Shape(verdict)}  #{row.Key.Seq,-4} {state}  {words.Chinese} {words.English}";
    }

    static string Shape(Verdict verdict) => verdict switch
    {
        Verdict.Admit => "● admit     放行",
        Verdict.Recheck => "◐ recheck   复测",
        Verdict.Hold => "■ hold      留置",
        _ => "◆ turn-back 劝返",
    };
}
