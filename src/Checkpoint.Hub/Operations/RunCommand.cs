using System.Net.Sockets;
using Checkpoint.Hosting.Configuration;
using Checkpoint.Hub.Configuration;
using Checkpoint.Hub.Ingest;
using Microsoft.AspNetCore.Connections;

namespace Checkpoint.Hub.Operations;

/// <summary><c>checkpoint-hub run</c>: runs until told to stop.</summary>
static class RunCommand
{
    /// <summary>Runs the hub.</summary>
    /// <param name="folder">Folder of the configuration.</param>
    /// <param name="errors">Told in words why it could not run.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string folder, TextWriter errors, CancellationToken cancel)
    {
        try
        {
            return await RunAsync(HubSettings.Read(folder), errors, cancel);
        }
        catch (ConfigurationException wrong)
        {
            foreach (var problem in wrong.Problems)
                await errors.WriteLineAsync($"checkpoint-hub: {problem}");
            return ExitCode.Configuration;
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            await errors.WriteLineAsync($"checkpoint-hub: {error.Message}");
            return ExitCode.Storage;
        }
    }

    static async Task<int> RunAsync(HubSettings settings, TextWriter errors, CancellationToken cancel)
    {
        await using var app = HubApp.Create(settings);
        if (!await StartAsync(app, settings.Web.Listen, errors, cancel))
            return ExitCode.Unavailable;

        await app.WaitForShutdownAsync(cancel);
        return app.Services.GetRequiredService<IngestLoop>().ExecuteTask is { IsFaulted: true } ? ExitCode.Software : ExitCode.Ok;
    }

    static async Task<bool> StartAsync(WebApplication app, string listen, TextWriter errors, CancellationToken cancel)
    {
        try
        {
            await app.StartAsync(cancel);
            return true;
        }
        catch (Exception error) when (error is IOException { InnerException: AddressInUseException } or SocketException)
        {
            await errors.WriteLineAsync(
                $"checkpoint-hub: cannot listen on {listen}: {error.Message} Stop the program that does, or set Web:Listen to another address or port.");
            await app.StopAsync(cancel); // what had started says good-bye
            return false;
        }
    }
}
