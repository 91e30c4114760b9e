namespace Checkpoint.Sensing;

/// <summary>Why a temperature is missing from a passage. Stored: never renumber or rename.</summary>
public enum TemperatureSkip
{
    /// <summary>No reason; the zero value, never produced.</summary>
    None = 0,

    /// <summary>The policy asks for none in this direction.</summary>
    NotRequired = 1,

    /// <summary>No steady reading of a face in time.</summary>
    NotSteady = 2,

    /// <summary>The thermometer reported a fault, again and again.</summary>
    SensorFault = 3,

    /// <summary>The volunteer took it over.</summary>
    ByHand = 4,

    /// <summary>The person left before it was taken.</summary>
    LeftEarly = 5,

    /// <summary>The person's skin is still cold, or may be: they were asked to wait.</summary>
    FromCold = 6,

    /// <summary>Their skin is warmer than fever makes it, or still cooling: they were asked to wait.</summary>
    TooWarm = 7,

    /// <summary>Their skin did not come to rest in time, or nothing tells that it is them again.</summary>
    Unsettled = 8,

    /// <summary>They stood too near, too far or beside, or the distance could not be measured.</summary>
    BadDistance = 9,

    /// <summary>The thermometer is not meant for this air, or the air is not known.</summary>
    AirUnfit = 10,

    /// <summary>The thermometer had not warmed up.</summary>
    WarmingUp = 11,
}
