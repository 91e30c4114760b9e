namespace Checkpoint.Passages;

/// <summary>Which of a vehicle's occupants is being checked.</summary>
/// <param name="Occupant">From 1.</param>
/// <param name="Of">People in the vehicle.</param>
public readonly record struct Occupancy(int Occupant, int Of)
{
    /// <summary>Whether everybody has had their turn.</summary>
    public bool IsLast => Occupant >= Of;

    /// <summary>The next one's turn.</summary>
    public Occupancy Next => this with { Occupant = Occupant + 1 };

    /// <summary>Such as <c>2/4</c>. Written out, because a record's own text would print <see cref="Next"/> without end.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Occupant}/{Of}");
}
