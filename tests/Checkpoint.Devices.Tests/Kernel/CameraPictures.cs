using Checkpoint.Devices.Cameras;

namespace Checkpoint.Devices.Kernel;

/// <summary>A picture as a camera's driver lays it out.</summary>
static class CameraPictures
{
    public static async Task<byte[]> LayOutAsync(GreyFrame frame, PixelLayout layout, CancellationToken cancel)
    {
        var luma = frame.Pixels.ToArray();
        return layout switch
        {
            PixelLayout.Grey => luma,
            PixelLayout.Nv12 => [.. luma, .. Enumerable.Repeat((byte)0x80, luma.Length / 2)],
            PixelLayout.Yuyv => [.. luma.SelectMany(value => (byte[])[value, 0x80])],
            _ => await JpegPictures.MakeAsync(frame, cancel),
        };
    }
}
