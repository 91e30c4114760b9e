namespace Checkpoint.Devices.Cameras;

/// <summary>A program that writes frames of one shape to its standard output, one after another, with nothing between.</summary>
/// <param name="File">The program.</param>
/// <param name="Arguments">Its arguments, handed over as they are: no shell reads them.</param>
/// <param name="Advice">What to do where it is not installed.</param>
/// <param name="Camera">What it looks at, as people may see it: never with a password.</param>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows, without gaps between them.</param>
/// <param name="ColourBytes">Bytes of each frame after its luma; they are left out.</param>
sealed record PipeProgram(string File, IReadOnlyList<string> Arguments, string Advice, string Camera, int Width, int Height, int ColourBytes)
{
    /// <summary>What may not be repeated of what the program says; none is empty.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Bytes of the luma.</summary>
    public int LumaBytes => Width * Height;
}
