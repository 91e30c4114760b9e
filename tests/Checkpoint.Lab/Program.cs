using System.CommandLine;
using Checkpoint.Lab.Bench;
using Checkpoint.Lab.Bench.Faults;
using Checkpoint.Lab.Bench.Throughput;
using Checkpoint.Lab.Binding;
using Checkpoint.Lab.Carrying;
using Checkpoint.Lab.Chaos;
using Checkpoint.Lab.Dcc;
using Checkpoint.Lab.Demo;
using Checkpoint.Lab.Fuzz;
using Checkpoint.Lab.Journals;
using Checkpoint.Lab.Kernel;
using Checkpoint.Lab.Nzcp;
using Checkpoint.Lab.PowerCut;
using Checkpoint.Lab.Qr;
using Checkpoint.Lab.Rules;
using Checkpoint.Lab.Scanning;
using Checkpoint.Lab.Seeds;
using Checkpoint.Lab.Sensors;
using Checkpoint.Lab.Shc;
using Checkpoint.Lab.Simulate;
using Checkpoint.Lab.Thermometry;

// Everything that is proven or measured and takes longer than a unit test. Each verb ends with a line "N passed, N failed";
// the demonstration ends with its own figures.
var root = new RootCommand("What takes longer than a unit test: proofs, measurements and the demonstration.")
{
    CarryLabCommand.Create(),
    CertLogicCommand.Create(),
    ChaosCommand.Create(),
    DemoCommand.Create(),
    BenchCommand.Create(),
    BindingCommand.Create(),
    RulesCommand.Create(),
    DccCommand.Create(),
    FuzzCommand.Create(),
    GpioHold.Create(),
    BrokerFuzzCommand.Create(),
    JournalCommand.Create(),
    KernelClockCommand.Create(),
    LaneGate.Create(),
    NzcpCommand.Create(),
    ShcCommand.Create(),
    QrCommand.Create(),
    QrMake.Create(),
    PowerCutCommand.Create(),
    PowerCutWriter.Create(),
    ScannerKillCommand.Create(),
    SeedsCommand.Create(),
    SimulateCommand.Create(),
    ThermometerFuzzCommand.Create(),
    ThermometryCommand.Create(),
    TimedGate.Create(),
};

// Stopping five gates, a hub and a broker in order takes a while.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) });
