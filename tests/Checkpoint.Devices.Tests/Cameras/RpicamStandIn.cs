namespace Checkpoint.Devices.Cameras;

/// <summary>
/// A program that writes frames as rpicam-vid does with its codec yuv420: luma, then a quarter as much of each colour. It takes the very
/// arguments that we give, and its pictures lie beside it.
/// </summary>
static class RpicamStandIn
{
    const string Script = """
        #!/bin/bash
        # expect WORD...: ends unless the arguments have these, one after another
        expect() { [[ " $all " == *" $* "* ]] || { echo "unrecognised option: expected $*" >&2; exit 1; }; }
        all=$*
        expect --codec yuv420
        expect --timeout 0
        expect --output -
        expect --width 640
        expect --height 480
        while cat "$(dirname "$0")/frame.yuv"; do sleep 0.03; done
        """;

    /// <summary>Writes the program and its picture into a folder.</summary>
    /// <returns>The program.</returns>
    public static string Install(TemporaryFolder folder, GreyFrame picture)
    {
        // The colours are black and white stripes: whoever takes them for luma sees no code.
        var colours = Enumerable.Range(0, picture.Width * picture.Height / 2).Select(i => (byte)(i / 320 % 2 * 255));
        File.WriteAllBytes(folder.File("frame.yuv"), [.. picture.Pixels.ToArray(), .. colours]);
        return Programs.Write(folder.File("rpicam-vid"), Script);
    }
}
