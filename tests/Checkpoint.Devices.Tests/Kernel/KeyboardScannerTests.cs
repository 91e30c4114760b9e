using System.Text;
using Checkpoint.Devices.Native;
using Checkpoint.Devices.Scanners;
using Checkpoint.Scanning;
using Checkpoint.Testing;

namespace Checkpoint.Devices.Kernel;

/// <summary>Scanners that type, through the kernel's own HID and input layers.</summary>
public sealed class KeyboardScannerTests : IDisposable
{
    readonly UhidKeyboard keyboard = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => keyboard.Dispose();

    [Fact]
    public async Task Every_character_of_ascii_comes_through()
    {
        var all = string.Concat(Enumerable.Range(0x20, 0x7F - 0x20).Select(value => (char)value));
        var scanner = new KeyboardScanner(await keyboard.PathAsync(Cancel));
        await using var codes = scanner.WatchAsync(Cancel).GetAsyncEnumerator(Cancel);
        var next = NextAsync(codes);

        await keyboard.ShowAsync(scanner, all, Cancel);

        (await next).ShouldBe(all);
    }

    [Fact]
    public async Task Nothing_is_typed_elsewhere_while_it_is_watched()
    {
        var path = await keyboard.PathAsync(Cancel);
        using var elsewhere = DeviceWait.Open(path, isWritten: false, "input");
        using var wake = new WakeEvent();
        var scanner = new KeyboardScanner(path);
        await using (var codes = scanner.WatchAsync(Cancel).GetAsyncEnumerator(Cancel))
        {
            var next = NextAsync(codes);
            await keyboard.ShowAsync(scanner, "GP1:MINE", Cancel);
            (await next).ShouldBe("GP1:MINE");

            DeviceWait.For(elsewhere, wake, TimeSpan.Zero, Cancel).ShouldBe(DeviceReadiness.Silent);
        }

        await keyboard.TypeAsync("x", Cancel);
        DeviceWait.For(elsewhere, wake, Eventually.Deadline, Cancel).ShouldBe(DeviceReadiness.Ready);
    }

    [Fact]
    public async Task A_scanner_that_somebody_else_uses_says_so()
    {
        var path = await keyboard.PathAsync(Cancel);
        using var other = Evdev.Take(path);
        await using var codes = new KeyboardScanner(path).WatchAsync(Cancel).GetAsyncEnumerator(Cancel);

        var error = await Should.ThrowAsync<IOException>(() => NextAsync(codes));

        error.Message.ShouldBe($"{path} is used by another program: end that one.");
    }

    [Fact]
    public async Task A_code_with_a_character_written_by_its_number_is_counted_and_not_told()
    {
        var scanner = new KeyboardScanner(await keyboard.PathAsync(Cancel));
        await using var codes = scanner.WatchAsync(Cancel).GetAsyncEnumerator(Cancel);
        var next = NextAsync(codes);
        await Eventually.HoldsAsync(() => scanner.IsTaken, "the scanner is watched", Cancel);

        await keyboard.TypeByNumberAsync("0252", Cancel);
        await keyboard.TypeAsync("ber", Cancel);
        await keyboard.ShowAsync(scanner, "GP1:NEXT", Cancel);

        (await next).ShouldBe("GP1:NEXT");
        scanner.Torn.ShouldBeGreaterThanOrEqualTo(1);
    }

    [Fact]
    public async Task A_scanner_that_is_plugged_in_again_is_watched_again()
    {
        var path = await keyboard.PathAsync(Cancel);
        var scanner = new KeyboardScanner(path);
        await using (var codes = scanner.WatchAsync(Cancel).GetAsyncEnumerator(Cancel))
        {
            var next = NextAsync(codes);
            await Eventually.HoldsAsync(() => scanner.IsTaken, "the scanner is watched", Cancel);
            keyboard.Dispose();
            (await Should.ThrowAsync<IOException>(() => next)).Message.ShouldBe($"{path} is gone: look at its plug.");
        }

        using var again = new UhidKeyboard();
        (await again.PathAsync(Cancel)).ShouldBe(path, "the kernel gives the first free number");
        await using var more = scanner.WatchAsync(Cancel).GetAsyncEnumerator(Cancel);
        var after = NextAsync(more);
        await again.ShowAsync(scanner, "GP1:AGAIN", Cancel);

        (await after).ShouldBe("GP1:AGAIN");
    }

    static async Task<string> NextAsync(IAsyncEnumerator<Symbol> codes)
    {
        (await codes.MoveNextAsync().AsTask().WaitAsync(CodeReaderContractTests.Patience, TimeProvider.System, Cancel)).ShouldBeTrue();
        return Encoding.ASCII.GetString(codes.Current.Bytes.Span);
    }
}
