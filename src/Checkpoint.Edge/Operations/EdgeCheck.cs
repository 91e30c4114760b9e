using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Checkpoint.Bundles;
using Checkpoint.Devices;
using Checkpoint.Edge.Configuration;
using Checkpoint.Edge.Lists;
using Checkpoint.Edge.Operations.DeviceParts;
using Checkpoint.Edge.Scanning;
using Checkpoint.Edge.Sensing.Calibrating;
using Checkpoint.Edge.Web;
using Checkpoint.Hosting.Bundles;
using Checkpoint.Hosting.Checks;
using Checkpoint.Hosting.Configuration;
using Checkpoint.Hosting.Mqtt;
using Checkpoint.Hosting.Sqlite;
using Checkpoint.Journaling;

namespace Checkpoint.Edge.Operations;

/// <summary><c>checkpoint-edge check</c>: one line a check, and how to mend what is wrong. Changes nothing.</summary>
static class EdgeCheck
{
    /// <summary>Runs every check.</summary>
    /// <returns>0 if all are good, 1 if one is not, 78 for a wrong configuration.</returns>
    public static async Task<int> RunAsync(string folder, TextWriter output, CancellationToken cancel)
    {
        EdgeConfiguration configuration;
        try
        {
            configuration = EdgeConfiguration.Load(folder);
        }
        catch (ConfigurationException error)
        {
            foreach (var problem in error.Problems)
                await output.WriteLineAsync(new CheckLine("configuration", Good: false, problem).ToString());
            return ConfigurationException.ExitCode;
        }

        List<CheckLine> lines =
        [
            new("configuration", Good: true, $"device {configuration.Device.Id}"),
            Journal(configuration.Journal.Path),
            Lists(configuration),
            await CodeReaderCheck.RunAsync(ScannerStart.OfThisProgram(), configuration.Devices.Simulation.Seeds, cancel),
            .. await DevicesAsync(configuration, cancel),
            await BrokerCheck.RunAsync(
                BrokerEndpoint.Parse(configuration.Mqtt.Broker), configuration.Device.Id!, TimeProvider.System, cancel),
            ListenCheck.Run(configuration.Web.ToEndpoint()),
            Clock(),
        ];
        foreach (var line in lines)
            await output.WriteLineAsync(line.ToString());
        return lines.TrueForAll(line => line.Good) ? 0 : 1;
    }

    static CheckLine Journal(string path)
    {
        const string name = "journal";
        const string damaged = "Start the gate: it keeps the damaged file and begins a new one.";
        const string mend = "Make the folder, and let the service's user write to it.";
        if (!File.Exists(path))
        {
            var parent = Path.GetDirectoryName(Path.GetFullPath(path))!;
            return Directory.Exists(parent)
                ? new(name, Good: true, $"{path} will be made")
                : new(name, Good: false, $"{parent} does not exist. {mend}");
        }

        try
        {
            using var store = SqliteStore.OpenReader(path);
            var verdict = store.Scalar<string>("PRAGMA quick_check(1)");
            return string.Equals(verdict, "ok", StringComparison.Ordinal)
                ? new(name, Good: true, $"{path} is sound")
                : new(name, Good: false, $"{path}: {verdict}. {damaged}");
        }
        catch (CorruptStoreException error)
        {
            return new(name, Good: false, $"{error.Message} {damaged}");
        }
        catch (IOException error)
        {
            return new(name, Good: false, $"{error.Message} {mend}");
        }
    }

    static CheckLine Lists(EdgeConfiguration configuration)
    {
        const string name = "lists";
        try
        {
            var places = configuration.ToPlaces();
            var (state, problems) = new BundleStore(places.Kept).Load(RootFile.Read(configuration.Passes.Root!));
            if (problems.Count > 0)
                return new(name, Good: false, $"{problems[0]}. Import the newest lists again.");

            // What the installation brings is taken when the gate starts.
            state = places.Installed is { } folder ? BundleRule.OfferAll(state, BundleFolder.Read(folder)).Next : state;
            return state.Trust.Version == 0
                ? new(name, Good: false, "There is no trust list: every pass will have an unknown issuer. Put the county's lists into Passes:Bundles, or import them.")
                : new(name, Good: true, Line(state));
        }
        catch (InvalidDataException error)
        {
            return new(name, Good: false, error.Message);
        }
        catch (IOException error)
        {
            return new(name, Good: false, $"{error.Message} Let the service's user read the folder of lists.");
        }
    }

    static string Line(BundleState state) => string.Join(", ", ListReply.Of(state, GateClock.OfThisMachine().CheckTime).Select(
        list => string.Create(CultureInfo.InvariantCulture, $"{list.Kind} {list.Version} ({list.Age()}{(list.IsOld ? ", too old" : "")})")));

    static async Task<IReadOnlyList<CheckLine>> DevicesAsync(EdgeConfiguration configuration, CancellationToken cancel)
    {
        try
        {
            await using var devices = DeviceSet.Open(configuration.Devices, TimeProvider.System);
            var lines = await PartTest.RunAsync(devices, cancel);
            return devices.Sensors.NeedsCalibration ? [.. lines, Calibration(configuration.Journal.Path)] : lines;
        }
        catch (Exception error) when (error is ValidationException or FormatException or IOException or InvalidDataException)
        {
            return [new("devices", Good: false, $"{error.Message} Set section Devices, or connect what is missing.")];
        }
    }

    static CheckLine Calibration(string journal)
    {
        const string name = "calibration";
        const string mend = "Put a black body in front of the thermometer and run checkpoint-edge calibrate.";
        try
        {
            var calibration = CalibrationStore.Beside(journal).Load();
            if (calibration is null)
                return new(name, Good: false, $"there never was one. {mend}");
            var due = calibration.DueAt(CalibrationStore.Rule).UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            return CalibrationStore.Rule.IsOverdue(calibration, TimeProvider.System.GetUtcNow())
                ? new(name, Good: false, $"was due {due}. {mend}")
                : new(name, Good: true, $"due {due}");
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            return new(name, Good: false, error.Message);
        }
    }

    static CheckLine Clock()
    {
        var quality = GateClock.OfThisMachine().Quality;
        return quality == ClockQuality.Unknown
            ? new("clock", Good: false, "It is behind the program's own date. Set it, or connect to a time server once.")
            : new("clock", Good: true, $"{quality}");
    }
}
