namespace Checkpoint.Hub.Passes;

/// <summary>
/// Damages a code as dirt or wet does: a stretch of its codewords, from the lower right corner on, is bleached. Codewords are counted and not
/// modules, because that is what error correction counts: level M restores 18.6 % of a version 6 code (8 of 43 in each of its 4 blocks), whose
/// codewords lie interleaved, so a stretch hurts all blocks alike (ISO/IEC 18004, 7.5.1, 7.6 and 7.7.3).
/// </summary>
static class CodeDamage
{
    const int ModulesPerCodeword = 8;

    // Centres of the alignment patterns, versions 1 to 8 (ISO/IEC 18004, annex E).
    static readonly int[][] Alignment = [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42]];

    /// <summary>Bleaches codewords until a share of all is wrong.</summary>
    /// <param name="code">Version 8 at most.</param>
    /// <param name="share">0 … 1.</param>
    /// <returns>How many of how many codewords are wrong now.</returns>
    public static (int Damaged, int All) Bleach(QrPicture code, double share)
    {
        var codewords = Codewords(code);
        var wanted = (int)Math.Round(share * codewords.Count);
        var damaged = 0;
        foreach (var codeword in codewords)
        {
            if (damaged == wanted)
                break;
            damaged += codeword.Any(at => code[at.X, at.Y]) ? 1 : 0;
            foreach (var (x, y) in codeword)
                code[x, y] = false;
        }

        return (damaged, codewords.Count);
    }

    // In the order in which they are placed: two columns at a time, up and down, from the right.
    static List<(int X, int Y)[]> Codewords(QrPicture code)
    {
        var modules = new List<(int X, int Y)>();
        var up = true;
        for (var right = code.Side - 1; right > 0; right -= 2, up = !up)
        {
            right = right == 6 ? 5 : right; // the timing pattern has a column of its own
            for (var i = 0; i < code.Side; i++)
            {
                var y = up ? code.Side - 1 - i : i;
                modules.AddRange(new[] { (right, y), (right - 1, y) }.Where(at => !IsFixed(code, at.Item1, at.y)));
            }
        }

        return [.. modules.Chunk(ModulesPerCodeword).Where(codeword => codeword.Length == ModulesPerCodeword)];
    }

    static bool IsFixed(QrPicture code, int x, int y)
    {
        var end = code.Side - 9;
        return x == 6 || y == 6
            || (x < 9 && y < 9) || (x > end && y < 9) || (x < 9 && y > end)
            || IsVersion(code, x, y) || IsVersion(code, y, x)
            || IsAlignment(code, x, y);
    }

    static bool IsVersion(QrPicture code, int x, int y) => code.Version >= 7 && x < 6 && y > code.Side - 12 && y < code.Side - 8;

    static bool IsAlignment(QrPicture code, int x, int y)
    {
        var centres = Alignment[code.Version - 1];
        return centres.Any(cx => centres.Any(cy =>
            Math.Abs(x - cx) <= 2 && Math.Abs(y - cy) <= 2 && !IsFinder(code, cx, cy)));
    }

    // No alignment pattern where a finder pattern is.
    static bool IsFinder(QrPicture code, int cx, int cy)
    {
        var last = code.Side - 7;
        return (cx == 6 && cy == 6) || (cx == 6 && cy == last) || (cx == last && cy == 6);
    }
}
