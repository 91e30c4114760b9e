using System.ComponentModel.DataAnnotations;

namespace Checkpoint.Devices.Cameras;

/// <summary>Configuration section <c>Devices:Camera</c>: the camera that looks for codes.</summary>
public sealed class CameraOptions : IValidatableObject
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Devices:Camera";

    /// <summary>How it is reached: <c>v4l2</c>, <c>rpicam</c>, <c>ffmpeg</c>, or <c>none</c> on a gate that has scanners only. Default v4l2.</summary>
    public CameraKind Kind { get; set; } = CameraKind.V4l2;

    /// <summary>Device file of a camera of kind v4l2; <c>/dev/v4l/by-id/…</c> stays the same camera's. Default <c>/dev/checkpoint-camera</c>, the first USB camera, as the installer's udev rule names it.</summary>
    public string Path { get; set; } = "/dev/checkpoint-camera";

    /// <summary>What ffmpeg plays: <c>rtsp://…</c>, <c>rtsps://…</c> or a file's path that starts with <c>/</c>. No default; needed for ffmpeg.</summary>
    public string? Source { get; set; }

    /// <summary>Pixels in a row, 160 … 4096; of rpicam a multiple of 128. Default 1280. A camera of kind v4l2 may choose another.</summary>
    public int Width { get; set; } = 1280;

    /// <summary>Rows, 120 … 4096; of rpicam even. Default 720. A camera of kind v4l2 may choose another.</summary>
    public int Height { get; set; } = 720;

    /// <summary>Frames a second, 1 … 60. Default 15: a code is read in a fraction of the time that a person holds it.</summary>
    public int FramesPerSecond { get; set; } = 15;

    /// <summary>After so many seconds without a picture the camera is opened anew, 1 … 60. Default 5.</summary>
    public int StallSeconds { get; set; } = 5;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Enum.IsDefined(Kind))
            yield return Problem(nameof(Kind), Kind, "v4l2, rpicam, ffmpeg or none");
        if (Kind == CameraKind.V4l2 && !Path.StartsWith('/'))
            yield return Problem(nameof(Path), Path, "a device file such as /dev/video0");
        if (Kind == CameraKind.Ffmpeg && !VideoSource.TryRead(Source, out _))
            yield return new($"{Section}:{nameof(Source)} is no source for ffmpeg; expected {VideoSource.Expected}.", [nameof(Source)]);
        foreach (var problem in ProblemsOfNumbers())
            yield return problem;
        if (Kind == CameraKind.Rpicam && Width % Rpicam.WidthStep != 0)
            yield return Problem(nameof(Width), Width, $"a multiple of {Rpicam.WidthStep} for rpicam, whose rows have gaps otherwise");
        if (Kind == CameraKind.Rpicam && Height % 2 != 0)
            yield return Problem(nameof(Height), Height, "an even number for rpicam");
    }

    /// <summary>What to ask the camera for.</summary>
    internal CameraWish ToWish() => new(Width, Height, FramesPerSecond, TimeSpan.FromSeconds(StallSeconds));

    IEnumerable<ValidationResult> ProblemsOfNumbers()
    {
        (string Key, int Value, int Least, int Most)[] numbers =
        [
            (nameof(Width), Width, 160, FrameShape.MostSide),
            (nameof(Height), Height, 120, FrameShape.MostSide),
            (nameof(FramesPerSecond), FramesPerSecond, 1, 60),
            (nameof(StallSeconds), StallSeconds, 1, 60),
        ];
        return numbers.Where(number => number.Value < number.Least || number.Value > number.Most)
            .Select(number => Problem(number.Key, number.Value, $"{number.Least} to {number.Most}"));
    }

    // A source is not repeated: it may hold a password.
    static ValidationResult Problem(string key, object value, string expected) =>
        new($"{Section}:{key} is \"{value}\"; expected {expected}.", [key]);
}
