using Checkpoint.Devices;
using Checkpoint.Devices.Surroundings;
using Checkpoint.Devices.Thermometers;
using Checkpoint.Edge.Outbox;
using Checkpoint.Edge.Sensing.Calibrating;
using Checkpoint.Sensing;
using Checkpoint.Sensing.Calibrating;
using Checkpoint.Sensing.Sampling;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Sensing;

/// <summary>Reads, once a second, what the judgement of a face needs beside the face: the air, and how warm the thermometer itself is.</summary>
/// <param name="sensors">What is read; on the thread of the thermometer, because they may share its bus.</param>
/// <param name="calibrations">The calibration that is stored on this box.</param>
/// <param name="outbox">Told if that is of another thermometer, and if the air is not measured.</param>
/// <param name="poweredFor">How long the sensors have been powered as the program starts.</param>
sealed class SurroundingsWatch(SensorSet sensors, CalibrationView calibrations, OutboxInbox outbox, TimeSpan poweredFor)
{
    /// <summary>How long an air temperature holds while its sensor fails.</summary>
    public static readonly TimeSpan AirHolds = TimeSpan.FromMinutes(1);

    AmbientTemperature? air;
    bool isAirLost;
    TimeSpan airAt;
    WarmUp? warmUp;
    Calibration? looked;
    bool isOurs;

    /// <summary>Reads them.</summary>
    /// <param name="now">Now, monotonic since the program's start.</param>
    public Surroundings Read(TimeSpan now)
    {
        switch (sensors.Air.Read())
        {
            case AmbientReading.Measured measured:
                (air, airAt, isAirLost) = (AmbientTemperature.FromHundredths(measured.Hundredths), now, false);
                break;
            case AmbientReading.Faulted faulted when now - airAt > AirHolds:
                LoseAir(faulted.Fault);
                break;
        }

        return new(air, sensors.IsOutdoors ? air : null, Readiness(now)) { Calibration = Calibration() };
    }

    void LoseAir(SensorFault fault)
    {
        air = null;
        if (!isAirLost)
            outbox.Raise(AlarmKind.AirFault, WireName<SensorFault>.Of(fault));
        isAirLost = true;
    }

    // A line of another thermometer is worse than none.
    Calibration? Calibration()
    {
        if (calibrations.Stored is not { } stored)
            return null;
        if (!ReferenceEquals(stored, looked) && Serial() is { } serial)
        {
            (looked, isOurs) = (stored, serial.Length == 0 || stored.Run.Serial.Length == 0 || string.Equals(serial, stored.Run.Serial, StringComparison.Ordinal));
            if (!isOurs)
                outbox.Raise(AlarmKind.CalibrationForeign, "calibrate the thermometer that is connected");
        }

        return isOurs && ReferenceEquals(stored, looked) ? stored : null;
    }

    string? Serial()
    {
        try
        {
            return sensors.Serial();
        }
        catch (IOException)
        {
            return null; // asked again in a second
        }
    }

    Readiness Readiness(TimeSpan now)
    {
        if (sensors.WarmUp is not { } rule)
            return Checkpoint.Sensing.Sampling.Readiness.Ready;
        warmUp ??= WarmUp.From(rule, -poweredFor);
        if (sensors.Thermometer.ReadDie() is DieReading.Measured die)
            warmUp = warmUp.Add(now, SurfaceTemperature.FromHundredths(die.Hundredths));
        return warmUp.At(now);
    }
}
