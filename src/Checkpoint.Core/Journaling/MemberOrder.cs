using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Checkpoint.Journaling;

/// <summary>The order of members that RFC 8785, section 3.2.3, asks for: by the UTF-16 code units of their names.</summary>
static class MemberOrder
{
    /// <summary>An object's members in that order.</summary>
    /// <param name="value">A JSON object.</param>
    /// <param name="but">A member that may stand anywhere, because nobody writes it.</param>
    /// <exception cref="FormatException">A member stands twice.</exception>
    public static IEnumerable<JsonProperty> Of(JsonElement value, string? but) =>
        StandsInOrder(value, but) ? value.EnumerateObject() : Sorted(value);

    // What our own programs write does; then there is nothing to sort, and no name to turn into a string.
    static bool StandsInOrder(JsonElement value, string? but)
    {
        ReadOnlySpan<byte> before = [];
        var (isFirst, isSkipped) = (true, false);
        foreach (var member in value.EnumerateObject())
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(member);
            if (!Ascii.IsValid(name) || name.Contains((byte)'\\'))
                return false;
            if (but is not null && Ascii.Equals(name, but))
            {
                if (isSkipped)
                    return false;
                isSkipped = true;
                continue;
            }

            if (!isFirst && before.SequenceCompareTo(name) >= 0)
                return false;
            before = name;
            isFirst = false;
        }

        return true;
    }

    static List<JsonProperty> Sorted(JsonElement value)
    {
        var members = value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal).ToList();
        for (var i = 1; i < members.Count; i++)
        {
            if (string.Equals(members[i].Name, members[i - 1].Name, StringComparison.Ordinal))
                throw new FormatException("A member stands twice in one object.");
        }

        return members;
    }
}
