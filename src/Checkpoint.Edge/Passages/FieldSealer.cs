using System.Security.Cryptography;
using System.Text.Json;
using Checkpoint.Edge.Lists;
using Checkpoint.Edge.Operations;
using Checkpoint.Edge.Outbox;
using Checkpoint.Passes;
using Checkpoint.Passes.Trust;
using Checkpoint.Sealing;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Passages;

/// <summary>
/// Seals what a code says of a person to the hub's key in force. The ephemeral key is thrown away at once: this box cannot read back what it wrote. Used by the
/// gate's loop alone; no entry ever fails because of it.
/// </summary>
sealed class FieldSealer(BundleKeeper lists, GateClock clock, GateMetrics metrics, OutboxInbox outbox, ILogger<FieldSealer> log) : IDisposable
{
    (HubKey Listed, SealingKey Ready)? key;

    /// <summary>Seals what a code carries, or says why the entry is written without it.</summary>
    /// <param name="code">The code.</param>
    /// <param name="who">Masked, for the volunteer's list of today; empty if nothing is known.</param>
    public FieldSeal Seal(CodeCheck code, out string who)
    {
        var started = clock.Elapsed;
        var seal = TrySeal(code, out who);
        if (seal is not FieldSeal.Empty)
            metrics.Sealed(seal, clock.Elapsed - started);
        return seal;
    }

    /// <inheritdoc/>
    public void Dispose() => key?.Ready.Dispose();

    FieldSeal TrySeal(CodeCheck code, out string who)
    {
        who = "";
        try
        {
            var fields = CarriedFields.Of(code);
            who = Masks.Identity(fields);
            if (fields.IsEmpty)
                return FieldSeal.Nothing;
            if (KeyInForce() is not { } to)
                return new FieldSeal.Skipped(SealSkip.NoKey);
            using var ephemeral = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
            return to.Seal(fields, ephemeral, RandomNumberGenerator.GetBytes(CompactJwe.NonceBytes));
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException or InvalidOperationException or JsonException or FormatException)
        {
            // A fault of ours, and no reason to keep anybody waiting or the entry unwritten. The message may quote what was being sealed.
            log.NotSealed(error.GetType().Name);
            outbox.Raise(AlarmKind.NotSealed, "personal fields could not be sealed; the entry was written without them");
            return new FieldSeal.Skipped(SealSkip.Failed);
        }
    }

    SealingKey? KeyInForce()
    {
        var listed = lists.State.Trust.SealingKey(clock.CheckTime.Now);
        if (ReferenceEquals(listed, key?.Listed))
            return key?.Ready;
        key?.Ready.Dispose();
        key = listed is null ? null : (listed, new(listed));
        return key?.Ready;
    }
}
