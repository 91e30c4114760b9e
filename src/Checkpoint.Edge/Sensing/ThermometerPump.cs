using Checkpoint.Devices;
using Checkpoint.Edge.Outbox;
using Checkpoint.Edge.Passages;
using Checkpoint.Passages;
using Checkpoint.Sensing;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Sensing;

/// <summary>Reads the thermometer twenty times a second and tells the gate, which knows whose face it is.</summary>
sealed class ThermometerPump(
    IThermometer thermometer, PassageInbox inbox, OutboxInbox outbox, GateClock clock, TimeProvider time, ILogger<ThermometerPump> log)
    : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    bool isFaulty;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var reading = thermometer.Read();
            Watch(reading);
            inbox.Offer(new PassageInput.Sampled(clock.Elapsed, reading));
        }
    }

    void Watch(ThermometerReading reading)
    {
        if (reading is ThermometerReading.Faulted { Fault: var fault } && !isFaulty)
        {
            log.ThermometerFault(fault);
            outbox.Raise(AlarmKind.ThermometerFault, WireName<SensorFault>.Of(fault));
        }
        else if (reading is ThermometerReading.Measured && isFaulty)
        {
            log.ThermometerBack();
        }

        isFaulty = reading is ThermometerReading.Faulted;
    }
}
