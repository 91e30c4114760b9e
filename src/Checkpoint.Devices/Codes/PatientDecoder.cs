using Checkpoint.Scanning;

namespace Checkpoint.Devices.Codes;

/// <summary>
/// Reads codes as a person does who does not give up: looks at each frame in one way, on a miss at the next frame in another, and where
/// a code was, there first. So what one frame costs is bounded, and a code held still for a second is looked at in every way.
/// </summary>
/// <remarks>Allocates nothing on a frame without a code. Not thread-safe.</remarks>
public sealed class PatientDecoder : IQrDecoder
{
    /// <summary>Frames without the code after which it is no longer looked for where it was.</summary>
    public const int MaxMisses = 5;

    readonly ICodeLibrary library;
    readonly LookPainter painter = new();
    CodeSighting? last;
    int misses;
    int turn;

    internal PatientDecoder(ICodeLibrary library) => this.library = library;

    /// <inheritdoc/>
    public string Name => library.Name;

    /// <summary>Frames of a still picture after which it has been looked at in every way.</summary>
    public int Turns => library.Looks.Count;

    /// <summary>Looks at one frame.</summary>
    /// <returns>The code that was seen, or null.</returns>
    /// <exception cref="ArgumentException">The frame has fewer pixels than its shape says.</exception>
    public CodeSighting? Look(in GreyFrame frame)
    {
        _ = PixelRows.Of(frame);
        var seen = LookWhereItWas(frame) ?? LookAround(frame);
        (last, misses) = seen is not null ? (seen, 0)
            : misses < MaxMisses ? (last, misses + 1)
            : (null, misses);
        return seen;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The frame has fewer pixels than its shape says.</exception>
    public Symbol? Decode(in GreyFrame frame) => Look(frame)?.Symbol;

    /// <summary>Forgets what it saw, as at the start.</summary>
    public void Forget() => (last, misses, turn) = (null, 0, 0);

    /// <inheritdoc/>
    public void Dispose() => library.Dispose();

    CodeSighting? LookWhereItWas(in GreyFrame frame) =>
        last is null ? null : Read(frame, last.Place.Widen(frame), last.Look);

    CodeSighting? LookAround(in GreyFrame frame)
    {
        var look = library.Looks[turn];
        turn = (turn + 1) % library.Looks.Count;
        var seen = Read(frame, FrameRegion.Of(frame), look);
        if (seen is not null)
            turn = 0;
        return seen;
    }

    CodeSighting? Read(in GreyFrame frame, FrameRegion region, Look look)
    {
        var (picture, scale) = painter.Paint(region.Cut(frame), look);
        if (library.Read(picture, LookPainter.EffortOf(look)) is not { } code)
            return null;
        var place = new FrameRegion(
            region.Left + (int)(code.Place.Left / scale),
            region.Top + (int)(code.Place.Top / scale),
            (int)(code.Place.Width / scale),
            (int)(code.Place.Height / scale));
        return new(code.Symbol, place, look);
    }
}
