namespace Checkpoint.Devices.Cameras;

/// <summary>
/// A camera of this machine. Opens at the first call of <see cref="ICamera.NextAsync"/>; after an <see cref="IOException"/> everything of it
/// is closed, and the next call opens it anew. Call once at a time; dispose of it when nobody waits for a frame.
/// </summary>
public interface ICameraDevice : ICamera, IAsyncDisposable;
