using Checkpoint.Passes;

namespace Checkpoint.Passages;

/// <summary>What the volunteer tells the gate with its buttons.</summary>
public abstract record OperatorAction
{
    OperatorAction() { }

    /// <summary>The person in front has no phone and no paper code.</summary>
    public sealed record NoPhone : OperatorAction;

    /// <summary>The volunteer has registered the person by hand and lets them through.</summary>
    public sealed record AdmitByHand : OperatorAction;

    /// <summary>The volunteer stops the person: they wait here for somebody to decide. An entry or exit that was counted stays counted.</summary>
    public sealed record HoldByHand : OperatorAction;

    /// <summary>The temperature is to be taken once more.</summary>
    public sealed record MeasureAgain : OperatorAction;

    /// <summary>The person goes this way, whatever the presence sensor says.</summary>
    /// <param name="Direction">In or out.</param>
    public sealed record Goes(Direction Direction) : OperatorAction;

    /// <summary>
    /// One more person sits in the vehicle; the first such makes it a vehicle. More than <see cref="Vehicle.MaxOccupants"/> are not counted.
    /// </summary>
    public sealed record OneMoreOccupant : OperatorAction;

    /// <summary>A vehicle stands at the gate; each occupant is checked in turn.</summary>
    /// <param name="Occupants">People in it, the driver included, 1 … <see cref="MaxOccupants"/>.</param>
    public sealed record Vehicle(int Occupants) : OperatorAction
    {
        /// <summary>The largest coach that is taken at one stop.</summary>
        public const int MaxOccupants = 80;

        /// <summary>People in it, the driver included.</summary>
        /// <exception cref="ArgumentOutOfRangeException">Outside 1 … <see cref="MaxOccupants"/>.</exception>
        public int Occupants { get; } = Occupants is >= 1 and <= MaxOccupants
            ? Occupants
            : throw new ArgumentOutOfRangeException(nameof(Occupants), Occupants, $"Expected 1 to {MaxOccupants} occupants.");
    }

    /// <summary>The volunteer has looked at the health code that was shown, and says its colour.</summary>
    /// <param name="Colour">Green, yellow or red.</param>
    public sealed record ColourSeen(HealthColour Colour) : OperatorAction
    {
        /// <summary>Green, yellow or red.</summary>
        /// <exception cref="ArgumentOutOfRangeException">Anything else: that is no colour.</exception>
        public HealthColour Colour { get; } = Colour is HealthColour.Green or HealthColour.Yellow or HealthColour.Red
            ? Colour
            : throw new ArgumentOutOfRangeException(nameof(Colour), Colour, "Expected green, yellow or red.");
    }

    /// <summary>Whoever was in front has gone, whatever the presence sensor says: start afresh.</summary>
    public sealed record Clear : OperatorAction;
}
