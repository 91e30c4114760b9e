using System.Text;
using Checkpoint.Devices.Simulated;
using Checkpoint.Testing;

namespace Checkpoint.Devices.Scanners;

public sealed class SerialScannerTests
{
    readonly ManualClock clock = new(DateTimeOffset.UnixEpoch);

    [Fact]
    public async Task A_scanner_that_says_nothing_for_an_hour_is_not_gone_and_is_asked_nothing()
    {
        var module = new SimulatedGm65(clock, "\r"u8.ToArray()) { IsMute = true };
        var scanner = new SerialScanner(module, clock, "\r"u8.ToArray());
        await using var codes = scanner.WatchAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var next = codes.MoveNextAsync().AsTask();

        for (var minute = 0; minute < 60; minute++)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        module.Show("GP1:LATE"u8);
        await clock.PassAsync(next);
        Encoding.ASCII.GetString(codes.Current.Bytes.Span).ShouldBe("GP1:LATE");
    }

    [Fact]
    public async Task A_code_without_its_end_is_counted_and_not_told()
    {
        var module = new SimulatedGm65(clock, "\r"u8.ToArray());
        var scanner = new SerialScanner(module, clock, "\r"u8.ToArray());
        await using var codes = scanner.WatchAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var next = codes.MoveNextAsync().AsTask();

        module.Send("GP1:TORN"u8);
        for (var step = 0; step < 200 && scanner.Torn == 0; step++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }

        scanner.Torn.ShouldBe(1);
        clock.Advance(Gm65Stream.Rest);
        module.Show("GP1:WHOLE"u8);
        await clock.PassAsync(next);
        Encoding.ASCII.GetString(codes.Current.Bytes.Span).ShouldBe("GP1:WHOLE");
    }
}
