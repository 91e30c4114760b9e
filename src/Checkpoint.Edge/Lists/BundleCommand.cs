using System.Globalization;
using Checkpoint.Bundles;
using Checkpoint.Edge.Configuration;
using Checkpoint.Edge.Web;
using Checkpoint.Hosting.Bundles;
using Checkpoint.Hosting.Configuration;
using Checkpoint.Hosting.Files;

namespace Checkpoint.Edge.Lists;

/// <summary><c>checkpoint-edge bundle import|list</c>: brings lists by hand, from a stick, and says what is in force.</summary>
static class BundleCommand
{
    const int Refused = 65; // EX_DATAERR, sysexits.h

    /// <summary>Looks at each file as the gate would, and hands the good ones to it: within 5 s if it runs, else when it starts.</summary>
    /// <returns>0, 65 if one is refused, 78 for a wrong configuration, 1 if a file cannot be read or written.</returns>
    public static int Import(string config, IReadOnlyList<string> files, TextWriter output) => Run(config, output, (state, places) =>
    {
        var bundles = BundleRule.InOrder(files.Select(BundleFolder.ReadFile)).ToList();
        var good = true;
        Directory.CreateDirectory(places.Incoming);
        foreach (var (name, text) in bundles)
        {
            var step = BundleRule.Offer(state, text);
            good &= step is not BundleStep.Refused;
            output.WriteLine($"{name}: {Words(step)}");
            if (step is not BundleStep.Accepted accepted)
                continue;
            DurableFile.Write(Path.Combine(places.Incoming, BundleFolder.NameOf(accepted.Bundle.Header)), text.Span);
            state = accepted.Next;
        }

        return good ? 0 : Refused;
    });

    /// <summary>Says what is in force.</summary>
    /// <returns>0, 78 for a wrong configuration, 1 if the folder cannot be read.</returns>
    public static int List(string config, TextWriter output) => Run(config, output, (state, _) =>
    {
        foreach (var list in ListReply.Of(state, GateClock.OfThisMachine().CheckTime))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{list.Kind} {list.Version}: {list.Issued:yyyy-MM-dd HH:mm} UTC, {list.Age()}"));
        if (state.InForce.IsEmpty)
            output.WriteLine("还没有名单，请导入 no lists yet: import them");
        return 0;
    });

    static int Run(string config, TextWriter output, Func<BundleState, BundlePlaces, int> act)
    {
        try
        {
            var configuration = EdgeConfiguration.Load(config);
            var places = configuration.ToPlaces();
            var (state, problems) = new BundleStore(places.Kept).Load(RootFile.Read(configuration.Passes.Root!));
            foreach (var problem in problems)
                output.WriteLine(problem);
            return act(state, places);
        }
        catch (ConfigurationException error)
        {
            output.WriteLine(error.Message);
            return ConfigurationException.ExitCode;
        }
        catch (InvalidDataException error)
        {
            output.WriteLine(error.Message);
            return ConfigurationException.ExitCode;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            output.WriteLine($"读写失败 Cannot read or write: {error.Message}");
            return 1;
        }
    }

    /// <summary>What became of a bundle, in both languages.</summary>
    internal static string Words(BundleStep step)
    {
        if (step is not BundleStep.Refused refused)
            return step is BundleStep.Known ? "已在用 in force already" : "核验通过，已交给卡点盒 good, handed to the gate";
        var words = BundleWords.Of(refused.Why);
        return $"{words.Chinese}。 {words.English}.{(refused.Detail.Length > 0 ? $" ({refused.Detail})" : "")}";
    }
}
