namespace Checkpoint.Passes.Cbor;

/// <summary>Floating-point items (RFC 8949, section 3.3).</summary>
static class CborFloat
{
    const byte Half = 25;
    const byte Single = 26;
    const byte Double = 27;

    /// <summary>The value of a float, or null if the item is none.</summary>
    public static double? Of(CborItem item) => item.Kind != CborKind.Simple ? null : item.Head.Info switch
    {
        Half => (double)BitConverter.UInt16BitsToHalf((ushort)item.Head.Argument),
        Single => BitConverter.UInt32BitsToSingle((uint)item.Head.Argument),
        Double => BitConverter.UInt64BitsToDouble(item.Head.Argument),
        _ => null,
    };
}
