using System.Collections.Immutable;
using System.Globalization;
using Checkpoint.Devices;
using Checkpoint.Devices.Surroundings;
using Checkpoint.Sensing;
using Checkpoint.Sensing.Calibrating;
using Checkpoint.Sensing.Correcting;

namespace Checkpoint.Edge.Sensing.Calibrating;

/// <summary>Leads a technician through a calibration, or the daily check, with a black body.</summary>
/// <param name="sensors">The box's sensors; nothing else may use them.</param>
/// <param name="store">Where calibrations are kept.</param>
/// <param name="clock">What it is dated and timed by.</param>
/// <param name="input">What the technician types.</param>
/// <param name="output">What they are told.</param>
sealed class CalibrationSession(SensorSet sensors, CalibrationStore store, TimeProvider clock, TextReader input, TextWriter output)
{
    const int Points = 2;

    /// <summary>Asks for two temperatures of the black body, lays the line, and keeps it if it is plausible.</summary>
    /// <param name="who">Number of the technician's badge.</param>
    /// <param name="blackBody">Serial number of the black body and of its certificate.</param>
    /// <param name="emissivity">The black body's, 0.90 … 1.00.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Whether there is a new calibration.</returns>
    public async Task<bool> CalibrateAsync(string who, string blackBody, double emissivity, CancellationToken cancel)
    {
        if (Air() is not { } air)
            return await SayAsync("读不到气温：检查测温部件 The air cannot be measured: try checkpoint-edge devices test");
        await output.WriteLineAsync("测温仪应已通电三十分钟 The thermometer should have been switched on for thirty minutes.");
        var points = ImmutableArray.CreateBuilder<CalibrationPoint>();
        for (var number = 1; number <= Points; number++)
        {
            if (await PointAsync($"{number}/{Points}", cancel) is not { } point)
                return false;
            points.Add(point);
        }

        var run = new CalibrationRun(clock.GetUtcNow(), who, blackBody, emissivity, air, Serial(), points.ToImmutable());
        return await TellAsync(CalibrationStore.Rule.Judge(run));
    }

    /// <summary>Asks for one temperature of the black body, and says whether the thermometer is still right.</summary>
    public async Task<bool> CheckAsync(double emissivity, CancellationToken cancel)
    {
        if (Air() is not { } air)
            return await SayAsync("读不到气温：检查测温部件 The air cannot be measured: try checkpoint-edge devices test");
        if (await PointAsync("1/1", cancel) is not { } point)
            return false;
        var calibrated = store.Load() is { } calibration && IsOfThis(calibration) ? calibration.Apply(point.Seen) : point.Seen;
        var measured = calibrated is { } seen ? new EmissivityCorrection { Emissivity = emissivity }.Apply(seen, air) : null;
        var isGood = measured is { } surface && CalibrationStore.Rule.IsDailyGood(point.Reference, surface);
        await output.WriteLineAsync(isGood
            ? $"每日核查合格 The daily check is passed: {measured} / {point.Reference} °C"
            : $"每日核查不合格，请重新校准 The daily check is not passed, calibrate again: {measured} / {point.Reference} °C");
        return isGood;
    }

    async Task<CalibrationPoint?> PointAsync(string number, CancellationToken cancel)
    {
        await output.WriteLineAsync($"{number} 黑体稳定后，对准，输入它的温度（例如 35.00）并回车 When the black body is steady, aim at it, type its temperature such as 35.00, and press Enter:");
        if (BlackBodyRun.Parse(await input.ReadLineAsync(cancel)) is not { } reference)
        {
            await SayAsync("这不是 0 到 100 的温度 That is no temperature from 0 to 100");
            return null;
        }

        if (await BlackBodyRun.ReadAsync(sensors, clock, cancel) is { } seen)
        {
            await output.WriteLineAsync($"  读到 seen {seen} °C");
            return new(reference, seen);
        }

        await SayAsync("读数不稳：固定好再来 The readings were not steady: fasten both and start again");
        return null;
    }

    async Task<bool> TellAsync(CalibrationOutcome outcome)
    {
        if (outcome is CalibrationOutcome.Taken { Calibration: var line })
        {
            store.Keep(line);
            return !await SayAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"已校准，一分钟内生效 Calibrated, in force within a minute: slope {line.Slope:0.0000}, offset {line.Offset:0.00} °C, due {line.DueAt(CalibrationStore.Rule):yyyy-MM-dd}"));
        }

        return await SayAsync(CalibrationWords.Of(((CalibrationOutcome.Refused)outcome).Why));
    }

    // One that cannot be read leaves the serial number open.
    string Serial()
    {
        try
        {
            return sensors.Serial();
        }
        catch (IOException)
        {
            return "";
        }
    }

    bool IsOfThis(Calibration calibration) =>
        calibration.Run.Serial.Length == 0 || string.Equals(calibration.Run.Serial, Serial(), StringComparison.Ordinal);

    AmbientTemperature? Air() => sensors.Air.Read() is AmbientReading.Measured air ? AmbientTemperature.FromHundredths(air.Hundredths) : null;

    async Task<bool> SayAsync(string words)
    {
        await output.WriteLineAsync(words);
        return false;
    }
}
