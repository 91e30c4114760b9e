using System.Text;
using System.Text.RegularExpressions;

namespace Checkpoint.Devices.Processes;

/// <summary>The last lines that a program said, without what may not be repeated. One thread adds, any tells.</summary>
/// <param name="secrets">What is taken out, the longest first; none is empty.</param>
sealed partial class SpokenTail(IReadOnlyList<string> secrets)
{
    /// <summary>Lines kept.</summary>
    public const int MostLines = 3;

    /// <summary>The longest line, in characters: a longer one is left out, as half a secret could not be found in it.</summary>
    public const int MostInLine = 4096;

    /// <summary>Characters told.</summary>
    public const int MostTold = 300;

    readonly Lock gate = new();
    readonly Queue<string> lines = new();
    readonly StringBuilder line = new();
    bool isTooLong;

    /// <summary>Adds what was said.</summary>
    public void Add(ReadOnlySpan<char> said)
    {
        foreach (var character in said)
        {
            if (character is '\n' or '\r')
                EndLine();
            else if (line.Length < MostInLine)
                line.Append(character);
            else
                isTooLong = true;
        }
    }

    /// <summary>Says that nothing will follow.</summary>
    public void EndLine()
    {
        var whole = line.ToString().Trim();
        line.Clear();
        var isKept = whole.Length > 0 && !isTooLong;
        isTooLong = false;
        if (!isKept)
            return;
        lock (gate)
        {
            lines.Enqueue(Clean(whole));
            if (lines.Count > MostLines)
                lines.Dequeue();
        }
    }

    /// <summary>Its last words, in one line.</summary>
    public string Tell()
    {
        lock (gate)
        {
            var told = string.Join(" / ", lines);
            return told.Length > MostTold ? told[..MostTold] : told;
        }
    }

    string Clean(string whole)
    {
        foreach (var secret in secrets)
            whole = whole.Replace(secret, "***", StringComparison.Ordinal);
        return string.Concat(UserOfAddress().Replace(whole, "//***@").Where(character => !char.IsControl(character)));
    }

    [GeneratedRegex(@"//[^/@\s]*@", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UserOfAddress();
}
