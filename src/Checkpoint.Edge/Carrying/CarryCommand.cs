using System.CommandLine;
using Checkpoint.Carrying;
using Checkpoint.Edge.Configuration;
using Checkpoint.Hosting.Configuration;

namespace Checkpoint.Edge.Carrying;

/// <summary><c>checkpoint-edge carry out|in|key|qr</c>: entries to the hub and its receipts back by hand, where there is no network.</summary>
static class CarryCommand
{
    const int Failed = 1;

    /// <summary>The commands.</summary>
    /// <param name="config">The option that names the folder of the configuration.</param>
    public static Command Create(Func<Option<string>> config) => new("carry", "Carry entries to the hub by hand, and its receipts back.")
    {
        Stick("out", "Write every entry that the hub has not confirmed to a stick; the gate may be running.", config(), CarryOut.Run),
        Stick("in", "Take the hub's receipts and lists from a stick and hand them to the gate.", config(), CarryIn.Run),
        Key(config()),
        Qr(config()),
    };

    static Command Stick(string name, string what, Option<string> config, Func<EdgeConfiguration, string, TextWriter, int> act)
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of the stick, such as /media/usb." };
        var command = new Command(name, what) { folder, config };
        command.SetAction(parsed => Run(parsed.GetValue(config)!, Console.Out, (configuration, output) => act(configuration, parsed.GetRequiredValue(folder), output)));
        return command;
    }

    static Command Key(Option<string> config)
    {
        var command = new Command("key", "Show the public key that this box signs with, to be compared at the hub.") { config };
        command.SetAction(parsed => Run(parsed.GetValue(config)!, Console.Out, ShowKey));
        return command;
    }

    static Command Qr(Option<string> config)
    {
        var pictures = new Option<string?>("--png") { Description = "Folder for the codes as pictures; without it their texts are written, one a line." };
        var command = new Command("qr", "The last day's unconfirmed entries as a sequence of QR codes; /carry on the box's page shows them too.") { pictures, config };
        command.SetAction(parsed => Run(parsed.GetValue(config)!, Console.Out, (configuration, output) => CarryQr.Run(configuration, parsed.GetValue(pictures), output, Console.Error)));
        return command;
    }

    /// <summary>Shows the key, first as the hub takes it, then its fingerprint.</summary>
    public static int ShowKey(EdgeConfiguration configuration, TextWriter output)
    {
        using var key = BoxKeyFile.Read(configuration.ToCarryPlaces());
        output.WriteLine(BoxKey.Of(key));
        output.WriteLine(BoxKey.TryFingerprint(BoxKey.Of(key)));
        return 0;
    }

    /// <summary>Does one of them, and says plainly what is in the way.</summary>
    /// <returns>What it returned, 78 for a wrong configuration, 65 for a wrong file, 1 if something cannot be read or written.</returns>
    public static int Run(string config, TextWriter output, Func<EdgeConfiguration, TextWriter, int> act)
    {
        try
        {
            return act(EdgeConfiguration.Load(config), output);
        }
        catch (ConfigurationException error)
        {
            output.WriteLine(error.Message);
            return ConfigurationException.ExitCode;
        }
        catch (InvalidDataException error)
        {
            output.WriteLine(error.Message);
            return Operations.JournalCommand.Damaged;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            output.WriteLine($"没有完成，文件名前没有显示的都不算数。 Not finished; only files named above are there. {error.Message}");
            return Failed;
        }
    }
}
