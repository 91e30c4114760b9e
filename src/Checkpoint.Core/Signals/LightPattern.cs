namespace Checkpoint.Signals;

/// <summary>A rhythm of light, in the terms of the OSDP reader LED command: on, off, how often.</summary>
/// <param name="Colour">Colour while on.</param>
/// <param name="On">Length of each flash.</param>
/// <param name="Off">Dark between two flashes; zero for a steady light.</param>
/// <param name="Count">Number of flashes; 0 repeats until the next signal.</param>
public readonly record struct LightPattern(LightColour Colour, TimeSpan On, TimeSpan Off, int Count);
