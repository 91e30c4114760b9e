using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using Checkpoint.Devices;
using Checkpoint.Edge.Configuration;
using Checkpoint.Hosting.Configuration;

namespace Checkpoint.Edge.Operations.DeviceParts;

/// <summary><c>checkpoint-edge devices list|test|watch</c>: what is connected, whether it works, and what it reads.</summary>
static class DevicesCommand
{
    /// <summary>The commands.</summary>
    /// <param name="config">The option that names the folder of the configuration.</param>
    public static Command Create(Func<Option<string>> config) =>
        new("devices", "Find, test and watch what is connected to the box. Stop the gate first: it holds its devices.") { List(), Test(config()), Watch(config()) };

    static Command List()
    {
        var list = new Command("list", "Say what is connected to this machine, whether the configuration names it or not.");
        list.SetAction(_ => PartList.Write(Console.Out));
        return list;
    }

    static Command Test(Option<string> config)
    {
        var hand = new Option<bool>("--hand") { Description = "Then show every signal, and say what is pressed: for a person to look at." };
        var test = new Command("test", "Try every part that the configuration names, one line each.") { config, hand };
        test.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(config)!, Console.Out, async devices =>
        {
            var lines = await PartTest.RunAsync(devices, cancel);
            foreach (var line in lines)
                await Console.Out.WriteLineAsync(line.ToString());
            if (parsed.GetValue(hand))
                await HandTest.RunAsync(devices, Console.Out, cancel);
            return lines.All(line => line.Good);
        }));
        return test;
    }

    static Command Watch(Option<string> config)
    {
        var lines = new Option<int?>("--lines") { Description = "End after so many lines." };
        var watch = new Command("watch", "Show what the sensors read, twice a second, until Ctrl-C.") { config, lines };
        watch.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(config)!, Console.Out, async devices =>
        {
            await PartWatch.RunAsync(devices, parsed.GetValue(lines), Console.Out, cancel);
            return true;
        }));
        return watch;
    }

    /// <summary>Opens the devices and does something with them, and says plainly what is in the way.</summary>
    /// <returns>0 if all is good, 1 if not, 78 for a wrong configuration.</returns>
    public static async Task<int> RunAsync(string config, TextWriter output, Func<DeviceSet, Task<bool>> act)
    {
        try
        {
            await using var devices = DeviceSet.Open(EdgeConfiguration.Load(config).Devices, TimeProvider.System);
            return await act(devices) ? 0 : 1;
        }
        catch (ConfigurationException error)
        {
            await output.WriteLineAsync(error.Message);
            return ConfigurationException.ExitCode;
        }
        catch (Exception error) when (error is ValidationException or FormatException or InvalidDataException or IOException or DllNotFoundException)
        {
            await output.WriteLineAsync(error.Message);
            return 1;
        }
    }
}
