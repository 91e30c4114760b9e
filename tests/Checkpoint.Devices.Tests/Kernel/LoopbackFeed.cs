using System.Runtime.InteropServices;
using Checkpoint.Devices.Cameras;
using Checkpoint.Devices.Native;
using Microsoft.Win32.SafeHandles;

namespace Checkpoint.Devices.Kernel;

/// <summary>Shows a camera a picture again and again, as the driver v4l2loopback lets a program do.</summary>
sealed partial class LoopbackFeed : IAsyncDisposable
{
    const nuint SetFormat = 0xC0D05605; // VIDIOC_S_FMT
    const uint Output = 2; // V4L2_BUF_TYPE_VIDEO_OUTPUT

    static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    volatile byte[] shown;
    readonly SafeFileHandle device;
    readonly FileStream stream;
    readonly CancellationTokenSource end = new();
    readonly Task showing;

    /// <summary>Shows the first picture before it returns: the camera is none before that.</summary>
    public LoopbackFeed(string path, PixelLayout layout, int width, int height, byte[] picture, TimeSpan? period = null)
    {
        shown = picture;
        device = DeviceWait.Open(path, isWritten: true, "video");
        stream = new(device, FileAccess.Write, bufferSize: 0);
        var format = new V4l2Layouts.Format { Type = Output, Width = (uint)width, Height = (uint)height, Pixels = (uint)layout, Field = 1 };
        Ask(ref format);
        (format.Width, format.Height, format.Pixels).ShouldBe(((uint)width, (uint)height, (uint)layout));
        stream.Write(picture);
        showing = ShowAsync(period ?? Period);
    }

    /// <summary>Holds up another picture of the same shape.</summary>
    public void Show(byte[] picture) => shown = picture;

    public async ValueTask DisposeAsync()
    {
        if (device.IsClosed)
            return;
        await end.CancelAsync();
        await showing;
        await stream.DisposeAsync();
        device.Dispose();
        end.Dispose();
    }

    unsafe void Ask(ref V4l2Layouts.Format format)
    {
        fixed (V4l2Layouts.Format* asked = &format)
            Control(device, SetFormat, asked).ShouldBe(0, Marshal.GetLastPInvokeErrorMessage());
    }

    async Task ShowAsync(TimeSpan period)
    {
        using var timer = new PeriodicTimer(period);
        try
        {
            while (await timer.WaitForNextTickAsync(end.Token))
                stream.Write(shown);
        }
        catch (OperationCanceledException)
        {
            // Taken away.
        }
    }

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial int Control(SafeFileHandle device, nuint request, V4l2Layouts.Format* format);
}
