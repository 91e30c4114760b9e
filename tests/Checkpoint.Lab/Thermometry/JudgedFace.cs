using Checkpoint.Sensing;
using Checkpoint.Sensing.Screenings;

namespace Checkpoint.Lab.Thermometry;

/// <summary>One person as the product judged them.</summary>
/// <param name="Person">Who.</param>
/// <param name="Score">In scales over the ordinary at that moment.</param>
/// <param name="Deviation">The same in °C.</param>
/// <param name="Estimate">What was shown.</param>
/// <param name="First">What the first measurement came to.</param>
/// <param name="Last">What it comes to when no recheck is left.</param>
sealed record JudgedFace(
    FacePerson Person, double Score, double Deviation, BodyEstimate Estimate, Screening First, Screening Last)
{
    /// <summary>Whether a clinical thermometer is asked for.</summary>
    public bool IsReferred => Last is Screening.Refer;

    /// <summary>Whether the reference is at least so many hundredths.</summary>
    public bool IsFever(int hundredths) => Person.Oral.Hundredths >= hundredths;
}
