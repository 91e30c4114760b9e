using System.Text;
using Checkpoint.Devices.Scanners;
using Checkpoint.Testing;

namespace Checkpoint.Devices.Kernel;

[Collection(RigCollections.Gadget)]
public sealed class VirtualPortTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_scanner_that_is_plugged_in_again_is_watched_again()
    {
        await GadgetScanner.PlugAsync(Cancel);
        var scanner = ScannerDevices.Open(new() { Kind = ScannerKind.Serial, Path = GadgetScanner.Port, BaudRate = 115200 }, TimeProvider.System);
        (await ShownUntilReadAsync(scanner, "GP1:ONE")).ShouldBe("GP1:ONE");
        await using (var codes = scanner.WatchAsync(Cancel).GetAsyncEnumerator(Cancel))
        {
            var next = codes.MoveNextAsync().AsTask();
            GadgetScanner.Unplug();
            await Should.ThrowAsync<IOException>(() => next);
        }

        await GadgetScanner.PlugAsync(Cancel);

        (await ShownUntilReadAsync(scanner, "GP1:TWO")).ShouldBe("GP1:TWO");
    }

    // As a person does: what is shown before somebody watches, nobody reads.
    static async Task<string> ShownUntilReadAsync(ICodeReader scanner, string code)
    {
        await using var codes = scanner.WatchAsync(Cancel).GetAsyncEnumerator(Cancel);
        var next = codes.MoveNextAsync().AsTask();
        using var again = new PeriodicTimer(TimeSpan.FromSeconds(1));
        for (var shown = 0; shown < 20 && !next.IsCompleted; shown++)
        {
            await GadgetScanner.SendAsync(code, Cancel);
            await Task.WhenAny(next, again.WaitForNextTickAsync(Cancel).AsTask());
        }

        (await next.WaitAsync(Eventually.Deadline, TimeProvider.System, Cancel)).ShouldBeTrue();
        return Encoding.ASCII.GetString(codes.Current.Bytes.Span);
    }
}
