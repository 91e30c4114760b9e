using System.Runtime.InteropServices;
using Checkpoint.Devices.Native;
using Checkpoint.Testing;

namespace Checkpoint.Devices.Gpio;

public sealed class GpioCdevTests
{
    [Theory]
    [InlineData("/dev/gpiochip-no-such-chip")]
    [InlineData("/dev/null")]
    public void A_chip_that_is_none_is_named(string path)
    {
        Should.Throw<IOException>(() => GpioCdev.Request(path, [new(4, GpioFlags.Output)], 0, TimeSpan.Zero)).Message.ShouldContain(path);
    }

    [Fact]
    public async Task A_chip_that_is_missing_is_waited_for_and_not_thrown_into_the_gate()
    {
        var clock = new ManualClock(DateTimeOffset.UnixEpoch);
        var options = new GpioOptions { Chip = "/dev/gpiochip-no-such-chip", Panel = new() { Clear = new() { Line = 1 } } };
        var panel = new GpioPanel(options, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var next = panel.WatchAsync(end.Token).GetAsyncEnumerator(end.Token).MoveNextAsync().AsTask();

        for (var step = 0; step < 20_000 && panel.Faults.Count < 4; step++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }

        panel.Faults.Count.ShouldBe(4); // at 0, 1, 3 and 7 s
        (clock.GetUtcNow() - DateTimeOffset.UnixEpoch).ShouldBe(TimeSpan.FromSeconds(7), TimeSpan.FromMilliseconds(500));
        panel.Faults.Current.ShouldNotBeNull().ShouldContain(options.Chip);
        next.IsCompleted.ShouldBeFalse();
        await end.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => next);
    }

    [Fact]
    public unsafe void The_layouts_are_those_of_the_64_bit_kernel()
    {
        sizeof(GpioCdev.LineRequest).ShouldBe(592);
        Offset<GpioCdev.LineRequest>(nameof(GpioCdev.LineRequest.Config)).ShouldBe(288);
        Offset<GpioCdev.LineRequest>(nameof(GpioCdev.LineRequest.Count)).ShouldBe(560);
        Offset<GpioCdev.LineRequest>(nameof(GpioCdev.LineRequest.Descriptor)).ShouldBe(588);
        sizeof(GpioCdev.LineConfig).ShouldBe(272);
        Offset<GpioCdev.LineConfig>(nameof(GpioCdev.LineConfig.Attributes)).ShouldBe(32);
        sizeof(GpioCdev.LineEvent).ShouldBe(48);
        sizeof(GpioCdev.LineValues).ShouldBe(16);
    }

    static int Offset<T>(string field) => (int)Marshal.OffsetOf<T>(field);
}
