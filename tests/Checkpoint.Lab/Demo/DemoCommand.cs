using System.CommandLine;
using System.CommandLine.Parsing;

namespace Checkpoint.Lab.Demo;

/// <summary><c>demo</c>: broker, hub and simulated gates on this machine, and one line a passage. <c>./run</c> is this.</summary>
static class DemoCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var passages = new Option<int>("--passages") { Description = "People who pass in all, spread over the gates; 0 is without end.", DefaultValueFactory = _ => 0 };
        var gates = new Option<int>("--gates") { Description = "Simulated gates.", DefaultValueFactory = _ => 1 };
        var exit = new Option<bool>("--exit") { Description = "Go as fast as the gate's rules allow, and end with one line of figures." };
        var broker = new Option<string?>("--broker") { Description = "A broker that is there already: mqtt://[user[:password]@]host[:port]." };
        var hubDb = new Option<string?>("--hub-db") { Description = "The hub's ledger: Data Source=FILE for SQLite, or Host=… for PostgreSQL." };
        var keep = new Option<bool>("--keep") { Description = "Keep journals, ledger and logs after the end." };
        Limit(passages, 0, DemoOptions.MaxPassages);
        Limit(gates, 1, DemoOptions.MaxGates);

        var command = new Command("demo", "Run broker, hub and simulated gates, and watch people pass.") { passages, gates, exit, broker, hubDb, keep };
        command.Validators.Add(result =>
        {
            if (result.GetValue(exit) && result.GetValue(passages) < result.GetValue(gates))
                result.AddError("--exit needs --passages, at least one for each gate.");
        });
        command.SetAction((arguments, cancel) => new DemoRun(new(
            arguments.GetValue(passages),
            arguments.GetValue(gates),
            arguments.GetValue(exit),
            arguments.GetValue(broker),
            arguments.GetValue(hubDb),
            arguments.GetValue(keep))).RunAsync(cancel));
        return command;
    }

    static void Limit(Option<int> option, int least, int most) => option.Validators.Add((OptionResult result) =>
    {
        if (result.GetValueOrDefault<int>() is var value && (value < least || value > most))
            result.AddError($"{option.Name} {value}: expected {least} to {most}.");
    });
}
