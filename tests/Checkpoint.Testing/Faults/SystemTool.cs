using System.Diagnostics;

namespace Checkpoint.Testing.Faults;

/// <summary>Programs of the system that mount, link and limit; most need root.</summary>
static class SystemTool
{
    /// <summary>Runs one to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message holds what it printed.</exception>
    public static async Task RunAsync(string program, string[] arguments, CancellationToken cancel)
    {
        var (code, said) = await TryAsync(program, arguments, cancel);
        if (code != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {said}");
    }

    /// <summary>Runs one to its end, whatever comes of it.</summary>
    public static async Task<(int Code, string Said)> TryAsync(string program, string[] arguments, CancellationToken cancel)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var errors = process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return (process.ExitCode, await output + await errors);
    }
}
