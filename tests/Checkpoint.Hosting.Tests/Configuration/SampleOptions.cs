using System.ComponentModel.DataAnnotations;

namespace Checkpoint.Hosting.Configuration;

public sealed class SampleOptions : IValidatableObject
{
    [Required]
    [Secret]
    [RegularExpression("mqtt://.+")]
    public string? Broker { get; init; }

    [Range(1, 1000)]
    public int Window { get; init; } = 50;

    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(30);

    [Range(-70.0, 380.0)]
    public double Threshold { get; init; } = 37.3;

    [AllowedValues("zh", "en")]
    public string Language { get; init; } = "zh";

    public bool Beep { get; set; } = true;

    public DayOfWeek Weekday { get; init; } = DayOfWeek.Monday;

    public int? Limit { get; init; }

    [Length(0, 3)]
    [RegularExpression("[a-z]+")]
    public IReadOnlyList<string> Sources { get; init; } = ["camera"];

    public SampleGroup Camera { get; init; } = new();

    public IReadOnlyList<SampleGroup> Spares { get; init; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Spares.Any(spare => spare.FramesPerSecond > Camera.FramesPerSecond))
            yield return new("Mqtt:Spares has a faster camera than Mqtt:Camera; expected at most as fast.");
    }
}
