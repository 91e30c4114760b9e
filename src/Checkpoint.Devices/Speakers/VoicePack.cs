using System.Text.Json;
using Checkpoint.Signals.Speaking;
using Checkpoint.Wire;

namespace Checkpoint.Devices.Speakers;

/// <summary>A voice that somebody recorded: a folder with <c>voice.json</c> and one WAV file for each phrase that there is.</summary>
/// <param name="Voice">Its language or dialect.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Folder">Where it is.</param>
sealed record VoicePack(VoiceTag Voice, string Name, string Folder)
{
    /// <summary>Name of the file that says whose voice it is.</summary>
    public const string Manifest = "voice.json";

    /// <summary>The longest manifest, in bytes.</summary>
    public const int MostManifestBytes = 4096;

    /// <summary>Reads a folder.</summary>
    /// <exception cref="IOException">Its manifest is none; the message names it.</exception>
    public static VoicePack Read(string folder)
    {
        var path = Path.Combine(folder, Manifest);
        try
        {
            if (new FileInfo(path).Length > MostManifestBytes)
                throw new IOException($"{path} is longer than {MostManifestBytes} bytes.");
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return new(VoiceTag.Parse(Text(json, "language")), Text(json, "name"), folder);
        }
        catch (Exception error) when (error is JsonException or FormatException or KeyNotFoundException or InvalidOperationException or UnauthorizedAccessException)
        {
            throw new IOException($"{path} is no voice ({error.Message}): expected {{\"language\": \"zh-x-henan\", \"name\": \"河南话\"}}.", error);
        }
    }

    /// <summary>Where the recording of a phrase is, if there is one.</summary>
    public string FileOf(Phrase phrase) => Path.Combine(Folder, WireName<Phrase>.Of(phrase) + ".wav");

    static string Text(JsonDocument json, string key) => json.RootElement.GetProperty(key).GetString() is { Length: > 0 } text
        ? text
        : throw new FormatException($"{key} is empty.");
}
