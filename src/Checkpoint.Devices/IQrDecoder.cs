using Checkpoint.Scanning;

namespace Checkpoint.Devices;

/// <summary>Finds a QR code in a grey frame. Not thread-safe.</summary>
public interface IQrDecoder : IDisposable
{
    /// <summary>Library and version, for people.</summary>
    string Name { get; }

    /// <summary>Reads the first QR code in the frame.</summary>
    /// <returns>The code, or null if there is none.</returns>
    Symbol? Decode(in GreyFrame frame);
}
