using System.Diagnostics.CodeAnalysis;

namespace Checkpoint.Devices.Cameras;

/// <summary>Where ffmpeg gets pictures from: a camera on the network by RTSP (RFC 7826), or a file.</summary>
/// <param name="Address">What ffmpeg is given; may hold a password.</param>
/// <param name="Name">What people may see of it: no user, no password, no query.</param>
/// <param name="IsFile">Whether it is a file, which is played at its own speed and then has ended.</param>
sealed record VideoSource(string Address, string Name, bool IsFile)
{
    /// <summary>Longest address, in characters.</summary>
    public const int MostCharacters = 2048;

    /// <summary>What is expected, for people.</summary>
    public const string Expected = "rtsp://…, rtsps://… or a file's path that starts with /";

    /// <summary>What may not be repeated: the address, and the parts of it that let somebody in.</summary>
    public IReadOnlyList<string> Secrets { get; private init; } = [];

    /// <summary>Reads an address. One that starts with a minus would be an option to ffmpeg and is refused, as is any other kind.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out VideoSource? source)
    {
        source = null;
        if (string.IsNullOrEmpty(text) || text.Length > MostCharacters || text.Any(char.IsControl))
            return false;
        if (text[0] == '/')
            source = new("file:" + text, text, IsFile: true);
        else if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "rtsp" or "rtsps", Host.Length: > 0 })
            source = new(text, $"{uri.Scheme}://{uri.Authority}{uri.AbsolutePath}", IsFile: false) { Secrets = SecretsOf(text, uri) };
        return source is not null;
    }

    // Longest first, so that no part of a secret stays where a shorter one was taken out of it.
    static IReadOnlyList<string> SecretsOf(string text, Uri uri)
    {
        string[] raw = [text, uri.UserInfo, .. uri.UserInfo.Split(':'), uri.Query];
        return [.. raw.SelectMany(secret => (string[])[secret, Uri.UnescapeDataString(secret)])
            .Where(secret => secret.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(secret => secret.Length)];
    }
}
