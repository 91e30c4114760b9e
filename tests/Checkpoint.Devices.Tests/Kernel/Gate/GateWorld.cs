using System.Globalization;
using Checkpoint.Devices.Cameras;
using Checkpoint.Devices.Codes;
using Checkpoint.Devices.Pictures;
using Checkpoint.Signals;
using Checkpoint.Testing;

namespace Checkpoint.Devices.Kernel.Gate;

/// <summary>The world's end of a gate's wires: who stands there, how warm they are, what they hold up, what is pressed, and what the lamps show.</summary>
sealed class GateWorld : IAsyncDisposable
{
    /// <summary>Longest wait for what should come soon: under emulation on a busy host, many times what it takes.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    const int Width = 320;
    const int Height = 240;
    const int Wall = 28_75; // nobody's face
    const int Room = 23_01;
    const byte Grey = 0xC0;

    // An emulated code reader takes its time over a picture: larger ones would take longer than it is given, and more would only cost the gate its processor.
    static readonly TimeSpan BetweenPictures = TimeSpan.FromMilliseconds(400);

    readonly LoopbackFeed camera;

    /// <summary>Nobody is there.</summary>
    public GateWorld()
    {
        foreach (var line in (int[])[GateLines.Beam, GateLines.NoPhone, GateLines.AdmitByHand])
            SimulatedChip.Pull(line, up: false);
        (ThermometerParameter.IsWhole, ThermometerParameter.Fault) = (true, BusFault.Good);
        ThermometerParameter.Die = Fiftieths(Room);
        ThermometerParameter.Object = Fiftieths(Wall);
        camera = new(RigCameras.Loopback, PixelLayout.Grey, Width, Height, Nothing, BetweenPictures);
    }

    /// <summary>Whether the gate is open.</summary>
    public static bool IsOpen => SimulatedChip.IsHigh(GateLines.Relay);

    /// <summary>Whether the green lamp is lit.</summary>
    public static bool IsGreen => SimulatedChip.IsHigh(GateLines.Green);

    static byte[] Nothing { get; } = [.. Enumerable.Repeat(Grey, Width * Height)];

    /// <summary>Somebody breaks the beam.</summary>
    /// <param name="forehead">Surface of the forehead, hundredths of a °C.</param>
    public static void Come(int forehead)
    {
        ThermometerParameter.Object = Fiftieths(forehead);
        SimulatedChip.Pull(GateLines.Beam, up: true);
    }

    /// <summary>They go, and take with them what they held up.</summary>
    public void Leave()
    {
        ThermometerParameter.Object = Fiftieths(Wall);
        camera.Show(Nothing);
        SimulatedChip.Pull(GateLines.Beam, up: false);
    }

    /// <summary>They hold a code of the demonstration in front of the camera, from twice as far.</summary>
    public void HoldUp(string code)
    {
        var far = new GreyCanvas();
        Halving.Draw(GreyPng.ReadFile(PictureOf(code)), far);
        camera.Show(far.Frame.Pixels.ToArray());
    }

    /// <summary>They hold it in front of the scanner, which reads it at once.</summary>
    public static async Task ScanAsync(string code, CancellationToken cancel)
    {
        await File.WriteAllBytesAsync(GateRig.SeenByScanner + ".new", TextOf(code), cancel);
        File.Move(GateRig.SeenByScanner + ".new", GateRig.SeenByScanner, overwrite: true);
        await Eventually.HoldsAsync(() => Task.FromResult(!File.Exists(GateRig.SeenByScanner)), "the scanner has seen it", Patience, cancel);
    }

    /// <summary>The volunteer presses a button.</summary>
    public static async Task PressAsync(int button, CancellationToken cancel)
    {
        SimulatedChip.Pull(button, up: true);
        await Finger.HoldAsync(cancel);
        SimulatedChip.Pull(button, up: false);
    }

    /// <summary>Waits until the lamps show a colour and no other; one that flashes is caught while it is lit.</summary>
    public static Task SeeAsync(LightColour colour, CancellationToken cancel) =>
        Eventually.HoldsAsync(() => Task.FromResult(Lit() == colour), $"the lamps show {colour}", Patience, cancel);

    /// <summary>Waits until the gate opens or shuts.</summary>
    public static Task SeeGateAsync(bool open, CancellationToken cancel) =>
        Eventually.HoldsAsync(() => Task.FromResult(IsOpen == open), $"the gate is {(open ? "open" : "shut")}", Patience, cancel);

    /// <summary>The lines that are lit, open or sounding.</summary>
    public static IReadOnlyList<int> On() => [.. GateLines.Outputs.Where(SimulatedChip.IsHigh)];

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => camera.DisposeAsync();

    static LightColour? Lit() => On().Where(line => line is not (GateLines.Buzzer or GateLines.Relay)).ToList() switch
    {
        [] => LightColour.Off,
        [GateLines.Green] => LightColour.Green,
        [GateLines.Red] => LightColour.Red,
        [GateLines.Amber] => LightColour.Amber,
        [GateLines.White] => LightColour.White,
        _ => null,
    };

    static byte[] TextOf(string code)
    {
        var picture = GreyPng.ReadFile(PictureOf(code));
        using var decoder = QrDecoders.Open();
        for (var look = 0; look < CodeFrames.MostLooks; look++)
        {
            if (decoder.Decode(picture) is { } symbol)
                return symbol.Bytes.ToArray();
        }

        throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{code} cannot be read in {CodeFrames.MostLooks} looks."));
    }

    static string PictureOf(string code) => Path.Combine(DataFolder.RepositoryRoot(), "seeds", "demo", "codes", code + ".png");

    // What the register counts.
    static int Fiftieths(int hundredths) => (hundredths + 273_15) / 2;
}
