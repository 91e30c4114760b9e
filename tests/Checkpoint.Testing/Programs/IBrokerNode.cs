namespace Checkpoint.Testing.Programs;

/// <summary>One broker, or one of a cluster, that can fail. It keeps its port.</summary>
public interface IBrokerNode : IAsyncDisposable
{
    /// <summary>Where it speaks MQTT, on loopback.</summary>
    int Port { get; }

    /// <summary>Its process while it runs, as kill(2) takes it: a group of processes is negative.</summary>
    int ProcessId { get; }

    /// <summary>Starts it again, and waits until it takes connections.</summary>
    Task StartAsync(CancellationToken cancel);

    /// <summary>Stops it with SIGKILL.</summary>
    Task KillAsync(CancellationToken cancel);

    /// <summary>Removes what it keeps on disk; only while it is stopped.</summary>
    void Forget();
}
