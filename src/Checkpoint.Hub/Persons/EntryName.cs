using System.Globalization;
using Checkpoint.Journaling;

namespace Checkpoint.Hub.Persons;

/// <summary>An entry's place as people write it: <c>gate-1/0123456789abcdef/42</c>.</summary>
static class EntryName
{
    /// <summary>Writes it.</summary>
    public static string Of(EntryKey key) => string.Create(CultureInfo.InvariantCulture, $"{key.Device}/{key.Epoch}/{key.Seq}");

    /// <summary>Reads it.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static EntryKey Parse(string text) =>
        text.Split('/') is [var device, var epoch, var number]
            && DeviceId.TryParse(device, out var box) && Epoch.TryParse(epoch, out var journal)
            && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var seq) && seq >= 1
                ? new(box, journal, seq)
                : throw new InvalidDataException("--entry: 应为 盒名/批次/序号。 Expected DEVICE/EPOCH/SEQ, such as gate-1/0123456789abcdef/42.");
}
