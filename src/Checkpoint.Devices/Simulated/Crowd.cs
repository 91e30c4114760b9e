namespace Checkpoint.Devices.Simulated;

/// <summary>Everybody who comes to the simulated gate, in order.</summary>
/// <remarks>
/// The file is an array of parties. A person has <c>note</c>, <c>direction</c> (entry, exit), <c>surface</c> (°C at each attempt, two
/// decimals) and perhaps <c>code</c> (a picture, relative to the folder), <c>thermometer</c> (bad-checksum, error-flag, zero-word,
/// ones-word, no-answer), <c>operator</c> (no-phone, admit) and <c>colour</c> (green, yellow, red: what the
/// volunteer says of a health code). A vehicle has <c>note</c>, <c>direction</c> and <c>occupants</c>:
/// persons without a direction of their own. Any other key is refused.
/// </remarks>
/// <param name="Parties">At least one party.</param>
sealed record Crowd(IReadOnlyList<CrowdParty> Parties)
{
    /// <summary>The most people in one crowd.</summary>
    public const int MaxPeople = 500;

    /// <summary>Name of the crowd's file in a folder of seeds.</summary>
    public const string FileName = "crowd.json";

    /// <summary>Reads the crowd of a folder of seeds, with its pictures.</summary>
    /// <exception cref="FormatException">The file says something that is not a crowd; names the file, the place and the range.</exception>
    /// <exception cref="InvalidDataException">A picture is missing or is not a PNG that we read.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Crowd Load(string seeds) => new CrowdFile(seeds).Read();
}
