namespace Checkpoint.Sensing;

/// <summary>What a surface says of the body behind it: a label with its interval, to be shown. Nothing is decided on it.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Low">Lower end of the interval that holds the oral temperature of 95 in 100 people.</param>
/// <param name="High">Its upper end.</param>
public readonly record struct BodyEstimate(BodyTemperature Value, BodyTemperature Low, BodyTemperature High)
{
    /// <summary>Whether the interval holds a temperature; its ends belong to it.</summary>
    /// <param name="body">Read by a clinical thermometer.</param>
    public bool Covers(BodyTemperature body) => body.Hundredths >= Low.Hundredths && body.Hundredths <= High.Hundredths;
}
