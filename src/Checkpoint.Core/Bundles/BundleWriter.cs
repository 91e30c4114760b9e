using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Checkpoint.Wire;

namespace Checkpoint.Bundles;

/// <summary>Writes and signs bundles.</summary>
public static class BundleWriter
{
    /// <summary>Signs a bundle.</summary>
    /// <param name="header">What it says of itself; times are cut to whole seconds.</param>
    /// <param name="members">Writes what its kind carries.</param>
    /// <param name="key">Private key on P-256.</param>
    /// <returns>The bundle, one line of ASCII.</returns>
    /// <exception cref="ArgumentException">It would be over <see cref="SignedBundle.MaxBytes"/>.</exception>
    public static byte[] Sign(BundleHeader header, Action<Utf8JsonWriter> members, ECDsa key)
    {
        var payload = WireJson.Write(json =>
        {
            json.WriteNumber("v", BundleReader.Format);
            json.WriteString("kind", WireName<BundleKind>.Of(header.Kind));
            json.WriteNumber("version", header.Version);
            json.WriteString("issued", Instant(header.Issued));
            if (header.Expires is { } expires)
                json.WriteString("expires", Instant(expires));
            members(json);
        });
        var text = BundleEnvelope.Sign(payload, key);
        return text.Length <= SignedBundle.MaxBytes
            ? text
            : throw new ArgumentException($"The bundle has {text.Length} bytes, more than {SignedBundle.MaxBytes}.", nameof(members));
    }

    /// <summary>Spells a moment.</summary>
    public static string Instant(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString(BundleObject.InstantFormat, CultureInfo.InvariantCulture);
}
