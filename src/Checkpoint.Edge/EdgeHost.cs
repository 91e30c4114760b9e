using System.ComponentModel.DataAnnotations;
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
            await app.StartAsync(cancel);
            await app.WaitForShutdownAsync(cancel);
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
    }

    static int Refuse(IEnumerable<string> problems, int exitCode)
    {
        Console.Error.WriteLine("无法启动 The gate cannot start:");
        foreach (var problem in problems)
            Console.Error.WriteLine($"  {problem}");
        return exitCode;
    }
}
