namespace Checkpoint.Lab.Qr;

/// <summary>One line of a manifest.</summary>
/// <param name="Path">The picture's file.</param>
/// <param name="Name">How the manifest calls it.</param>
/// <param name="Set">The set it belongs to.</param>
/// <param name="Kind">What it shows.</param>
/// <param name="Text">What the code says, as somebody wrote it down.</param>
/// <param name="Bytes">The same as bytes.</param>
sealed record QrPicture(string Path, string Name, string Set, QrKind Kind, string Text, byte[] Bytes);
