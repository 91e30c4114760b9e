namespace Checkpoint.Devices.Scanners;

/// <summary>What may be a scanner of this machine.</summary>
/// <param name="Path">A name that stays this one's, as long as it is in the same machine.</param>
/// <param name="Kind">
/// How it would be reached: <see cref="ScannerKind.Serial"/>, which may be <see cref="ScannerKind.Gm65"/>, or <see cref="ScannerKind.Keyboard"/>,
/// which may be somebody's keyboard.
/// </param>
public sealed record FoundScanner(string Path, ScannerKind Kind);
