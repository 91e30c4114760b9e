namespace Checkpoint.Devices.Pictures;

/// <summary>A picture that filters draw into, again and again: its memory grows to the largest picture and stays.</summary>
sealed class GreyCanvas
{
    byte[] pixels = [];

    /// <summary>Pixels in a row.</summary>
    public int Width { get; private set; }

    /// <summary>Rows, without gaps between them.</summary>
    public int Height { get; private set; }

    /// <summary>The picture, valid until the next <see cref="Resize"/>.</summary>
    public GreyFrame Frame => new(pixels.AsMemory(0, Width * Height), Width, Height, Width);

    /// <summary>Makes room for another picture; what it shows before it is drawn is not defined.</summary>
    public void Resize(int width, int height)
    {
        if (pixels.Length < width * height)
            pixels = GC.AllocateUninitializedArray<byte>(width * height);
        (Width, Height) = (width, height);
    }

    /// <summary>All rows to draw into.</summary>
    public Span<byte> All => pixels.AsSpan(0, Width * Height);

    /// <summary>One row to draw into.</summary>
    public Span<byte> Row(int y) => pixels.AsSpan(y * Width, Width);
}
