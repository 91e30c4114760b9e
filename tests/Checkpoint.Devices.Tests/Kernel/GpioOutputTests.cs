using System.Globalization;
using Checkpoint.Devices.Gpio;
using Checkpoint.Devices.Native;
using Checkpoint.Signals;
using Checkpoint.Testing;
using Checkpoint.Testing.Programs;

namespace Checkpoint.Devices.Kernel;

/// <summary>What reaches the wires, and what is left on them when the program ends, however it ends.</summary>
public sealed class GpioOutputTests
{
    const int Line = 12;
    const int Other = 13;
    const int Relay = 14;

    readonly string chip = Rig.Gpio;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void A_line_is_what_it_is_told_to_be_from_the_first_moment()
    {
        using var lines = GpioCdev.Request(chip, [new(Line, GpioFlags.Output), new(Other, GpioFlags.Output)], 0b01, TimeSpan.Zero);
        (SimulatedChip.IsHigh(Line), SimulatedChip.IsHigh(Other)).ShouldBe((true, false));

        GpioCdev.Write(lines, 2, 0b10);

        (SimulatedChip.IsHigh(Line), SimulatedChip.IsHigh(Other)).ShouldBe((false, true));
        GpioCdev.Read(lines, 2).ShouldBe(0b10UL);
    }

    [Fact]
    public void An_active_low_line_is_high_while_it_is_off_and_its_neighbour_is_not()
    {
        using var lines = GpioCdev.Request(
            chip, [new(Line, GpioFlags.Output | GpioFlags.ActiveLow), new(Other, GpioFlags.Output)], 0, TimeSpan.Zero);
        (SimulatedChip.IsHigh(Line), SimulatedChip.IsHigh(Other)).ShouldBe((true, false));

        GpioCdev.Write(lines, 2, 0b11);

        (SimulatedChip.IsHigh(Line), SimulatedChip.IsHigh(Other)).ShouldBe((false, true));
    }

    [Fact]
    public void An_open_drain_line_is_pulled_low_and_never_driven_high()
    {
        SimulatedChip.Pull(Line, up: false);
        using var lines = GpioCdev.Request(chip, [new(Line, GpioFlags.Output | GpioFlags.OpenDrain)], 0, TimeSpan.Zero);

        GpioCdev.Write(lines, 1, 1);
        SimulatedChip.IsHigh(Line).ShouldBeFalse(); // nothing pulls it up
        GpioCdev.Write(lines, 1, 0);

        SimulatedChip.IsHigh(Line).ShouldBeFalse();
    }

    [Fact]
    public void A_line_that_somebody_has_is_refused_by_name()
    {
        using var mine = GpioCdev.Request(chip, [new(Line, GpioFlags.Output)], 0, TimeSpan.Zero);

        var error = Should.Throw<IOException>(() => GpioCdev.Request(chip, [new(Line, GpioFlags.Output)], 0, TimeSpan.Zero));

        error.Message.ShouldBe($"{chip}, lines {Line}: Device or resource busy");
    }

    [Fact]
    public void A_line_that_the_chip_does_not_have_is_refused_by_name()
    {
        Should.Throw<IOException>(() => GpioCdev.Request(chip, [new(99, GpioFlags.Output)], 0, TimeSpan.Zero)).Message.ShouldContain("lines 99");
    }

    [Fact]
    public async Task A_lamp_that_somebody_had_lights_when_they_let_go()
    {
        using var theirs = GpioCdev.Request(chip, [new(Line, GpioFlags.Output)], 0, TimeSpan.Zero);
        using var indicator = new GpioIndicator(Options(activeLow: false), TimeProvider.System);
        indicator.Show(Gpio.Signals.Steady(LightColour.Green));
        indicator.Faults.Current.ShouldNotBeNull().ShouldContain("busy");

        theirs.Dispose();

        await SimulatedChip.IsAsync(high: true, Cancel, Line);
        await Eventually.HoldsAsync(() => indicator.Faults.Current is null, "nothing is wrong any more", Cancel);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_gate_is_shut_and_dark_when_the_program_ends_in_order(bool activeLow)
    {
        SimulatedChip.Pull(Relay, activeLow);
        SimulatedChip.Pull(Line, activeLow);
        using (var indicator = new GpioIndicator(Options(activeLow), TimeProvider.System))
        {
            SimulatedChip.IsHigh(Relay).ShouldBe(activeLow);
            indicator.Show(Gpio.Signals.Admit);
            await SimulatedChip.IsAsync(!activeLow, Cancel, Line, Relay);
        }

        (SimulatedChip.IsHigh(Relay), SimulatedChip.IsHigh(Line)).ShouldBe((activeLow, activeLow));
    }

    [Fact]
    public async Task The_gate_is_pulled_shut_when_the_program_is_killed_and_the_next_one_has_the_lines()
    {
        SimulatedChip.Pull(Relay, up: true);
        SimulatedChip.Pull(Line, up: true);
        using var folder = new TemporaryFolder();
        string[] arguments = ["gpio-hold", chip, Text(Line), Text(Relay), "--active-low"];
        await using var program = ProgramProcess.Start(
            "Checkpoint.Lab", "checkpoint-lab", arguments, new Dictionary<string, string>(StringComparer.Ordinal), folder.File("log"));
        await Eventually.HoldsAsync(() => Task.FromResult(!SimulatedChip.IsHigh(Line) && !SimulatedChip.IsHigh(Relay)), "the gate is open", Rig.Patience, Cancel);

        await program.KillAsync();

        await SimulatedChip.IsAsync(high: true, Cancel, Line, Relay);
        using var next = new GpioIndicator(Options(activeLow: true), TimeProvider.System);
        next.Faults.Count.ShouldBe(0);
        (SimulatedChip.IsHigh(Relay), SimulatedChip.IsHigh(Line)).ShouldBe((true, true));
    }

    static string Text(int line) => line.ToString(CultureInfo.InvariantCulture);

    GpioOptions Options(bool activeLow) => new()
    {
        Chip = chip,
        Indicator = new()
        {
            Green = new() { Line = Line, ActiveLow = activeLow },
            Relay = new() { Line = Relay, ActiveLow = activeLow },
            RelayPulse = TimeSpan.FromSeconds(30),
        },
    };
}
