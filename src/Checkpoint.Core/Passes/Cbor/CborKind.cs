namespace Checkpoint.Passes.Cbor;

/// <summary>Major types (RFC 8949, section 3.1).</summary>
enum CborKind : byte
{
    /// <summary>0 and up.</summary>
    Unsigned = 0,

    /// <summary>Below 0.</summary>
    Negative = 1,

    /// <summary>A byte string.</summary>
    Bytes = 2,

    /// <summary>A text string, UTF-8.</summary>
    Text = 3,

    /// <summary>An array.</summary>
    Array = 4,

    /// <summary>A map.</summary>
    Map = 5,

    /// <summary>A tag and the item in it.</summary>
    Tag = 6,

    /// <summary>Simple values, floats and the break.</summary>
    Simple = 7,
}
