using System.Globalization;
using System.Security.Cryptography;
using Checkpoint.Bundles;
using Checkpoint.Carrying;
using Checkpoint.Edge.Configuration;
using Checkpoint.Edge.Lists;
using Checkpoint.Hosting.Bundles;
using Checkpoint.Hosting.Files;
using Checkpoint.Journaling;

namespace Checkpoint.Edge.Carrying;

/// <summary><c>carry in</c>: takes lists and the hub's receipts from a stick, looks at each, and hands the good ones to the gate.</summary>
static class CarryIn
{
    const int Refused = 65; // EX_DATAERR, sysexits.h

    /// <summary>Takes what is there.</summary>
    /// <returns>0, or 65 if something was refused.</returns>
    /// <exception cref="IOException">The stick cannot be read, or the box not written.</exception>
    public static int Run(EdgeConfiguration configuration, string folder, TextWriter output)
    {
        var (stick, lists, good) = (new StickFolder(folder), configuration.ToPlaces(), true);
        var (state, _) = new BundleStore(lists.Kept).Load(RootFile.Read(configuration.Passes.Root!));
        state = lists.Installed is { } installed ? BundleRule.OfferAll(state, BundleFolder.Read(installed)).Next : state;
        state = TakeLists(stick, state, lists, output, ref good);
        TakeWatermarks(stick, state, configuration, output, ref good);
        output.WriteLine("完成，可以拔出。卡点盒运行时 5 秒内生效，否则启动时生效。 Done, the stick may be taken out. The gate takes it within 5 s if it runs, else when it starts.");
        return good ? 0 : Refused;
    }

    static BundleState TakeLists(StickFolder stick, BundleState state, BundlePlaces places, TextWriter output, ref bool good)
    {
        var found = stick.Names(CarryNames.Lists).Select(name => (Name: name, Text: (ReadOnlyMemory<byte>)stick.TryRead(name, SignedBundle.MaxBytes)));
        foreach (var (name, text) in BundleRule.InOrder(found))
        {
            var step = BundleRule.Offer(state, text);
            var isOld = step is BundleStep.Refused { Why: BundleRefusal.Older };
            good &= isOld || step is not BundleStep.Refused;
            output.WriteLine($"{name}: {BundleCommand.Words(step)}");
            if (step is not BundleStep.Accepted accepted)
                continue;
            Directory.CreateDirectory(places.Incoming);
            DurableFile.Write(Path.Combine(places.Incoming, BundleFolder.NameOf(accepted.Bundle.Header)), text.Span);
            state = accepted.Next;
        }

        return state;
    }

    static void TakeWatermarks(StickFolder stick, BundleState state, EdgeConfiguration configuration, TextWriter output, ref bool good)
    {
        var device = DeviceId.Parse(configuration.Device.Id!);
        foreach (var name in stick.Names(CarryNames.Watermarks))
        {
            var text = stick.TryRead(name, WatermarksFile.MaxFileBytes) ?? [];
            var file = WatermarksFile.TryRead(text, device, (signer, made) => HubKeyring.Find(state.Trust, signer, made), out var refusal);
            good &= refusal is CarryRefusal.None or CarryRefusal.OtherBox;
            if (file is null)
                output.WriteLine($"{name}: {CarryWords.Line(refusal)}");
            else
                HandOver(configuration.ToCarryPlaces(), file, text, output);
        }
    }

    static void HandOver(CarryPlaces places, WatermarksFile file, byte[] text, TextWriter output)
    {
        Directory.CreateDirectory(places.Incoming);
        var path = Path.Combine(places.Incoming, $"{Convert.ToHexStringLower(SHA256.HashData(text))[..16]}.jws");
        if (!File.Exists(path) && Directory.GetFiles(places.Incoming).Length >= CarryLoop.MaxFiles)
            throw new IOException("还有收讫文件未处理：请启动卡点盒，稍后再试。 Receipts wait to be taken: start the box, and try again later.");
        DurableFile.Write(path, text);
        foreach (var mark in file.Watermarks)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{mark.Epoch}: 中心收讫至 the hub has up to {mark.UpTo}, {file.Made:yyyy-MM-dd HH:mm} UTC"));
    }
}
