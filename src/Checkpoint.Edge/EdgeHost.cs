using System.ComponentModel.DataAnnotations;
using System.Net.Sockets;
using Checkpoint.Edge.Configuration;
using Checkpoint.Edge.Journaling;
using Checkpoint.Hosting.Configuration;
using Checkpoint.Hosting.Sqlite;
using Microsoft.AspNetCore.Connections;

namespace Checkpoint.Edge;

/// <summary>Starts the gate and says plainly why it does not, if it does not.</summary>
static class EdgeHost
{
    const int CannotStart = 1;

    /// <summary>Runs until SIGTERM, SIGINT or <paramref name="cancel"/>.</summary>
    /// <returns>The process's exit code: 0, 78 for a wrong configuration, 1 if it cannot start for another reason.</returns>
    public static async Task<int> RunAsync(string folder, CancellationToken cancel)
    {
        try
        {
            await using var app = EdgeApp.Create(EdgeConfiguration.Load(folder));
            app.Services.GetRequiredService<GateJournal>().TryOpen();

            // Makes every part: what is wrong with the keys or the devices shows before anything moves.
            var loops = app.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
            await StartAsync(app, cancel);
            await app.WaitForShutdownAsync(cancel);
            await CrashAsync(loops);
            return 0;
        }
        catch (ConfigurationException error)
        {
            return Refuse(error.Problems, ConfigurationException.ExitCode);
        }
        catch (Exception error) when (error is ValidationException or FormatException or InvalidDataException or DllNotFoundException)
        {
            return Refuse([error.Message], ConfigurationException.ExitCode);
        }
        catch (FileHeldException error)
        {
            return Refuse([$"{error.Message} One journal belongs to one program: stop the other, or set Journal:Path."], CannotStart);
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            return Refuse([$"Web:Listen: {error.Message} Stop the other program, or set another port."], CannotStart);
        }
        catch (SocketException error)
        {
            return Refuse([$"Web:Listen: {error.Message}. Set an address of this machine, and a port that it may use."], CannotStart);
        }
        catch (IOException error)
        {
            return Refuse([error.Message], CannotStart);
        }
    }

    // What had started before the part that would not is stopped in order, not torn down under the others' feet.
    static async Task StartAsync(WebApplication app, CancellationToken cancel)
    {
        var isStarted = false;
        try
        {
            await app.StartAsync(cancel);
            isStarted = true;
        }
        finally
        {
            if (!isStarted)
                await app.StopAsync(CancellationToken.None);
        }
    }

    // A loop that fails has the host stop as if somebody had asked for it; the exit code must tell the two apart.
    static async Task CrashAsync(IEnumerable<BackgroundService> loops)
    {
        foreach (var loop in loops)
        {
            if (loop.ExecuteTask is { IsFaulted: true } failed)
                await failed;
        }
    }

    static int Refuse(IEnumerable<string> problems, int exitCode)
    {
        Console.Error.WriteLine("无法启动 The gate cannot start:");
        foreach (var problem in problems)
            Console.Error.WriteLine($"  {problem}");
        return exitCode;
    }
}
