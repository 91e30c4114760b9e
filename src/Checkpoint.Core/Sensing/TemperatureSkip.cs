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
}
