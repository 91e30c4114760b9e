using System.ComponentModel.DataAnnotations;

namespace Checkpoint.Hosting.Configuration;

public sealed class SampleGroup
{
    [Range(1, 60)]
    public int FramesPerSecond { get; init; } = 15;
}
