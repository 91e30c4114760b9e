using Checkpoint.Bundles;

namespace Checkpoint.Hosting.Bundles;

/// <summary>A folder of signed bundles, <c>*.jws</c>, as the county publishes it and an installation brings it.</summary>
public static class BundleFolder
{
    /// <summary>Files that are looked at; a folder with more is not one of bundles.</summary>
    public const int MaxFiles = 256;

    /// <summary>How a bundle's file is named: <c>trust-3.jws</c>, and <c>revocation-8-from-7.jws</c> for changes.</summary>
    public static string NameOf(BundleHeader header, int? from = null) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{Wire.WireName<BundleKind>.Of(header.Kind)}-{header.Version}{(from is null ? "" : "-from-")}{from}.jws");

    /// <summary>The bundles of a folder; none if it is not there.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IReadOnlyList<(string Name, ReadOnlyMemory<byte> Text)> Read(string folder)
    {
        if (!Directory.Exists(folder))
            return [];
        return [.. Directory.EnumerateFiles(folder, "*.jws").Order(StringComparer.Ordinal).Take(MaxFiles).Select(ReadFile)];
    }

    /// <summary>Reads one file, no further than a bundle may be long.</summary>
    public static (string Name, ReadOnlyMemory<byte> Text) ReadFile(string path)
    {
        using var file = File.OpenRead(path);
        var text = new byte[Math.Min(file.Length, SignedBundle.MaxBytes + 1)];
        var length = file.ReadAtLeast(text, text.Length, throwOnEndOfStream: false);
        return (Path.GetFileName(path), text.AsMemory(..length));
    }
}
