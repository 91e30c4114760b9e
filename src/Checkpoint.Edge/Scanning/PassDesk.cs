using Checkpoint.Edge.Lists;
using Checkpoint.Passages;
using Checkpoint.Passes.Shc;
using Checkpoint.Scanning;

namespace Checkpoint.Edge.Scanning;

/// <summary>Checks each code that comes into view, and keeps the parts of a health card until it is whole. Thread-safe: a gate may have several readers.</summary>
sealed class PassDesk(GatePasses passes, GateClock clock)
{
    readonly Lock taking = new();
    ShcParts parts = ShcParts.None;

    /// <summary>Takes one code.</summary>
    /// <param name="symbol">The code.</param>
    /// <param name="seenAt">When it was before the reader, since the program started.</param>
    /// <returns>What it means to the gate.</returns>
    public PassageInput Take(Symbol symbol, TimeSpan seenAt)
    {
        lock (taking)
            return Check(symbol, seenAt);
    }

    PassageInput Check(Symbol symbol, TimeSpan seenAt)
    {
        var at = clock.Elapsed;
        parts = parts.Take(symbol, at, out var card);
        if (card is not null)
            return new PassageInput.CodeShown(at, card.Fingerprint, passes.Check(card)) { SeenAt = seenAt };

        var code = passes.Check(symbol);
        return code.Part is null
            ? new PassageInput.CodeShown(at, CodeFingerprint.Of(symbol), code) { SeenAt = seenAt }
            : new PassageInput.PartShown(at, parts.Have, parts.Of);
    }
}
