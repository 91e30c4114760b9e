namespace Checkpoint.Devices.Thermometers;

/// <summary>The data line (SDA) of a bus, where something other than the bus's own controller can pull it: a GPIO line beside it.</summary>
public interface IDataLine
{
    /// <summary>Pulls the line low.</summary>
    /// <exception cref="IOException">The line cannot be had.</exception>
    void Pull();

    /// <summary>Lets the line go, so that the bus's resistor pulls it high.</summary>
    /// <exception cref="IOException">The line is gone.</exception>
    void Release();
}
