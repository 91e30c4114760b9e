using Checkpoint.Sensing;
using Checkpoint.Sensing.Screenings;

namespace Checkpoint.Testing.Binding;

/// <summary>Tells from a recorded surface what the thermometer saw: with a sight, what skin reflects was taken out in between.</summary>
sealed class FaceMarks
{
    readonly Dictionary<int, int>? seen;

    /// <summary>Works out every surface that can be a face.</summary>
    /// <param name="faces">The box's rules.</param>
    /// <param name="air">The air around.</param>
    public FaceMarks(FaceRules faces, AmbientTemperature air)
    {
        if (faces.Sight == Sight.None)
            return;
        var (from, to) = (new SamplingRule().FaceFrom.Hundredths, new SamplingRule().FaceTo.Hundredths);
        seen = Enumerable.Range(from, to - from + 1)
            .ToDictionary(raw => faces.Skin.Apply(SurfaceTemperature.FromHundredths(raw), air)!.Value.Hundredths);
    }

    /// <summary>What the thermometer saw, hundredths of a °C.</summary>
    /// <param name="recorded">What was recorded.</param>
    /// <exception cref="InvalidOperationException">No face looks like this.</exception>
    public int SeenAs(SurfaceTemperature recorded)
    {
        if (seen is null)
            return recorded.Hundredths;
        return seen.TryGetValue(recorded.Hundredths, out var raw)
            ? raw
            : throw new InvalidOperationException($"No face looks like {recorded}.");
    }
}
