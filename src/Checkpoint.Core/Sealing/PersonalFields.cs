using System.Collections.Immutable;

namespace Checkpoint.Sealing;

/// <summary>
/// What a code or a registration says of a person. It lives in memory until it is sealed or masked, and its text form says nothing, so that it
/// cannot reach a log by accident. What is not known is null.
/// </summary>
public sealed record PersonalFields
{
    /// <summary>Bytes of all fields as canonical JSON, at most: an entry with them stays within a record's size on the wire.</summary>
    public const int MaxBytes = 1536;

    /// <summary>Nothing known.</summary>
    public static PersonalFields None { get; } = new();

    /// <summary>Name, as the code or the person says it; 100 characters at most (an EU certificate's is 80).</summary>
    public string? Name { get; init => field = PersonalText.Clean(value, 100); }

    /// <summary>Mainland ID number (GB 11643), 18 characters.</summary>
    public string? IdNumber { get; init => field = PersonalText.Clean(value, 18); }

    /// <summary>Date of birth as the certificate spells it, mostly <c>1964-08-12</c>, sometimes only a year; 25 characters at most.</summary>
    public string? BirthDate { get; init => field = PersonalText.Clean(value, 25); }

    /// <summary>The certificate's own name, such as a UVCI; 100 characters at most.</summary>
    public string? Certificate { get; init => field = PersonalText.Clean(value, 100); }

    /// <summary>Telephone; 24 characters at most.</summary>
    public string? Phone { get; init => field = PersonalText.Clean(value, 24); }

    /// <summary>The vehicle's plate; 16 characters at most.</summary>
    public string? Plate { get; init => field = PersonalText.Clean(value, 16); }

    /// <summary>Where they come from; 60 characters at most.</summary>
    public string? From { get; init => field = PersonalText.Clean(value, 60); }

    /// <summary>Where they go; 60 characters at most.</summary>
    public string? To { get; init => field = PersonalText.Clean(value, 60); }

    /// <summary>What for; 60 characters at most.</summary>
    public string? Purpose { get; init => field = PersonalText.Clean(value, 60); }

    /// <summary>Names of others in the vehicle; 30 characters each at most.</summary>
    public ImmutableArray<string> Occupants
    {
        get;
        init => field = [.. value.Select(name => PersonalText.Clean(name, 30)).OfType<string>()];
    }

        = [];

    /// <summary>Whether nothing is known.</summary>
    public bool IsEmpty => this is
    {
        Name: null, IdNumber: null, BirthDate: null, Certificate: null, Phone: null, Plate: null, From: null, To: null, Purpose: null, Occupants.IsEmpty: true,
    };

    /// <inheritdoc/>
    public bool Equals(PersonalFields? other) =>
        other is not null && PersonalFieldsJson.Write(this).AsSpan().SequenceEqual(PersonalFieldsJson.Write(other));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, IdNumber, Certificate);

    /// <summary>Says nothing of the person.</summary>
    public override string ToString() => IsEmpty ? "no personal fields" : "personal fields";
}
