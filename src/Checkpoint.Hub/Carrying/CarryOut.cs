using System.Globalization;
using System.Security.Cryptography;
using Checkpoint.Bundles;
using Checkpoint.Carrying;
using Checkpoint.Hosting.Bundles;
using Checkpoint.Hosting.Files;
using Checkpoint.Hub.Configuration;
using Checkpoint.Hub.Ledgers;
using Checkpoint.Hub.Operations;
using Checkpoint.Hub.Passes;
using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Carrying;

/// <summary><c>carry out</c>: how far the ledger has each box's journals, signed, and the newest lists. Reads alone: the hub may be running.</summary>
static class CarryOut
{
    /// <summary>Writes to a stick.</summary>
    /// <returns>0.</returns>
    /// <exception cref="IOException">The ledger cannot be read, or the stick not written.</exception>
    /// <exception cref="InvalidDataException">There is no key to sign with, or a box is not in the fleet.</exception>
    public static int Run(string folder, IReadOnlyList<string> devices, HubSettings settings, TimeProvider clock, TextWriter output)
    {
        using var key = KeyFiles.ReadPrivate(new(settings.Carry.Key ?? throw new InvalidDataException(
            "Carry:Key: 未设置中心签名私钥。 Not set: it names the hub's signing key; docs/keys.md says how one is made.")));
        if (devices.FirstOrDefault(device => !settings.Fleet.Devices.Contains(device, StringComparer.Ordinal)) is { } stranger)
            throw new InvalidDataException($"--device {stranger}: 不在 Fleet:Devices 里。 Not in Fleet:Devices.");
        var stick = new StickFolder(folder);
        using var queries = LedgerDatabase.OpenQueries(settings.Ledger);
        foreach (var journals in queries.Summarise().Streams.GroupBy(stream => stream.Stream.Device).Where(box => IsWanted(box.Key, devices, settings)))
            Write(stick, journals.Key, [.. journals.Take(WatermarksFile.MaxWatermarks).Select(stream => Of(queries, stream))], key, clock, output);
        if (settings.Carry.Lists is { } lists)
            CopyLists(lists, stick, output);
        output.WriteLine("完成，可以拔出 Done: the stick may be taken out");
        return ExitCode.Ok;
    }

    static bool IsWanted(DeviceId device, IReadOnlyList<string> devices, HubSettings settings) =>
        devices.Count == 0 ? settings.Fleet.Ids().Contains(device) : devices.Contains(device.Value, StringComparer.Ordinal);

    static void Write(StickFolder stick, DeviceId device, IReadOnlyList<Watermark> marks, ECDsa key, TimeProvider clock, TextWriter output)
    {
        var name = CarryNames.OfWatermarks(device);
        stick.Write(name, new WatermarksFile(device, clock.GetUtcNow(), [.. marks]).Sign(key));
        foreach (var mark in marks)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{device}  {mark.Epoch}  收讫至 up to {mark.UpTo}  缺 missing {mark.Missing.Sum(hole => hole.Count)}{(mark.IsDisputed ? "  有争议 disputed" : "")}"));
        }
    }

    static Watermark Of(ILedgerQueries queries, StreamSummary stream)
    {
        var position = stream.State.Position;
        var last = queries.Around(stream.Stream, new(position.UpTo + 1, position.UpTo + 1)).FirstOrDefault(row => row.Record.Key.Seq == position.UpTo);
        return new(stream.Stream.Epoch, position.UpTo, position.Missing())
        {
            Hash = last?.Record.Hash,
            Time = last?.ReceivedAt,
            IsDisputed = stream.State.IsDisputed,
        };
    }

    // Changes need the version before them, which a box that was away for weeks may lack: whole lists only.
    static void CopyLists(string folder, StickFolder stick, TextWriter output)
    {
        var newest = BundleFolder.Read(folder)
            .Where(file => CarryNames.Lists.IsMatch(file.Name))
            .Select(file => (file.Name, file.Text, Header: BundleEnvelope.TryRead(file.Text, out _) is { } envelope ? BundleReader.TryHeader(envelope.Payload, out _, out _) : null))
            .Where(file => file.Header is not null)
            .GroupBy(file => file.Header!.Kind)
            .Select(kind => kind.MaxBy(file => file.Header!.Version));
        foreach (var (name, text, _) in newest)
        {
            stick.Write(name, text.Span);
            output.WriteLine(name);
        }
    }
}
