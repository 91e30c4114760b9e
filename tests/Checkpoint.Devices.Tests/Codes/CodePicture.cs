using System.Text;
using Checkpoint.Devices.Pictures;
using Checkpoint.Scanning;

namespace Checkpoint.Devices.Codes;

/// <summary>A recorded picture.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Payload">What the code in it says; empty where there is none.</param>
sealed record CodePicture(string Path, byte[] Payload)
{
    /// <summary>True where the payload leaves no room for an opinion on character sets.</summary>
    public bool IsAscii => Payload.All(b => b is >= 0x20 and < 0x7F);

    public Symbol? Decode(IQrDecoder decoder) => decoder.Decode(GreyPng.ReadFile(Path));

    public bool IsRead(Symbol? symbol) => symbol is not null && symbol.Bytes.Span.SequenceEqual(Payload);

    public override string ToString() => $"{Path}: {Encoding.Latin1.GetString(Payload)}";
}
