using Checkpoint.Policies;
using Checkpoint.Testing;

namespace Checkpoint.Edge.Configuration;

public sealed class PolicyOptionsTests
{
    [Fact]
    public void The_defaults_are_the_rules_of_the_program() => new PolicyOptions().ToPolicy().ShouldBe(DefaultPolicy.Policy);

    [Fact]
    public void Every_option_reaches_the_rules()
    {
        var options = new PolicyOptions
        {
            Version = 9,
            RecheckFrom = 37.05,
            MaxAttempts = 3,
            MeasureOnExit = true,
            Samples = 11,
            MaxSpread = 0.45,
            ForCode = TimeSpan.FromSeconds(31),
            ForTemperature = TimeSpan.FromSeconds(32),
            BeforeRecheck = TimeSpan.FromSeconds(33),
            ShowVerdict = TimeSpan.FromSeconds(34),
            ForOccupant = TimeSpan.FromSeconds(35),
            ReadAgain = TimeSpan.FromSeconds(36),
        };

        options.ToPolicy().ShouldBe(DefaultPolicy.Policy with
        {
            Version = 9,
            RecheckFrom = Some.Surface(37_05),
            MaxAttempts = 3,
            MeasureOnExit = true,
            Sampling = new() { Samples = 11, MaxSpreadHundredths = 45 },
            Times = new()
            {
                ForCode = TimeSpan.FromSeconds(31),
                ForTemperature = TimeSpan.FromSeconds(32),
                BeforeRecheck = TimeSpan.FromSeconds(33),
                ShowVerdict = TimeSpan.FromSeconds(34),
                ForOccupant = TimeSpan.FromSeconds(35),
                ReadAgain = TimeSpan.FromSeconds(36),
            },
        });
    }
}
