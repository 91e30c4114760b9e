using System.Globalization;
using Checkpoint.Devices;
using Checkpoint.Devices.Simulated;
using Checkpoint.Edge.Configuration;
using Checkpoint.Edge.Lists;
using Checkpoint.Edge.Scanning;
using Checkpoint.Hosting.Bundles;
using Checkpoint.Hosting.Configuration;
using Checkpoint.Hosting.Files;
using Checkpoint.Passes;
using Checkpoint.Passes.Cards;
using Checkpoint.Passes.Watch;
using Checkpoint.Scanning;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Operations;

/// <summary><c>checkpoint-edge check --card</c>: reads the self-test card at shift change, and says which codes did not come out as they should.</summary>
static class CardCheck
{
    /// <summary>How long the next code may take before the rest counts as not read.</summary>
    public static readonly TimeSpan PerCode = TimeSpan.FromSeconds(20);

    /// <summary>How long the codes that nobody may read are still held up after the last that must be.</summary>
    public static readonly TimeSpan AfterLast = TimeSpan.FromSeconds(3);

    /// <summary>The result's file, beside the lists: the daily report takes it from there.</summary>
    public const string ResultFile = "card-result.json";

    /// <summary>Reads the card.</summary>
    /// <param name="config">Folder of the configuration.</param>
    /// <param name="pictures">Folder of pictures to hold in front of a simulated camera; null for the box's own camera.</param>
    /// <param name="output">Told what is read, and what to do.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>0 if all is as expected, 1 if not, 78 for a wrong configuration.</returns>
    public static async Task<int> RunAsync(string config, string? pictures, TextWriter output, CancellationToken cancel)
    {
        try
        {
            var configuration = EdgeConfiguration.Load(config);
            var places = configuration.ToPlaces();
            if (await CardAsync(configuration, places, output) is not { } card)
                return 1;
            await using var devices = DeviceSet.Open(configuration.Devices, TimeProvider.System);
            using var held = pictures is null ? null : new PictureCamera(pictures, TimeProvider.System);
            using var reader = await ScannerChild.StartAsync(ScannerStart.OfThisProgram(), ScannerChild.LongestStart, TimeProvider.System, cancel);
            var test = await ReadAsync(card, held ?? CameraOf(devices), reader, output, cancel);
            await TellAsync(test, places, output);
            return test.IsGood ? 0 : 1;
        }
        catch (ConfigurationException error)
        {
            await output.WriteLineAsync(error.Message);
            return ConfigurationException.ExitCode;
        }
        catch (Exception error) when (error is IOException or InvalidDataException or FormatException or DllNotFoundException or TimeoutException)
        {
            await output.WriteLineAsync($"自检未完成 The card was not read: {error.Message}");
            return 1;
        }
    }

    static ICamera CameraOf(DeviceSet devices) =>
        devices.Camera ?? throw new IOException("This box has no camera (Devices:Camera:Kind is none): the card is for boxes that have one.");

    static async Task<SelfTestCard?> CardAsync(EdgeConfiguration configuration, BundlePlaces places, TextWriter output)
    {
        var root = RootFile.Read(configuration.Passes.Root!);
        var state = new BundleStore(places.Kept).Load(root).State;
        state = places.Installed is { } folder ? Bundles.BundleRule.OfferAll(state, BundleFolder.Read(folder)).Next : state;
        if (state.Card is null)
            await output.WriteLineAsync("没有自检卡名单：请导入 card-*.jws There is no card's list here: import card-*.jws, which came with the card");
        return state.Card;
    }

    static async Task<CardTest> ReadAsync(SelfTestCard card, ICamera camera, ScannerChild reader, TextWriter output, CancellationToken cancel)
    {
        var clock = GateClock.OfThisMachine();
        clock.Raise(card.Header.Issued);
        var verifier = new PassVerifier(new(card.Trust) { Gate = new(card.Revoked, Watchlist.Empty, card.Scope) });
        var test = new CardTest(card);
        var last = clock.Elapsed;
        while (clock.Elapsed - last < (test.Missing == 0 ? AfterLast : PerCode))
        {
            if (await reader.ReadAsync(await camera.NextAsync(cancel)) is not { } symbol)
                continue;
            var next = test.See(CodeFingerprint.Of(symbol), verifier.Check(symbol, clock.CheckTime).Outcome);
            if (next.Read.Count > test.Read.Count || next.Strange > test.Strange)
            {
                last = clock.Elapsed;
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"已读 read {next.Read.Count}, 还差 to go {next.Missing}"));
            }

            test = next;
        }

        return test;
    }

    static async Task TellAsync(CardTest test, BundlePlaces places, TextWriter output)
    {
        foreach (var (code, came) in test.Failures)
        {
            var words = came is null
                ? "没读到：擦净镜头和卡，对准再试；仍不行换卡 not read: clean lens and card, hold it closer or farther; if it stays so, print a new card"
                : $"应为 expected {Name(code.Expected)}, 读成 came out as {Name(came)}: 请报技术员 call the technician";
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{code.Number:00}  {words}"));
        }

        if (test.Strange > 0)
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"读到 {test.Strange} 次别的码：请用本县的新卡 {test.Strange} readings of other codes: use the county's newest card"));
        Directory.CreateDirectory(places.Kept);
        DurableFile.Write(Path.Combine(places.Kept, ResultFile), Result(test));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{test.Passed}/{test.Card.Codes.Length}"));
    }

    static byte[] Result(CardTest test) => WireJson.Write(json =>
    {
        json.WriteNumber("card", test.Card.Header.Version);
        json.WriteStartArray("failed");
        foreach (var (code, _) in test.Failures)
            json.WriteNumberValue(code.Number);
        json.WriteEndArray();
        json.WriteNumber("of", test.Card.Codes.Length);
        json.WriteNumber("passed", test.Passed);
        json.WriteNumber("strange", test.Strange);
        json.WriteString("time", Bundles.BundleWriter.Instant(TimeProvider.System.GetUtcNow()));
        json.WriteNumber("v", WireJson.Version);
    });

    static string Name(CodeOutcome? outcome) => outcome is { } known ? WireName<CodeOutcome>.Of(known) : "unreadable";
}
