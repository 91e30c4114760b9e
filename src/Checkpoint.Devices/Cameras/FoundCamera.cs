namespace Checkpoint.Devices.Cameras;

/// <summary>A video device of this machine.</summary>
/// <param name="Path">Its device file, such as <c>/dev/video0</c>; another one after the next start perhaps.</param>
/// <param name="StablePath">A name that stays this camera's, below <c>/dev/v4l/by-id</c>; null if the system gives none.</param>
/// <param name="Card">What it calls itself; empty if it could not be asked.</param>
/// <param name="CanCapture">Whether it gives pictures. Many cameras have a second device file that gives none.</param>
/// <param name="Formats">How its pixels may lie, four characters each, in its own order.</param>
/// <param name="Problem">Why it could not be asked; null if it could.</param>
public sealed record FoundCamera(
    string Path, string? StablePath, string Card, bool CanCapture, IReadOnlyList<string> Formats, string? Problem);
