using Checkpoint.Devices;
using Checkpoint.Devices.Simulated;
using Checkpoint.Devices.Surroundings;
using Checkpoint.Devices.Thermometers;
using Checkpoint.Testing;
using Checkpoint.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace Checkpoint.Edge.Sensing.Calibrating;

public sealed class CalibrationLoopTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly CalibrationView view = new();
    readonly Parts parts;

    public CalibrationLoopTests() => parts = new(folder["journal.db"]);

    CalibrationStore Store => new(folder.Path);

    public void Dispose()
    {
        parts.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void A_calibration_that_was_kept_is_taken()
    {
        Store.Keep(Calibrations.Of("", parts.Clock.Wall));

        Look();

        view.Stored.ShouldNotBeNull();
        parts.TakeAlarms().ShouldBeEmpty();
    }

    [Fact]
    public void One_that_is_overdue_is_said_once_a_day()
    {
        Store.Keep(Calibrations.Of("", parts.Clock.Wall.AddDays(-15)));

        Look(times: 3);

        parts.TakeAlarms().ShouldHaveSingleItem().Kind.ShouldBe(AlarmKind.CalibrationOverdue);
    }

    [Fact]
    public void A_thermometer_that_was_never_calibrated_is_overdue()
    {
        Look();

        parts.TakeAlarms().ShouldHaveSingleItem().Detail.ShouldBe("never calibrated");
    }

    [Fact]
    public void A_simulated_thermometer_needs_none()
    {
        Look(needsCalibration: false);

        parts.TakeAlarms().ShouldBeEmpty();
    }

    [Fact]
    public void A_file_that_is_no_calibration_leaves_the_one_before_in_force()
    {
        Store.Keep(Calibrations.Of("", parts.Clock.Wall));
        var loop = Loop(needsCalibration: true);
        loop.Look();
        File.WriteAllText(folder["calibration.json"], "{}");

        loop.Look();

        view.Stored.ShouldNotBeNull();
        loop.Dispose();
    }

    void Look(int times = 1, bool needsCalibration = true)
    {
        using var loop = Loop(needsCalibration);
        for (var i = 0; i < times; i++)
            loop.Look();
    }

    CalibrationLoop Loop(bool needsCalibration)
    {
        var thermometer = new Mlx90614(new SimulatedMlx90614(1));
        var sensors = new SensorSet(thermometer, new DieAsAir(thermometer), Distance: null) { NeedsCalibration = needsCalibration };
        return new(Store, view, sensors, parts.Outbox, parts.Clock, TimeProvider.System, NullLogger<CalibrationLoop>.Instance);
    }
}
