using Checkpoint.Devices;
using Checkpoint.Scanning;

namespace Checkpoint.Edge.Scanning;

/// <summary>Reads the same symbol in every frame.</summary>
sealed class OneSymbol(Symbol symbol) : IQrDecoder
{
    public string Name => "always the same";

    public Symbol? Decode(in GreyFrame frame) => symbol;

    public void Dispose()
    {
    }
}
