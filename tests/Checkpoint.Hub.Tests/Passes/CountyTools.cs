using System.CommandLine;
using System.Globalization;
using Checkpoint.Bundles;
using Checkpoint.Hosting.Bundles;
using Checkpoint.Hub.Passes.Inspecting;
using Checkpoint.Testing;

namespace Checkpoint.Hub.Passes;

/// <summary>A county office with its keys and lists in a folder, and the tools that it works with.</summary>
sealed class CountyTools : IDisposable
{
    /// <summary>Noon in China.</summary>
    public static readonly ManualClock Clock = new(new(2026, 11, 21, 4, 0, 0, TimeSpan.Zero));

    readonly TempFolder folder = new();

    /// <summary>A file of the office.</summary>
    public string this[string name] => folder[name];

    /// <summary>Makes a root, an issuing key for two areas, a signer, and the first trust list.</summary>
    public CountyTools Open()
    {
        Does("pass", "keygen", "root", "--out", folder["keys"]);
        Directory.CreateDirectory(folder["lists"]);
        File.Copy(folder["keys/root.pem"], folder["lists/root.pem"]);
        Does("pass", "keygen", "issuing", "--out", folder["keys"], "--id", "0001", "--month", "2026-11", "--name", "十里镇");
        Does("pass", "keygen", "signer", "--out", folder["keys"], "--month", "2026-11", "--name", "县卡点办");
        Trust("--add", folder["keys/gp1-0001-2026-11.json"], folder["keys/signer-2026-11.json"]).Code.ShouldBe(0);
        return this;
    }

    /// <summary>Issues a pass of area 411625101 from 2026-11-21 to 2026-12-20.</summary>
    /// <returns>The code and its number.</returns>
    public (string Text, string Number) Issue(params string[] more)
    {
        var lines = Does([
            "pass", "issue", "--key", folder["keys/gp1-0001-2026-11.key.pem"], "--area", "411625101", "--from", "2026-11-21", "--until", "2026-12-20", .. more]).Split('\n');
        return (lines[0], lines[1][(lines[1].LastIndexOf(' ') + 1)..]);
    }

    /// <summary>Signs the next trust list.</summary>
    public (int Code, string Output, string Errors) Trust(params string[] more) =>
        Run(["bundle", "trust", "--key", folder["keys/root.key.pem"], "--lists", folder["lists"], .. more]);

    /// <summary>What a box that gets the lists has in force.</summary>
    public BundleState Box()
    {
        var (state, steps) = BundleRule.OfferAll(new(RootFile.Read(folder["lists/root.pem"])), BundleFolder.Read(folder["lists"]));
        steps.ShouldAllBe(step => step.Step is BundleStep.Accepted);
        return state;
    }

    /// <summary>Runs a tool that must succeed.</summary>
    public static string Does(params string[] arguments)
    {
        var (code, output, errors) = Run(arguments);
        code.ShouldBe(0, errors);
        return output;
    }

    /// <summary>Runs a tool.</summary>
    public static (int Code, string Output, string Errors) Run(params string[] arguments) =>
        Run(new RootCommand { PassCommands.Create(Clock), BundleCommands.Create(Clock) }, arguments);

    /// <summary>Runs <c>inspect</c> on an input.</summary>
    public static (int Code, string Output, string Errors) Inspect(byte[] input, params string[] arguments) =>
        Run(new RootCommand { InspectCommand.Create(Clock, () => new MemoryStream(input)) }, ["inspect", .. arguments]);

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();

    static (int Code, string Output, string Errors) Run(RootCommand root, string[] arguments)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var errors = new StringWriter(CultureInfo.InvariantCulture);
        var code = root.Parse(arguments).Invoke(new InvocationConfiguration { Output = output, Error = errors });
        return (code, output.ToString(), errors.ToString());
    }
}
