using System.Text;
using Checkpoint.Devices.Scanners;
using Checkpoint.Testing;

namespace Checkpoint.Devices.Kernel;

/// <summary>A scanner that is a virtual port (CDC-ACM): a USB device of the kernel's own, plugged into this very machine.</summary>
static class GadgetScanner
{
    /// <summary>The port as the gate sees it.</summary>
    public const string Port = "/dev/ttyACM0";

    const string OtherEnd = "/dev/ttyGS0";

    /// <summary>Plugs it in, and waits until its port is there.</summary>
    public static async Task PlugAsync(CancellationToken cancel)
    {
        var controller = Path.Combine(RigScanners.Gadget, "UDC");
        if (string.IsNullOrWhiteSpace(await File.ReadAllTextAsync(controller, cancel)))
            await File.WriteAllTextAsync(controller, "dummy_udc.0\n", cancel);
        await Eventually.HoldsAsync(() => File.Exists(Port), "the port is there", cancel);
    }

    /// <summary>Pulls its plug.</summary>
    public static void Unplug() => File.WriteAllText(Path.Combine(RigScanners.Gadget, "UDC"), "\n");

    /// <summary>Has it send a code.</summary>
    public static async Task SendAsync(string code, CancellationToken cancel)
    {
        using var line = LinuxSerialLine.Open(OtherEnd, 115200);
        await line.WriteAsync(Encoding.ASCII.GetBytes(code + "\r"), cancel);
    }
}
