using Checkpoint.Devices.Thermometers;

namespace Checkpoint.Devices.Surroundings;

/// <summary>
/// The thermometer's own temperature in place of the air's, for a box without a sensor in the air: it is warmer by what the box gives off, which
/// the baseline learns, and follows slowly.
/// </summary>
/// <param name="thermometer">Whose temperature.</param>
public sealed class DieAsAir(IThermometer thermometer) : IAirThermometer
{
    /// <inheritdoc/>
    public AmbientReading Read() => thermometer.ReadDie() switch
    {
        DieReading.Measured die => new AmbientReading.Measured(die.Hundredths),
        DieReading.Faulted fault => new AmbientReading.Faulted(fault.Fault),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
