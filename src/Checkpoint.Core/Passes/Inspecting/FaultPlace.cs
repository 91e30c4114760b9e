using System.Buffers;
using System.Text;
using Checkpoint.Passes.Identity;
using Checkpoint.Passes.Nzcp;
using Checkpoint.Passes.Shc;

namespace Checkpoint.Passes.Inspecting;

/// <summary>Where a code goes wrong, counted from 1; for people, so that it costs a gate nothing.</summary>
static class FaultPlace
{
    const int Group = 3; // base45: three characters for two bytes

    static readonly SearchValues<char> Base32Characters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    static readonly SearchValues<char> Digits = SearchValues.Create("0123456789/");

    /// <summary>The first byte that is no text: neither UTF-8 nor harmless.</summary>
    public static int? InBytes(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var isWhole = Rune.DecodeFromUtf8(bytes[at..], out var rune, out var length) == OperationStatus.Done;
            if (!isWhole || (Rune.IsControl(rune) && rune.Value is not ('\r' or '\n' or '\t' or 0x1D)))
                return at + 1;
            at += length;
        }

        return null;
    }

    /// <summary>The character of a text where its fault is; null where it lies in what is compressed or in no one place.</summary>
    public static int? InText(string text, CodeCheck check) => (check.Profile, check.Fault) switch
    {
        (PassProfile.Gp1 or PassProfile.Hc1, PassFault.Text) => InBase45(text, Gp1.Prefix.Length),
        (PassProfile.Gp1, PassFault.Structure or PassFault.Content or PassFault.Signature) => Gp1.FaultAt(text) is { } at
            ? Gp1.Prefix.Length + (at / 2 * Group) + 1
            : null,
        (PassProfile.Nzcp, PassFault.Text) => After(text, NzcpFormat.Beginning.Length, Base32Characters),
        (PassProfile.Shc, PassFault.Text) => After(text, ShcText.Scheme.Length, Digits),
        (PassProfile.NationalId, _) when check.Outcome == CodeOutcome.IdNumberWrong => InIdNumber(text),
        _ => null,
    };

    static int? After(string text, int begin, SearchValues<char> allowed) =>
        text.AsSpan(begin).IndexOfAnyExcept(allowed) is >= 0 and var at ? begin + at + 1 : null;

    // The first group that is none; in it the first character that the alphabet lacks, or its beginning if it stands for too much.
    static int? InBase45(string text, int begin)
    {
        for (var at = begin; at < text.Length; at += Group)
        {
            var group = text.AsSpan(at, Math.Min(Group, text.Length - at));
            if (Base45.TryDecode(group, out _))
                continue;
            for (var i = 0; i < group.Length; i++)
            {
                if (!Base45.TryDecode([group[i], '0'], out _))
                    return at + i + 1;
            }

            return at + 1;
        }

        return null;
    }

    static int? InIdNumber(string text)
    {
        var begin = text.AsSpan().TrimEnd().Length - IdNumber.Length;
        return begin >= 0 && IdNumber.WrongAt(text.AsSpan(begin, IdNumber.Length)) is { } at ? begin + at + 1 : null;
    }
}
