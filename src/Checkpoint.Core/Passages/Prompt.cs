using Checkpoint.Signals;

namespace Checkpoint.Passages;

/// <summary>What the gate shows between two verdicts; it judges nobody, so it needs no row on disk.</summary>
public abstract record Prompt
{
    Prompt() { }

    /// <summary>Nothing: the gate is free.</summary>
    public sealed record Free : Prompt;

    /// <summary>Somebody is there: show the code, look at the thermometer.</summary>
    public sealed record Welcome : Prompt;

    /// <summary>A code was seen as people changed places: show it once more.</summary>
    public sealed record ShowOnceMore : Prompt;

    /// <summary>The code is read; look at the thermometer.</summary>
    public sealed record Measuring : Prompt;

    /// <summary>A health code is read; the volunteer looks at it and says its colour.</summary>
    /// <param name="Origin">Whose it is; null if that is not known.</param>
    public sealed record WhichColour(Words? Origin) : Prompt;

    /// <summary>One code of several is read; show the next.</summary>
    /// <param name="Have">Codes read.</param>
    /// <param name="Of">Codes in all.</param>
    public sealed record NextPart(int Have, int Of) : Prompt;

    /// <summary>The volunteer counts who sits in the vehicle; its first occupant may show the code.</summary>
    /// <param name="Occupants">People in it until now.</param>
    public sealed record InVehicle(int Occupants) : Prompt;

    /// <summary>The volunteer said which way the person goes.</summary>
    /// <param name="Direction">In or out.</param>
    public sealed record OtherWay(Direction Direction) : Prompt;

    /// <summary>Somebody has signed on or off.</summary>
    /// <param name="IsOn">Whether on.</param>
    /// <param name="Present">How many are on duty now.</param>
    public sealed record DutyNoted(bool IsOn, int Present) : Prompt;

    /// <summary>This code was registered a moment ago; there is no second entry.</summary>
    /// <param name="At">When, since the program started.</param>
    public sealed record AlreadyRegistered(TimeSpan At) : Prompt;
}
