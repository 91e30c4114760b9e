using Checkpoint.Devices.Codes;
using Checkpoint.Devices.Native;
using Microsoft.Win32.SafeHandles;

namespace Checkpoint.Edge.Scanning;

/// <summary>
/// <c>checkpoint-edge scan</c>: reads codes in frames from standard input, in a process that may be lost. No host, no configuration: it
/// knows nothing but pixels.
/// </summary>
static class ScanCommand
{
    /// <summary>Exit code: no library for codes is installed (EX_UNAVAILABLE of sysexits.h).</summary>
    public const int NoDecoder = 69;

    const int Usage = 64; // EX_USAGE
    const int NoFrame = 65; // EX_DATAERR
    const int WarmUpSide = 64;

    /// <summary>Runs until standard input ends.</summary>
    /// <returns>The process's exit code.</returns>
    public static int Run()
    {
        if (ProcessFence.IsAtTerminal)
        {
            Console.Error.WriteLine("由卡点程序自行启动，请运行 checkpoint-edge check。 The gate starts this by itself; run checkpoint-edge check instead.");
            return Usage;
        }

        ProcessFence.Enter();
        try
        {
            return Read();
        }
        catch (DllNotFoundException error)
        {
            Console.Error.WriteLine(error.Message);
            return NoDecoder;
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            return NoFrame; // the gate broke off, or is not the gate
        }
    }

    static int Read()
    {
        using var decoder = QrDecoders.Open();
        using var input = new SafeFileHandle(0, ownsHandle: false);
        using var output = new SafeFileHandle(1, ownsHandle: false);
        using var frames = new FileStream(input, FileAccess.Read, bufferSize: 0, isAsync: false);
        using var answers = new FileStream(output, FileAccess.Write, bufferSize: 0, isAsync: false);

        // Whatever is compiled or loaded at the first frames is, before the gate's clock runs.
        for (var turn = 0; turn < decoder.Turns; turn++)
            decoder.Decode(new(new byte[WarmUpSide * WarmUpSide], WarmUpSide, WarmUpSide, WarmUpSide));
        decoder.Forget();
        ProcessFence.Silence();
        new FrameReader(decoder, frames, answers).Run();
        return 0;
    }
}
