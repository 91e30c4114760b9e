using System.CommandLine;
using Checkpoint.Edge.Configuration;
using Checkpoint.Hosting.Configuration;

namespace Checkpoint.Edge.Sensing.Clinical;

/// <summary><c>checkpoint-edge clinical ENTRY CELSIUS</c>: writes down what a clinical thermometer said. The gate itself writes it, so it must run.</summary>
static class ClinicalCommand
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The command.</summary>
    /// <param name="config">The option that names the folder of the configuration.</param>
    public static Command Create(Func<Option<string>> config)
    {
        var (entry, celsius, site, folder) = (
            new Argument<long>("ENTRY") { Description = "Number of the person's entry." },
            new Argument<string>("CELSIUS") { Description = "What the clinical thermometer says, such as 37.8." },
            new Option<string>("--site") { Description = "Where: axillary, oral or ear.", DefaultValueFactory = _ => "axillary" },
            config());
        var command = new Command("clinical", "Write down what a clinical thermometer said of somebody whom the gate referred.") { entry, celsius, site, folder };
        command.SetAction((parsed, cancel) => RunAsync(
            parsed.GetValue(folder)!, new(parsed.GetValue(entry), parsed.GetValue(celsius), parsed.GetValue(site)), Console.Out, cancel));
        return command;
    }

    /// <summary>Tells the running gate.</summary>
    /// <returns>0; 1 if it was not taken, with the reason; 78 for a wrong configuration.</returns>
    public static async Task<int> RunAsync(string config, ClinicalRequest request, TextWriter words, CancellationToken cancel)
    {
        try
        {
            var gate = EdgeConfiguration.Load(config).Web.ToEndpoint();
            using var client = new HttpClient { BaseAddress = new($"http://{(System.Net.IPAddress.Any.Equals(gate.Address) ? "127.0.0.1" : gate.Address)}:{gate.Port}/"), Timeout = Patience };
            using var reply = await client.PostAsJsonAsync("api/v1/clinical", request, ClinicalJson.Default.ClinicalRequest, cancel);
            await words.WriteLineAsync(await WordsOfAsync(reply, cancel));
            return reply.IsSuccessStatusCode ? 0 : 1;
        }
        catch (ConfigurationException error)
        {
            await words.WriteLineAsync(error.Message);
            return ConfigurationException.ExitCode;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            await words.WriteLineAsync($"卡点没有应答，请先启动。 The gate does not answer; start it first: {error.Message}");
            return 1;
        }
    }

    static async Task<string> WordsOfAsync(HttpResponseMessage reply, CancellationToken cancel)
    {
        if (!reply.IsSuccessStatusCode)
            return (await reply.Content.ReadFromJsonAsync(ClinicalJson.Default.ProblemDetails, cancel))?.Detail ?? reply.ReasonPhrase ?? "";
        var noted = await reply.Content.ReadFromJsonAsync(ClinicalJson.Default.ClinicalReply, cancel);
        return $"已记录 Recorded: #{noted!.Entry}";
    }
}
