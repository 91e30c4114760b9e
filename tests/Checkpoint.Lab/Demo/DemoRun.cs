using System.Globalization;
using Checkpoint.Hosting.Mqtt;
using Checkpoint.Testing;
using Checkpoint.Testing.Programs;

namespace Checkpoint.Lab.Demo;

/// <summary>Starts everything, shows every passage, judges, and stops everything it started and nothing else.</summary>
sealed class DemoRun(DemoOptions options)
{
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan DrainPatience = TimeSpan.FromMinutes(3);

    readonly string folder = Path.Combine(
        ProgramProcess.RepositoryRoot(), ".run", Environment.ProcessId.ToString(CultureInfo.InvariantCulture));

    /// <summary>Runs until it is through or <paramref name="cancel"/>.</summary>
    /// <returns>0 if every figure is as it should be.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        if (options.Broker is not null && !BrokerEndpoint.TryParse(options.Broker, out _))
            return Refuse($"--broker {options.Broker}: expected mqtt://[user[:password]@]host[:port].");

        Directory.CreateDirectory(folder);
        try
        {
            var whole = await RunInFolderAsync(cancel);
            return Finish(whole);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            Console.WriteLine("Stopped. 已停止。");
            return Finish(whole: true);
        }
        catch (InvalidOperationException error)
        {
            Console.WriteLine($"Not started. 未能启动。\n{error.Message}\nLogs: {folder}");
            return 1;
        }
    }

    async Task<bool> RunInFolderAsync(CancellationToken cancel)
    {
        await using var broker = options.Broker is null ? await Broker.StartNewAsync(new(), cancel) : null;
        var url = options.Broker ?? string.Create(CultureInfo.InvariantCulture, $"mqtt://127.0.0.1:{broker!.Port}");
        await using var hub = await HubProgram.StartAsync(Hub(url), cancel);
        Console.WriteLine($"Hub 指挥中心: {hub.Address}");
        Console.WriteLine($"Broker: {new Uri(url).Authority.Split('@')[^1]}");

        var gates = new List<GateWatch>();
        try
        {
            for (var gate = 0; gate < options.Gates; gate++)
                gates.Add(new(await EdgeProgram.StartAsync(Gate(gate, url), cancel)));
            return await WatchAsync(gates, hub, cancel);
        }
        finally
        {
            await Task.WhenAll(gates.Select(gate => gate.DisposeAsync().AsTask()));
        }
    }

    async Task<bool> WatchAsync(List<GateWatch> gates, HubProgram hub, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Look);
        while (!(options.Exit && gates.TrueForAll(gate => gate.IsThrough)))
        {
            foreach (var gate in gates)
                await gate.LookAsync(cancel);
            await timer.WaitForNextTickAsync(cancel);
        }

        using var patience = new CancellationTokenSource(DrainPatience);
        while (!gates.TrueForAll(gate => gate.IsReleased) && !patience.IsCancellationRequested)
        {
            foreach (var gate in gates)
                await gate.LookAsync(cancel);
            await timer.WaitForNextTickAsync(cancel);
        }

        var judgement = Judgement.None;
        foreach (var gate in gates)
            judgement += await gate.JudgeAsync(hub, cancel);
        Console.WriteLine(judgement.Line(options.Passages));
        return judgement.IsWhole(options.Passages);
    }

    int Finish(bool whole)
    {
        if (whole && !options.Keep)
            Directory.Delete(folder, recursive: true);
        else
            Console.WriteLine($"Journals, ledger and logs: {folder}");
        return whole ? 0 : 1;
    }

    static int Refuse(string message)
    {
        Console.WriteLine(message);
        return 2;
    }

    HubSettings Hub(string url)
    {
        var settings = new HubSettings(Folder("hub"), url, [.. Enumerable.Range(0, options.Gates).Select(Name)]);
        return options.HubDb is null ? settings : settings with { Ledger = options.HubDb };
    }

    EdgeSettings Gate(int gate, string url) => new(Name(gate), Folder(Name(gate)), url, options.ShareOf(gate))
    {
        Fast = options.Exit,
        RandomSeed = gate + 1,
    };

    static string Name(int gate) => string.Create(CultureInfo.InvariantCulture, $"gate-{gate + 1}");

    string Folder(string name) => Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
}
