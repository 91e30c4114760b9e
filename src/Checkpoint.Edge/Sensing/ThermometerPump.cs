using Checkpoint.Devices;
using Checkpoint.Edge.Outbox;
using Checkpoint.Edge.Passages;
using Checkpoint.Passages;
using Checkpoint.Sensing;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Sensing;

/// <summary>
/// Reads the thermometer twenty times a second and tells the gate, which knows whose face it is; once a second also what is around it.
/// </summary>
sealed class ThermometerPump(
    SensorSet sensors,
    SurroundingsWatch watch,
    SurroundingsView surroundings,
    PassageInbox inbox,
    OutboxInbox outbox,
    GateClock clock,
    TimeProvider time,
    ILogger<ThermometerPump> log)
    : BackgroundService
{
    /// <summary>Faults in a row that are a broken thermometer, and readings in a row that are a mended one: one second of either.</summary>
    public const int Run = 20;

    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);
    static readonly TimeSpan SurroundingsInterval = TimeSpan.FromSeconds(1);

    readonly AimWatch? aim = sensors.Distance is { } distance ? new(distance, sensors.Aim, sensors.Offset) : null;
    TimeSpan surroundingsDue;
    bool isBroken;
    int contrary; // readings in a row that speak against it

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            LookAround();
            var reading = sensors.Thermometer.Read();
            Watch(reading);
            var now = clock.Elapsed;
            inbox.Offer(new PassageInput.Sampled(now, reading) { Aim = aim?.Judge(now) });
        }
    }

    void LookAround()
    {
        var now = clock.Elapsed;
        if (now < surroundingsDue)
            return;
        surroundings.Now = watch.Read(now);
        surroundingsDue = now + SurroundingsInterval;
    }

    // A bus now and then spoils one word, and a loose cable mends itself for a moment: neither is worth an alarm of its own.
    void Watch(ThermometerReading reading)
    {
        var fault = (reading as ThermometerReading.Faulted)?.Fault;
        contrary = fault is not null == isBroken ? 0 : contrary + 1;
        if (contrary < Run)
            return;

        contrary = 0;
        isBroken = !isBroken;
        if (fault is not { } why)
        {
            log.ThermometerBack();
            return;
        }

        log.ThermometerFault(why);
        outbox.Raise(AlarmKind.ThermometerFault, WireName<SensorFault>.Of(why));
    }
}
