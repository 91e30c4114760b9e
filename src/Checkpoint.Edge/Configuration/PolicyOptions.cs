using System.ComponentModel.DataAnnotations;
using Checkpoint.Policies;
using Checkpoint.Sensing;

namespace Checkpoint.Edge.Configuration;

/// <summary>Configuration section <c>Policy</c>: the rules, until the hub sends them signed.</summary>
sealed class PolicyOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Policy";

    /// <summary>
    /// A policy file as <c>checkpoint-hub policy default</c> prints it. With it, nothing else in this section is read. Without it, the
    /// program's own rules apply, with the settings below.
    /// </summary>
    public string? File { get; set; }

    /// <summary>Version of the rules; each entry names it. Default 1; 1 … 2147483647.</summary>
    [Range(1, int.MaxValue)]
    public int Version { get; set; } = 1;

    /// <summary>A surface on or over this is measured again, then referred; °C. Default 37.3; 35 … 42.</summary>
    [Range(35.0, 42.0)]
    public double RecheckFrom { get; set; } = 37.3;

    /// <summary>Measurements of one person before a person takes over. Default 2; 2 … 5.</summary>
    [Range(2, 5)]
    public int MaxAttempts { get; set; } = 2;

    /// <summary>Whether people going out are measured too. Default false.</summary>
    public bool MeasureOnExit { get; set; }

    /// <summary>Samples that must agree. Default 8; 3 … 64.</summary>
    [Range(3, 64)]
    public int Samples { get; set; } = 8;

    /// <summary>Largest difference between them; °C. Default 0.3; 0.01 … 2.</summary>
    [Range(0.01, 2.0)]
    public double MaxSpread { get; set; } = 0.3;

    /// <summary>Time for a code. Default 20 s; 1 s … 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan ForCode { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Time for the volunteer to say a health code's colour. Default 20 s; 1 s … 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan ForColour { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Time for a steady temperature. Default 15 s; 1 s … 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan ForTemperature { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Time before a second measurement. Default 1 s; 0 … 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan BeforeRecheck { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Time that a verdict stays on the light at most. Default 10 s; 1 s … 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan ShowVerdict { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Time for a vehicle's next occupant. Default 2 min; 10 s … 15 min.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "00:15:00")]
    public TimeSpan ForOccupant { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The same code in the same direction within this time is "already registered". Default 10 s; 0 … 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan ReadAgain { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The rules as the gate's machine takes them.</summary>
    /// <exception cref="InvalidDataException">The file cannot be read, is wrong, or holds a policy that would do harm; the message says all of it.</exception>
    public Policy ToPolicy() => File is { } file ? PolicyFile.Read(file) : WithSettings();

    Policy WithSettings() => DefaultPolicy.Policy with
    {
        Version = Version,
        RecheckFrom = SurfaceTemperature.FromHundredths(Hundredths(RecheckFrom)),
        MaxAttempts = MaxAttempts,
        MeasureOnExit = MeasureOnExit,
        Sampling = new() { Samples = Samples, MaxSpreadHundredths = Hundredths(MaxSpread) },
        Times = new()
        {
            ForCode = ForCode,
            ForColour = ForColour,
            ForTemperature = ForTemperature,
            BeforeRecheck = BeforeRecheck,
            ShowVerdict = ShowVerdict,
            ForOccupant = ForOccupant,
            ReadAgain = ReadAgain,
        },
    };

    static int Hundredths(double celsius) => (int)Math.Round(celsius * 100);
}
