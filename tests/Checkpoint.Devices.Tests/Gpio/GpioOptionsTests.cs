using System.ComponentModel.DataAnnotations;

namespace Checkpoint.Devices.Gpio;

public sealed class GpioOptionsTests
{
    [Fact]
    public void A_box_with_everything_wired_is_taken()
    {
        Problems(new()
        {
            Indicator = new() { Green = On(0), Red = On(511), Relay = On(2) },
            Presence = new() { Outer = In(3), Inner = In(4) },
            Panel = new() { NoPhone = In(5), AdmitByHand = In(6) },
        }).ShouldBeEmpty();
    }

    [Fact]
    public void A_box_with_nothing_wired_is_taken()
    {
        Problems(new()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, "is not set")]
    [InlineData(-1, "is -1")]
    [InlineData(512, "is 512")]
    public void A_line_that_no_chip_has_is_named(int? line, string found)
    {
        Problems(new() { Panel = new() { Clear = In(line) } }).ShouldBe([$"Devices:Gpio:Panel:Clear:Line {found}; expected 0 to 511."]);
    }

    [Fact]
    public void Two_uses_of_one_line_are_named()
    {
        Problems(new() { Indicator = new() { Green = On(7) }, Presence = new() { Outer = In(7) } })
            .ShouldBe(["Devices:Gpio:Presence:Outer:Line is 7; expected a line of its own, and Devices:Gpio:Indicator:Green has that one."]);
    }

    [Theory]
    [InlineData(99, "00:00:00.0990000")]
    [InlineData(30_001, "00:00:30.0010000")]
    public void A_pulse_outside_its_range_is_named(int milliseconds, string found)
    {
        Problems(new() { Indicator = new() { RelayPulse = TimeSpan.FromMilliseconds(milliseconds) } })
            .ShouldBe([$"Devices:Gpio:Indicator:RelayPulse is {found}; expected 00:00:00.1000000 to 00:00:30."]);
    }

    [Theory]
    [InlineData(100, 0, 0)]
    [InlineData(30_000, 1_000, 60_000)]
    public void Both_ends_of_each_range_are_taken(int pulse, int debounce, int hold)
    {
        Problems(new()
        {
            Indicator = new() { RelayPulse = TimeSpan.FromMilliseconds(pulse) },
            Presence = new() { Debounce = TimeSpan.FromMilliseconds(debounce), Hold = TimeSpan.FromMilliseconds(hold) },
            Panel = new() { Debounce = TimeSpan.FromMilliseconds(debounce) },
        }).ShouldBeEmpty();
    }

    [Fact]
    public void Every_length_of_time_that_is_out_of_range_is_named()
    {
        var problems = Problems(new()
        {
            Presence = new() { Debounce = TimeSpan.FromSeconds(1.001), Hold = TimeSpan.FromSeconds(-1) },
            Panel = new() { Debounce = TimeSpan.FromSeconds(2) },
        });

        problems.Select(problem => problem.Split(' ')[0]).ShouldBe(["Devices:Gpio:Presence:Debounce", "Devices:Gpio:Presence:Hold", "Devices:Gpio:Panel:Debounce"]);
    }

    [Fact]
    public void A_way_to_drive_a_line_that_does_not_exist_is_named()
    {
        var output = On(1);
        output.Drive = (GpioDrive)9;

        Problems(new() { Indicator = new() { Red = output } }).ShouldHaveSingleItem().ShouldStartWith("Devices:Gpio:Indicator:Red is wired in a way that does not exist");
    }

    [Fact]
    public void An_inner_beam_alone_tells_no_direction_and_is_refused()
    {
        Problems(new() { Presence = new() { Inner = In(1) } }).ShouldHaveSingleItem().ShouldStartWith("Devices:Gpio:Presence:Outer is not set");
    }

    [Fact]
    public void A_device_of_which_nothing_is_wired_is_refused()
    {
        Should.Throw<ValidationException>(() => new GpioIndicator(new(), TimeProvider.System)).Message.ShouldContain("Devices:Gpio:Indicator has no output");
        Should.Throw<ValidationException>(() => new GpioPresence(new(), TimeProvider.System)).Message.ShouldContain("Devices:Gpio:Presence has no sensor");
        Should.Throw<ValidationException>(() => new GpioPanel(new(), TimeProvider.System)).Message.ShouldContain("Devices:Gpio:Panel has no button");
    }

    static List<string> Problems(GpioOptions options)
    {
        var findings = new List<ValidationResult>();
        Validator.TryValidateObject(options, new(options), findings, validateAllProperties: true);
        return [.. findings.Select(finding => finding.ErrorMessage!)];
    }

    static GpioOutputOptions On(int? line) => new() { Line = line };

    static GpioInputOptions In(int? line) => new() { Line = line };
}
