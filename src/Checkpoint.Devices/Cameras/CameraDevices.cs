using System.ComponentModel.DataAnnotations;
using System.Diagnostics;

namespace Checkpoint.Devices.Cameras;

/// <summary>Makes the camera that the settings name.</summary>
public static class CameraDevices
{
    /// <summary>Makes a camera; it is opened at the first frame that is waited for, and again after each fault.</summary>
    /// <param name="options">Which one.</param>
    /// <param name="clock">What a stalled stream is measured by.</param>
    /// <exception cref="ValidationException">An option is out of its range.</exception>
    public static ICameraDevice Open(CameraOptions options, TimeProvider clock)
    {
        Validator.ValidateObject(options, new(options), validateAllProperties: true);
        var wish = options.ToWish();
        return options.Kind switch
        {
            CameraKind.V4l2 => new V4l2Camera(options.Path, wish, clock),
            CameraKind.Rpicam => new PipeCamera(Rpicam.Start(wish), wish.Stall, clock),
            CameraKind.Ffmpeg when VideoSource.TryRead(options.Source, out var source) => new PipeCamera(Ffmpeg.Start(source, wish), wish.Stall, clock),
            _ => throw new UnreachableException(),
        };
    }
}
