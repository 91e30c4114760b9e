using System.Globalization;
using Checkpoint.Hosting.Files;
using Checkpoint.Sensing.Calibrating;

namespace Checkpoint.Edge.Sensing.Calibrating;

/// <summary>The thermometer's calibrations on this box: the one in force, and those before it. Any thread.</summary>
/// <param name="folder">Where they are.</param>
sealed class CalibrationStore(string folder)
{
    /// <summary>The rule that calibrations are judged by.</summary>
    public static CalibrationRule Rule { get; } = new();

    string Current => Path.Combine(folder, "calibration.json");

    /// <summary>The store beside a journal.</summary>
    public static CalibrationStore Beside(string journal) => new(Path.GetDirectoryName(Path.GetFullPath(journal))!);

    /// <summary>The calibration in force, or null if there never was one.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">What is there is no calibration.</exception>
    public Calibration? Load() => !File.Exists(Current)
        ? null
        : CalibrationJson.TryRead(File.ReadAllBytes(Current), Rule)
            ?? throw new InvalidDataException($"{Current} is no calibration: calibrate again.");

    /// <summary>Puts one in force and keeps the one before beside it, named by its date.</summary>
    /// <exception cref="IOException">It could not be written; the one before stays in force.</exception>
    public void Keep(Calibration calibration)
    {
        Directory.CreateDirectory(folder);
        if (File.Exists(Current))
            File.Copy(Current, Earlier(File.GetLastWriteTimeUtc(Current)), overwrite: true);
        DurableFile.Write(Current, CalibrationJson.Write(calibration));
    }

    string Earlier(DateTime written) =>
        Path.Combine(folder, $"calibration-{written.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}.json");
}
