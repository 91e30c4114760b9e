using System.Globalization;

namespace Checkpoint.Passes;

/// <summary>Name of an issuing key as a pass carries it; the trust list says which key it is.</summary>
/// <param name="Value">
/// <c>GP1</c>: four hexadecimal digits. <c>HC1</c>: base64 of 8 bytes. <c>SHC</c>: the key's thumbprint (RFC 7638). <c>NZCP</c>: the key's
/// name in its document.
/// </param>
public readonly record struct KeyId(string Value)
{
    /// <summary>The id of a key for our own pass.</summary>
    public static KeyId Of(ushort number) => new(number.ToString("x4", CultureInfo.InvariantCulture));

    /// <summary>The number in our own pass.</summary>
    /// <exception cref="FormatException">Not four hexadecimal digits.</exception>
    public ushort Number => ushort.Parse(Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    /// <summary>The id itself.</summary>
    public override string ToString() => Value;
}
