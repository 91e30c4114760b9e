using System.Buffers.Text;

namespace Checkpoint.Passes.Shc;

/// <summary>Escapes in JSON text (RFC 8259, section 7).</summary>
static class JsonEscapes
{
    const int EscapeLength = 6; // \uXXXX

    /// <summary>Whether half of a character above U+FFFF stands alone: text that no decoder can give back.</summary>
    public static bool HaveHalfCharacter(ReadOnlySpan<byte> json)
    {
        for (var at = json.IndexOf((byte)'\\'); at >= 0 && at + 1 < json.Length;)
        {
            var (unit, width) = Unit(json[at..]);
            if (char.IsLowSurrogate(unit))
                return true;
            if (char.IsHighSurrogate(unit) && !char.IsLowSurrogate(Unit(json[(at + width)..]).Unit))
                return true;
            at += char.IsHighSurrogate(unit) ? width + EscapeLength : width;
            var next = at < json.Length ? json[at..].IndexOf((byte)'\\') : -1;
            at = next < 0 ? -1 : at + next;
        }

        return false;
    }

    // The code unit that an escape stands for, and how long the escape is; nothing of any interest for the short ones.
    static (char Unit, int Width) Unit(ReadOnlySpan<byte> escape) =>
        escape.Length >= EscapeLength && escape[0] == '\\' && escape[1] == 'u'
        && Utf8Parser.TryParse(escape.Slice(2, EscapeLength - 2), out ushort unit, out var used, 'x') && used == EscapeLength - 2
            ? ((char)unit, EscapeLength)
            : ('\0', 2);
}
