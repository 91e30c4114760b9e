namespace Checkpoint.Passes;

/// <summary>Short name of an issuing key, two bytes in the pass; the trust list says which key it is.</summary>
/// <param name="Value">0 … 65535.</param>
public readonly record struct KeyId(ushort Value)
{
    /// <summary>Four hexadecimal digits.</summary>
    public override string ToString() => Value.ToString("x4", System.Globalization.CultureInfo.InvariantCulture);
}
