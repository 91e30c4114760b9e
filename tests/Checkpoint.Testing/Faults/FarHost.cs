using System.Globalization;
using System.Net;

namespace Checkpoint.Testing.Faults;

/// <summary>
/// A host of its own on this machine: a network namespace (network_namespaces(7)) at the end of a cable, veth(4), that can be cut and
/// throttled. Root only.
/// </summary>
public sealed class FarHost : IAsyncDisposable
{
    const string Kilobits = "16kbit";

    readonly string name;

    FarHost(int number)
    {
        name = string.Create(CultureInfo.InvariantCulture, $"ckpt{number}");

        // A network of two for each process that makes one, so that two runs at once do not meet.
        Near = IPAddress.Parse(string.Create(CultureInfo.InvariantCulture, $"10.{128 + (number / 250 % 100)}.{number % 250}.1"));
        Far = IPAddress.Parse(string.Create(CultureInfo.InvariantCulture, $"10.{128 + (number / 250 % 100)}.{number % 250}.2"));
    }

    /// <summary>Whether this user may make one, and has the tools.</summary>
    public static bool IsPossible => Environment.IsPrivilegedProcess && File.Exists("/usr/sbin/tc") && Directory.Exists("/proc/sys/net");

    /// <summary>This machine's end of the cable.</summary>
    public IPAddress Near { get; }

    /// <summary>The other end.</summary>
    public IPAddress Far { get; }

    /// <summary>What starts a program over there, before its own name and arguments.</summary>
    public IReadOnlyList<string> Launcher => ["ip", "netns", "exec", name];

    string NearEnd => name + "n";

    string FarEnd => name + "f";

    /// <summary>Makes one.</summary>
    /// <exception cref="InvalidOperationException">The kernel or the tools cannot.</exception>
    public static async Task<FarHost> OpenAsync(CancellationToken cancel)
    {
        var host = new FarHost(Environment.ProcessId);
        await Ip(["netns", "add", host.name], cancel);
        await Ip(["link", "add", host.NearEnd, "type", "veth", "peer", "name", host.FarEnd, "netns", host.name], cancel);
        await Ip(["addr", "add", $"{host.Near}/30", "dev", host.NearEnd], cancel);
        await Ip(["link", "set", host.NearEnd, "up"], cancel);
        await Ip(["-n", host.name, "addr", "add", $"{host.Far}/30", "dev", host.FarEnd], cancel);
        await Ip(["-n", host.name, "link", "set", host.FarEnd, "up"], cancel);
        await Ip(["-n", host.name, "link", "set", "lo", "up"], cancel);
        return host;
    }

    /// <summary>Cuts the cable.</summary>
    public Task CutAsync(CancellationToken cancel) => Ip(["link", "set", NearEnd, "down"], cancel);

    /// <summary>Mends the cable.</summary>
    public Task MendAsync(CancellationToken cancel) => Ip(["link", "set", NearEnd, "up"], cancel);

    /// <summary>Lets 16 kbit/s through each way, and no more (tc-tbf(8)).</summary>
    public async Task ThrottleAsync(CancellationToken cancel)
    {
        string[] limit = ["root", "tbf", "rate", Kilobits, "burst", "2000", "latency", "500ms"];
        await SystemTool.RunAsync("tc", ["qdisc", "replace", "dev", NearEnd, .. limit], cancel);
        await SystemTool.RunAsync("tc", ["-n", name, "qdisc", "replace", "dev", FarEnd, .. limit], cancel);
    }

    /// <summary>Lets everything through.</summary>
    public async Task ReleaseAsync(CancellationToken cancel)
    {
        await SystemTool.RunAsync("tc", ["qdisc", "del", "dev", NearEnd, "root"], cancel);
        await SystemTool.RunAsync("tc", ["-n", name, "qdisc", "del", "dev", FarEnd, "root"], cancel);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await SystemTool.TryAsync("ip", ["netns", "del", name], CancellationToken.None);

    static Task Ip(string[] arguments, CancellationToken cancel) => SystemTool.RunAsync("ip", arguments, cancel);
}
