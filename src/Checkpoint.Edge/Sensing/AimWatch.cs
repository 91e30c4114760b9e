using Checkpoint.Devices;
using Checkpoint.Devices.Surroundings;
using Checkpoint.Sensing.Correcting;

namespace Checkpoint.Edge.Sensing;

/// <summary>Tells whether the thermometer looks at enough forehead, by the newest distance that is not too old.</summary>
sealed class AimWatch(IDistanceSensor sensor, AimRule rule, int offset)
{
    /// <summary>How long a distance holds: the sensor measures ten times a second, and one measurement may fail.</summary>
    public static readonly TimeSpan Holds = TimeSpan.FromMilliseconds(250);

    TimeSpan? measuredAt;
    Aim last;

    /// <summary>Reads the sensor and judges.</summary>
    /// <param name="now">Now, monotonic.</param>
    public Aim Judge(TimeSpan now)
    {
        switch (sensor.Read())
        {
            case DistanceReading.Measured distance:
                (measuredAt, last) = (now, rule.Judge(distance.Millimetres + offset, offset: 0));
                break;
            case DistanceReading.Nothing:
                (measuredAt, last) = (now, Aim.TooFar);
                break;
        }

        return measuredAt is { } at && now - at <= Holds ? last : Aim.None;
    }
}
