using System.Diagnostics;
using Checkpoint.Testing.Chaos;

namespace Checkpoint.Lab.Chaos;

/// <summary>The brokers that a site can be put under chaos with.</summary>
static class ChaosBrokers
{
    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["mosquitto", "nats", "rabbitmq", "ejabberd"];

    /// <summary>Starts one, with all its nodes.</summary>
    /// <exception cref="InvalidOperationException">It is not installed, or did not start.</exception>
    public static Task<ChaosBroker> StartAsync(string name, CancellationToken cancel) => name switch
    {
        "mosquitto" => ChaosBroker.MosquittoAsync(cancel),
        "nats" => ChaosBroker.NatsAsync(cancel),
        "rabbitmq" => ChaosBroker.RabbitAsync(cancel),
        "ejabberd" => ChaosBroker.EjabberdAsync(cancel),
        _ => throw new UnreachableException(),
    };
}
