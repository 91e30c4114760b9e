using System.Text;

namespace Checkpoint.Devices.Scanners;

/// <summary>A scanner without commands at the other end of one of the kernel's own terminals.</summary>
sealed class TerminalStand : ScannerStand
{
    readonly PseudoTerminal terminal = new();
    readonly LinuxSerialLine line;

    public TerminalStand()
    {
        line = LinuxSerialLine.Open(terminal.Path, 9600);
        Reader = new SerialScanner(line, TimeProvider.System, "\r\n"u8.ToArray());
    }

    public override ICodeReader Reader { get; }

    public override Task ShowAsync(string code, CancellationToken cancel)
    {
        terminal.Send(Encoding.ASCII.GetBytes(code + "\r\n"));
        return Task.CompletedTask;
    }

    public override void Unplug() => terminal.Dispose();

    public override ValueTask DisposeAsync()
    {
        line.Dispose();
        terminal.Dispose();
        return ValueTask.CompletedTask;
    }
}
