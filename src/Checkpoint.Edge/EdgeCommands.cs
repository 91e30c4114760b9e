using System.CommandLine;
using Checkpoint.Edge.Carrying;
using Checkpoint.Edge.Lists;
using Checkpoint.Edge.Operations;
using Checkpoint.Edge.Operations.DeviceParts;
using Checkpoint.Edge.Scanning;
using Checkpoint.Edge.Sensing.Calibrating;
using Checkpoint.Edge.Sensing.Clinical;

namespace Checkpoint.Edge;

/// <summary>The program's command line.</summary>
static class EdgeCommands
{
    /// <summary>Runs what the arguments ask for.</summary>
    /// <returns>The process's exit code.</returns>
    public static Task<int> RunAsync(string[] arguments)
    {
        var root = new RootCommand("Checkpoint, the program on the box: check the code, take the temperature, register.") { Run(), Check(), DevicesCommand.Create(Config), CalibrateCommand.Create(Config), ClinicalCommand.Create(Config), Lists(), JournalCommand.Create(Config), CarryCommand.Create(Config), Scan() };

        // Signals belong to the host, which drains what is under way.
        return root.Parse(arguments).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }

    static Command Run()
    {
        var config = Config();
        var run = new Command("run", "Run the gate.") { config };
        run.SetAction((parsed, cancel) => EdgeHost.RunAsync(parsed.GetValue(config)!, cancel));
        return run;
    }

    static Command Check()
    {
        var config = Config();
        var card = new Option<bool>("--card") { Description = "Read the self-test card instead, as at shift change." };
        var pictures = new Option<string?>("--pictures") { Description = "Folder of pictures to hold in front of a simulated camera; with --card." };
        var check = new Command("check", "Check the box: one line a check, and how to mend what is wrong.") { config, card, pictures };
        check.SetAction((parsed, cancel) => parsed.GetValue(card)
            ? CardCheck.RunAsync(parsed.GetValue(config)!, parsed.GetValue(pictures), Console.Out, cancel)
            : EdgeCheck.RunAsync(parsed.GetValue(config)!, Console.Out, cancel));
        return check;
    }

    static Command Lists()
    {
        var config = Config();
        var files = new Argument<string[]>("FILE") { Description = "Signed lists, *.jws.", Arity = ArgumentArity.OneOrMore };
        var import = new Command("import", "Check signed lists and hand them to the gate; it takes them within 5 s, or when it starts.") { files, config };
        import.SetAction(parsed => BundleCommand.Import(parsed.GetValue(config)!, parsed.GetRequiredValue(files), Console.Out));
        var list = new Command("list", "Say which lists are in force.") { config };
        list.SetAction(parsed => BundleCommand.List(parsed.GetValue(config)!, Console.Out));
        return new("bundle", "The signed lists of the county.") { import, list };
    }

    // Only for the list of commands: the program turns to it before it reads its command line.
    static Command Scan()
    {
        var scan = new Command(ScannerStart.Verb, "Read codes in frames from standard input; the gate starts it by itself.");
        scan.SetAction(_ => ScanCommand.Run());
        return scan;
    }

    static Option<string> Config() => new("--config")
    {
        Description = "Folder of *.json files; environment variables CHECKPOINT_EDGE__Section__Key win over them.",
        DefaultValueFactory = _ => "/etc/checkpoint/edge",
    };
}
