namespace Checkpoint.Sensing.Screenings;

/// <summary>Why a measurement says nothing. Stored and published: never renumber.</summary>
public enum InvalidReason
{
    /// <summary>No reason; the zero value, never produced.</summary>
    None = 0,

    /// <summary>The person comes in from the cold, or their skin is colder than healthy skin is here: wait, then measure again.</summary>
    Cold = 1,

    /// <summary>Warmer than fever makes skin, or cooling down: sun, a heater or exertion. Wait, then measure again.</summary>
    Hot = 2,

    /// <summary>Person or thermometer moved.</summary>
    Motion = 3,

    /// <summary>Too near, too far, beside the forehead, or the distance was not measured.</summary>
    Distance = 4,

    /// <summary>The thermometer fails, or has not warmed up.</summary>
    Sensor = 5,

    /// <summary>The air is not known, or outside of what the thermometer is meant for.</summary>
    Ambient = 6,
}
