using Checkpoint.Sensing;

namespace Checkpoint.Lab.Thermometry;

/// <summary>One person of the face data.</summary>
/// <param name="Readings">Four rounds at most, by the columns' name without the round.</param>
/// <param name="Oral">The reference.</param>
/// <param name="Air">The room.</param>
/// <param name="Groups">Sex, age and ethnicity as written.</param>
sealed record FacePerson(
    IReadOnlyDictionary<string, SurfaceTemperature[]> Readings, BodyTemperature Oral, AmbientTemperature Air, IReadOnlyDictionary<string, string> Groups);
