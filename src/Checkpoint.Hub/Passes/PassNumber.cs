using System.Globalization;
using Checkpoint.Passes;

namespace Checkpoint.Hub.Passes;

/// <summary>A pass as a register names it: <c>KKKK:16 hexadecimal digits</c>.</summary>
/// <param name="Key">The key that signed it.</param>
/// <param name="Id">The pass.</param>
readonly record struct PassNumber(KeyId Key, PassId Id)
{
    /// <summary>Reads one.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static PassNumber Parse(string text)
    {
        var parts = text.Split(':');
        return parts is [{ Length: 4 } key, { Length: 16 } id]
            && ushort.TryParse(key, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            && ulong.TryParse(id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
                ? new(KeyId.Of(number), new(value))
                : throw ToolOptions.Wrong("--pass", text, "0001:0123456789abcdef");
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Key}:{Id}";
}
