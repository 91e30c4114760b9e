namespace Checkpoint.Devices.Thermometers;

/// <summary>Where the people at a gate come from, which their skin still shows.</summary>
public enum PeopleFrom
{
    /// <summary>From the air that the gate stands in.</summary>
    Here,

    /// <summary>From the cold into a heated place.</summary>
    Cold,
}
