using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Checkpoint.Bundles;
using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Carrying;

/// <summary>
/// How far the ledger has the journals of one box, on its way to the box by hand, signed by the hub. The envelope is a bundle's
/// (<see cref="BundleEnvelope"/>), the payload <c>{"device":"…","made":"…","v":1,"watermarks":[{…}]}</c>.
/// </summary>
/// <param name="Device">The box.</param>
/// <param name="Made">When it was made, by the hub's clock, UTC; whole seconds.</param>
/// <param name="Watermarks">One of each journal, at most <see cref="MaxWatermarks"/>.</param>
public sealed record WatermarksFile(DeviceId Device, DateTimeOffset Made, ImmutableArray<Watermark> Watermarks)
{
    /// <summary>What it is signed as.</summary>
    public const string Type = "checkpoint-watermarks";

    /// <summary>Journals of one box that are spoken of: the newest.</summary>
    public const int MaxWatermarks = 64;

    /// <summary>Bytes of the file: all watermarks with all the holes that they may name.</summary>
    public const int MaxFileBytes = WireJson.MaxPayloadBytes;

    /// <summary>Writes and signs a file.</summary>
    /// <param name="key">The hub's private key, on P-256.</param>
    public byte[] Sign(ECDsa key) => BundleEnvelope.Sign(
        WireJson.Write(json =>
        {
            json.WriteString("device", Device.Value);
            json.WriteString("made", BundleWriter.Instant(Made));
            json.WriteNumber("v", WireJson.Version);
            json.WriteStartArray("watermarks");
            foreach (var watermark in Watermarks.Take(MaxWatermarks))
                json.WriteRawValue(watermark.ToJson());
            json.WriteEndArray();
        }),
        key,
        Type);

    /// <summary>Reads a file: size, form, signer, signature, content, in that order.</summary>
    /// <param name="text">Bytes from anybody.</param>
    /// <param name="device">The box that reads it.</param>
    /// <param name="hubKey">Finds the hub's key of a fingerprint that was good at a moment, or null.</param>
    /// <param name="refusal">Why it is not taken.</param>
    /// <returns>The file, or null.</returns>
    public static WatermarksFile? TryRead(
        ReadOnlyMemory<byte> text, DeviceId device, Func<string, DateTimeOffset, ECDsa?> hubKey, out CarryRefusal refusal)
    {
        refusal = text.Length > MaxFileBytes ? CarryRefusal.TooLarge : CarryRefusal.NotCarried;
        if (BundleEnvelope.TryRead(text, Type, MaxFileBytes, out _) is not { } envelope)
            return null;
        var file = WireJson.TryRead(envelope.Payload, Read);
        refusal = file is null ? CarryRefusal.Malformed : file.Judge(envelope, device, hubKey);
        return refusal == CarryRefusal.None ? file : null;
    }

    // What a file says before its signature is checked is used to find the key, and to pass over a file that is for another box.
    CarryRefusal Judge(BundleEnvelope envelope, DeviceId device, Func<string, DateTimeOffset, ECDsa?> hubKey)
    {
        if (Device != device)
            return CarryRefusal.OtherBox;
        return hubKey(envelope.Signer, Made) switch
        {
            null => CarryRefusal.UnknownHub,
            var key => envelope.IsSignedBy(key) ? CarryRefusal.None : CarryRefusal.BadSignature,
        };
    }

    static WatermarksFile Read(JsonElement json)
    {
        var watermarks = json.GetProperty("watermarks").EnumerateArray().Take(MaxWatermarks + 1).Select(Watermark.Read).ToImmutableArray();
        return watermarks.Length <= MaxWatermarks && watermarks.DistinctBy(mark => mark.Epoch).Count() == watermarks.Length
            ? new(
                DeviceId.Parse(json.GetProperty("device").GetString() ?? ""),
                DateTimeOffset.Parse(json.GetProperty("made").GetString() ?? "", CultureInfo.InvariantCulture),
                watermarks)
            : throw new FormatException("One watermark of each journal, 64 at most.");
    }
}
