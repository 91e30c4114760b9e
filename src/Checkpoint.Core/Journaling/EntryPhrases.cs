using System.Text;

namespace Checkpoint.Journaling;

/// <summary>
/// The phrases that entries are made of, each of which a packed entry holds as one byte. Stored: only ever add at the end, and at most up to
/// <see cref="Most"/>; a phrase that is never met costs nothing.
/// </summary>
static class EntryPhrases
{
    /// <summary>As many as there are bytes that ASCII leaves.</summary>
    public const int Most = 128;

    static readonly byte[][] Phrases =
    [
        .. new[]
        {
            "{\"area\":", "{\"attempt\":1,\"boot\":", "{\"attempt\":", ",\"attempt\":1,\"boot\":", ",\"attempt\":", ",\"boot\":",
            ",\"class\":\"resident\"", ",\"class\":\"", ",\"clock\":\"estimated\",\"code\":\"valid\",\"device\":\"",
            ",\"clock\":\"synced\",\"code\":\"valid\",\"device\":\"", ",\"clock\":\"", "\",\"code\":\"", "\",\"device\":\"",
            "\",\"direction\":\"entry\",\"epoch\":\"", "\",\"direction\":\"exit\",\"epoch\":\"",
            "\",\"facts\":{\"away\":", "\",\"facts\":{\"counted\":\"pass\",\"entries\":", ",\"counted\":\"household\",\"entries\":", "\",\"facts\":{",
            ",\"inside\":false", ",\"inside\":true", ",\"outings\":", ",\"since-entry\":", ",\"since-exit\":", ",\"zone\":480},\"final\":", ",\"zone\":",
            "},\"final\":", "true,\"kind\":\"passage\",\"mono\":", "false,\"kind\":\"passage\",\"mono\":", "true,\"kind\":\"override\",\"mono\":", ",\"mono\":",
            ",\"occupant\":", ",\"occupants\":", ",\"pass\":\"", "\",\"passage\":", ",\"passage\":", ",\"policy\":",
            ",\"profile\":\"gp1\",\"reasons\":[\"", ",\"profile\":\"", "\",\"reasons\":[\"", ",\"reasons\":[\"", "\"],\"seq\":", "\"],\"rule\":\"", "\",\"seq\":",
            ",\"surface\":", ",\"temperature\":\"measured\",\"time\":\"", ",\"temperature\":\"", "\",\"time\":\"",
            "Z\",\"v\":1,\"verdict\":\"admit\"}", "Z\",\"v\":1,\"verdict\":\"recheck\"}", "Z\",\"v\":1,\"verdict\":\"hold\"}",
            "Z\",\"v\":1,\"verdict\":\"turn-back\"}", "Z\",\"v\":1,\"verdict\":\"",
            "all-in-order", "temperature-", "not-required", "unknown-issuer", "clock-not-trusted", "thermometer-fault", "no-phone", "code-", "not-",
            "expired", "by-hand", "health-code", "still-high", "synced", "estimated", "5256000", "2026-", "2027-", "2028-",
            "\":\"", "\",\"", "\":{\"", "\":[\"", "\"],\"", "\"},\"", "\":", ",\"", "\"}", "T00:", "T01:", "T02:", "T03:", "T04:", "T05:", "T06:", "T07:",
            "T08:", "T09:", "T10:", "T11:", "T12:", "T13:", "T14:", "T15:", "T16:", "T17:", "T18:", "T19:", "T20:", "T21:", "T22:", "T23:", "\"],\"sealed\":\"", "\",\"sealed\":\"", "-skip\":\"", "identity-only",
            "identity-unproven", ",\"profile\":\"national-id\",\"reasons\":[\"", ",\"profile\":\"hc1\",\"reasons\":[\"",
            "\",\"face\":{\"air\":", ",\"body\":", ",\"high\":", ",\"line\":", ",\"low\":", ",\"outcome\":\"pass\"", ",\"outcome\":\"", ",\"scored\":",
            "},\"facts\":{\"counted\":\"pass\",\"entries\":", "},\"facts\":{\"away\":", "},\"facts\":{",
        }.Select(Encoding.ASCII.GetBytes),
    ];

    static readonly byte[][] ByFirst = [.. Enumerable.Range(0, Most).Select(first => LongestFirst((byte)first))];

    /// <summary>The phrase with a number, or nothing if no phrase has it.</summary>
    public static ReadOnlySpan<byte> Of(int number) => number < Phrases.Length ? Phrases[number] : [];

    /// <summary>The longest phrase that some text begins with, and its number.</summary>
    public static bool TryFind(ReadOnlySpan<byte> text, out int number, out int length)
    {
        foreach (var candidate in ByFirst[text[0]])
        {
            (number, length) = (candidate, Phrases[candidate].Length);
            if (text.StartsWith(Phrases[candidate]))
                return true;
        }

        (number, length) = (0, 0);
        return false;
    }

    static byte[] LongestFirst(byte first) =>
    [
        .. Enumerable.Range(0, Phrases.Length).Where(number => Phrases[number][0] == first)
            .OrderByDescending(number => Phrases[number].Length).Select(number => (byte)number),
    ];
}
