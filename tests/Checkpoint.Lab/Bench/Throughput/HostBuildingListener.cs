using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Checkpoint.Lab.Bench.Throughput;

/// <summary>Changes a program's services as its host is built, by the event that .NET's own test hosts use (HostFactoryResolver).</summary>
/// <param name="change">The change.</param>
sealed class HostBuildingListener(Action<IServiceCollection> change) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    /// <inheritdoc/>
    public void OnNext(DiagnosticListener value)
    {
        if (string.Equals(value.Name, "Microsoft.Extensions.Hosting", StringComparison.Ordinal))
            value.Subscribe(this);
    }

    /// <inheritdoc/>
    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value is { Key: "HostBuilding", Value: IHostBuilder host })
            host.ConfigureServices(change);
    }

    /// <inheritdoc/>
    public void OnCompleted()
    {
    }

    /// <inheritdoc/>
    public void OnError(Exception error) => throw error;
}
