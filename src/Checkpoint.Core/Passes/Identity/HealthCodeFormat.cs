namespace Checkpoint.Passes.Identity;

/// <summary>
/// A provincial health code's address. The box cannot see its colour, and nothing of the address goes any further: only its host is
/// compared with a table.
/// </summary>
sealed class HealthCodeFormat : PassFormat
{
    const string Scheme = "https://";

    /// <inheritdoc/>
    public override PassProfile Profile => PassProfile.HealthCode;

    /// <inheritdoc/>
    public override bool Recognises(string text) => Find(text) is not null;

    /// <inheritdoc/>
    public override PassReading Read(string text) => new PassReading.Plain(
        new(CodeOutcome.HealthCode) { Origin = Find(text) is { } host ? new(host.Name, host.English) : null });

    static HealthCodeHost? Find(string text) =>
        text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.UserInfo.Length == 0
            ? HealthCodeHosts.Find(address.IdnHost)
            : null;
}
