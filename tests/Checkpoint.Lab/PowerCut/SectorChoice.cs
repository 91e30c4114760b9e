using Checkpoint.Testing;

namespace Checkpoint.Lab.PowerCut;

/// <summary>Chooses, sector by sector, which version the disk holds.</summary>
/// <param name="dice">Decides.</param>
/// <param name="manner">What kind of cut it is.</param>
/// <param name="count">Sectors to choose for.</param>
sealed class SectorChoice(Dice dice, CutManner manner, int count)
{
    const int Durable = -1;

    readonly int chosen = count == 0 ? 0 : dice.Roll(count);
    int at;

    /// <summary>The next sector's version; below 0 for the one that was synced.</summary>
    /// <param name="versions">How many came since.</param>
    public int Next(int versions)
    {
        var place = at++;
        var landed = manner switch
        {
            CutManner.NoneLanded => false,
            CutManner.AllLanded => true,
            CutManner.Torn => place <= chosen,
            CutManner.Reversed => place >= chosen,
            CutManner.OneMissing => place != chosen,
            CutManner.OneLanded => place == chosen,
            _ => dice.Falls(50),
        };
        if (!landed)
            return Durable;
        return manner is CutManner.Some or CutManner.Garbage ? dice.Roll(versions) : versions - 1;
    }
}
