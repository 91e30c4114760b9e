using System.CommandLine;
using Checkpoint.Edge.Configuration;
using Checkpoint.Edge.Operations.DeviceParts;

namespace Checkpoint.Edge.Sensing.Calibrating;

/// <summary><c>checkpoint-edge calibrate</c>, and <c>calibrate check</c> every morning: with a black body in front of the thermometer.</summary>
static class CalibrateCommand
{
    /// <summary>The command.</summary>
    /// <param name="config">The option that names the folder of the configuration.</param>
    public static Command Create(Func<Option<string>> config)
    {
        var (who, body, emissivity, folder) = (
            new Option<string>("--operator") { Description = "Number of your badge.", Required = true },
            new Option<string>("--reference") { Description = "Serial number of the black body and its certificate.", Required = true },
            Emissivity(),
            config());
        var calibrate = new Command("calibrate", "Calibrate the thermometer with a black body at two temperatures.") { who, body, emissivity, folder, Check(config()) };
        calibrate.SetAction((parsed, cancel) => RunAsync(
            parsed.GetValue(folder)!, session => session.CalibrateAsync(parsed.GetValue(who)!, parsed.GetValue(body)!, parsed.GetValue(emissivity), cancel)));
        return calibrate;
    }

    static Command Check(Option<string> config)
    {
        var emissivity = Emissivity();
        var check = new Command("check", "The daily check: the black body once, at one temperature.") { emissivity, config };
        check.SetAction((parsed, cancel) => RunAsync(
            parsed.GetValue(config)!, session => session.CheckAsync(parsed.GetValue(emissivity), cancel)));
        return check;
    }

    static Option<double> Emissivity()
    {
        var option = new Option<double>("--emissivity") { Description = "Emissivity of the black body, 0.90 to 1.00, by its certificate.", DefaultValueFactory = _ => 0.95 };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0.9 and <= 1))
                result.AddError("--emissivity: expected 0.90 to 1.00");
        });
        return option;
    }

    static Task<int> RunAsync(string config, Func<CalibrationSession, Task<bool>> act) => DevicesCommand.RunAsync(config, Console.Out, devices =>
        act(new(devices.Sensors, CalibrationStore.Beside(EdgeConfiguration.Load(config).Journal.Path), devices.Clock, Console.In, Console.Out)));
}
