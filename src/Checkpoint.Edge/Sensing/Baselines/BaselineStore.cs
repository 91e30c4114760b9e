using Checkpoint.Hosting.Files;
using Checkpoint.Policies;
using Checkpoint.Sensing.Baselines;
using Checkpoint.Sensing.Screenings;

namespace Checkpoint.Edge.Sensing.Baselines;

/// <summary>What is ordinary at this gate, in a file beside the journal, so that a power cut does not send it back to its prior. Any thread.</summary>
/// <param name="path">The file.</param>
/// <param name="faces">What the thermometer sees.</param>
/// <param name="log">Told of a file that is none.</param>
sealed class BaselineStore(string path, FaceRules faces, ILogger<BaselineStore> log)
{
    /// <summary>The file beside a journal; no <c>*.json</c>, which would be configuration where both share a folder.</summary>
    public static string PathBeside(string journal) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(journal))!, "baseline.kept");

    /// <summary>What was learned before; null if nothing was that this thermometer could go on with.</summary>
    public Ordinary? Load()
    {
        try
        {
            if (faces.ScreenerBy(LineComparison.Inclusive) is not { } screener || !File.Exists(path))
                return null;
            var known = BaselineJson.TryRead(File.ReadAllBytes(path), screener);
            if (known is null)
                log.BaselineUnread();
            return known;
        }
        catch (IOException error)
        {
            log.BaselineUnreadable(error);
            return null;
        }
    }

    /// <summary>Writes what is known now.</summary>
    /// <exception cref="IOException">It could not be written; what was there stays.</exception>
    public void Keep(Ordinary known) => DurableFile.Write(path, BaselineJson.Write(faces.Sight, known));
}
