using System.Text;
using Checkpoint.Devices;
using Checkpoint.Testing;
using Checkpoint.Testing.Programs;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Scanning;

public sealed class ScannerProcessTests : IDisposable
{
    static readonly byte[] Hello = new ScannerHello("a script").ToBytes();

    // Timers go by a clock of coarser steps than the one that measures them.
    static readonly TimeSpan TimerGrain = TimeSpan.FromMilliseconds(50);

    readonly TempFolder folder = new();

    static ReadOnlySpan<byte> NoEci => [0xFF, 0xFF, 0xFF, 0xFF];

    public static TheoryData<string, byte[]> Hostile => new()
    {
        { "wrong magic", [.. "XPA2"u8, 1, 0, 0, 0, 0, 0, 0, 0, .. NoEci] },
        { "another frame's number", [.. "CPA2"u8, 2, 0, 0, 0, 0, 0, 0, 0, .. NoEci] },
        { "huge length", [.. "CPA2"u8, 1, 0, 0, 0, 1, 0, 0xFF, 0xFF, .. NoEci] },
        { "unknown kind", [.. "CPA2"u8, 1, 0, 0, 0, 9, 0, 0, 0, .. NoEci] },
        { "nothing, with bytes", [.. "CPA2"u8, 1, 0, 0, 0, 0, 0, 4, 0, .. NoEci, 1, 2, 3, 4] },
    };

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_real_code_is_read_in_another_process_that_is_named()
    {
        await using var scanners = new Scanners(ScannerStart.OfThisProgram());
        scanners.Status.Decoder.ShouldBe("starting");

        var symbol = await scanners.ReadAsync(Cancel);

        Encoding.ASCII.GetString(symbol.Bytes.Span).ShouldStartWith("GP1:");
        symbol.IsPart.ShouldBeFalse();
        scanners.Status.Decoder.ShouldContain(' ');
        scanners.Status.ToHealth().ToString().ShouldContain("Ok");
        scanners.Id.ShouldNotBe(Environment.ProcessId);
        (await scanners.ScanAsync(Scanners.Nothing)).ShouldBe(new(WasRead: true, Symbol: null));
    }

    [Fact]
    public async Task Rows_with_gaps_between_them_are_read_as_well()
    {
        await using var scanners = new Scanners(ScannerStart.OfThisProgram());
        await scanners.ReadAsync(Cancel);
        var (code, stride) = (Scanners.Code, Scanners.Code.Width + 13);
        var pixels = new byte[stride * code.Height];
        for (var y = 0; y < code.Height; y++)
            code.Pixels.Slice(y * code.Stride, code.Width).CopyTo(pixels.AsMemory(y * stride));

        (await scanners.ScanAsync(code with { Pixels = pixels, Stride = stride })).Symbol.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_frame_beyond_the_limits_is_given_up_and_harms_nobody()
    {
        await using var scanners = new Scanners(ScannerStart.OfThisProgram());
        await scanners.ReadAsync(Cancel);
        var wide = new GreyFrame(new byte[FrameHeader.MaxSide + 1], FrameHeader.MaxSide + 1, 1, FrameHeader.MaxSide + 1);

        (await scanners.ScanAsync(wide)).WasRead.ShouldBeFalse();
        (await scanners.ScanAsync(Scanners.Code)).Symbol.ShouldNotBeNull();
        scanners.Metrics.ScannersLost.ShouldBe(0);
    }

    [Theory]
    [InlineData("KILL")]
    [InlineData("ABRT")]
    [InlineData("STOP")]
    public async Task A_scanner_that_dies_or_hangs_is_replaced_and_the_code_is_read_all_the_same(string signal)
    {
        await using var scanners = new Scanners(ScannerStart.OfThisProgram());
        var before = await scanners.ReadAsync(Cancel);
        var lost = scanners.Id!.Value;

        await ProcessSignal.SendAsync(signal, lost, Cancel);
        await scanners.LoseAsync(1, Cancel);
        var after = await scanners.ReadAsync(Cancel);

        after.Bytes.Span.SequenceEqual(before.Bytes.Span).ShouldBeTrue();
        scanners.Metrics.ScannersLost.ShouldBe(1);
        scanners.Id.ShouldNotBe(lost);
        await Eventually.HoldsAsync(() => !ScannerChildren.IsAlive(lost), "the lost one is gone", Cancel);
    }

    [Fact]
    public async Task A_hung_scanner_costs_one_frame_and_the_limit_of_it()
    {
        await using var scanners = new Scanners(Scanners.Script(folder, Hello, "exec /bin/sleep 1000"));
        await Eventually.HoldsAsync(
            async () => scanners.Status.Greeted.IsCompleted || (await scanners.ScanAsync(Scanners.Nothing)).WasRead, "greeted", Cancel);

        var started = TimeProvider.System.GetTimestamp();
        await scanners.LoseAsync(2, Cancel);

        TimeProvider.System.GetElapsedTime(started).ShouldBeGreaterThan(ScannerChild.FrameLimit - TimerGrain);
        scanners.Status.ToHealth().Line.ShouldContain("it hung");
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_scanner_that_answers_wrongly_is_replaced(string what, byte[] answer)
    {
        await using var scanners = new Scanners(Scanners.Script(folder, [.. Hello, .. answer], "exec /bin/cat > /dev/null"));

        await scanners.LoseAsync(1, Cancel);

        scanners.Status.ToHealth().Line.ShouldBe("starting again (it answered wrongly)", what);
        scanners.Id.ShouldBeNull();
    }

    [Theory]
    [InlineData("exit 1")]
    [InlineData("/usr/bin/printf %1000s x; exec /bin/sleep 1000")]
    [InlineData("kill -SEGV $$")]
    public async Task A_scanner_that_never_comes_up_is_tried_ever_more_rarely_while_frames_go_on(string script)
    {
        await using var scanners = new Scanners(new("/bin/sh", ["-c", script]));

        var started = TimeProvider.System.GetTimestamp();
        await scanners.LoseAsync(5, Cancel);

        // 0 + 0.25 + 0.5 + 1 s of waiting before the fifth.
        TimeProvider.System.GetElapsedTime(started).ShouldBeGreaterThan(TimeSpan.FromSeconds(1.75) - TimerGrain);
        scanners.Status.IsFailing.ShouldBeTrue();
        scanners.Status.ToHealth().Line.ShouldContain("register people by hand");
    }

    [Fact]
    public async Task A_board_that_is_too_slow_for_the_first_start_is_given_longer_for_the_next()
    {
        var clock = new ManualClock(Some.Moment);
        var mark = folder["mark"];
        var real = ScannerStart.OfThisProgram();
        await using var scanners = new Scanners(
            new("/bin/sh", ["-c", $"while [ ! -e {mark} ]; do /bin/sleep 0.02; done; exec {real.File} {string.Join(' ', real.Arguments)}"]), clock);
        await scanners.ScanAsync(Scanners.Nothing);
        await Eventually.HoldsAsync(() => clock.Waiting == 1, "the first is waited for", Cancel);
        clock.Advance(ScannerChild.StartLimit);
        await scanners.LoseAsync(1, Cancel);

        await Eventually.HoldsAsync(() => clock.Waiting == 1, "the second is waited for", Cancel);
        clock.Advance(ScannerChild.StartLimit);
        await File.WriteAllTextAsync(mark, "", Cancel);
        await scanners.ReadAsync(Cancel);

        scanners.Metrics.ScannersLost.ShouldBe(1);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_no_end_of_the_gate()
    {
        await using var scanners = new Scanners(new("/nonexistent/program", []));

        await scanners.LoseAsync(ScannerStatus.FailingFrom, Cancel);

        scanners.Status.ToHealth().Line.ShouldContain("it does not start");
    }

    [Fact]
    public async Task A_box_without_a_library_for_codes_says_which_to_install()
    {
        await using var scanners = new Scanners(new("/bin/sh", ["-c", $"exit {ScanCommand.NoDecoder}"]));

        await scanners.LoseAsync(ScannerStatus.FailingFrom, Cancel);

        scanners.Status.ToHealth().Line.ShouldContain("libzxing3");
    }

    [Fact]
    public async Task A_code_that_kills_every_scanner_is_slowed_down_and_raises_one_alarm()
    {
        await using var scanners = new Scanners(Scanners.Script(folder, Hello, "/usr/bin/head -c 16 > /dev/null; kill -ABRT $$"));

        var started = TimeProvider.System.GetTimestamp();
        await scanners.LoseAsync(5, Cancel);

        TimeProvider.System.GetElapsedTime(started).ShouldBeGreaterThan(TimeSpan.FromSeconds(1.75) - TimerGrain);
        scanners.Outbox.PeekAlarm()!.Kind.ShouldBe(AlarmKind.CodeReaderFault);
        scanners.Outbox.Forget(scanners.Outbox.PeekAlarm()!);
        scanners.Outbox.PeekAlarm().ShouldBeNull();
    }

    [Fact]
    public async Task A_scanner_that_reads_again_is_trusted_again()
    {
        var mark = folder["mark"];
        var real = ScannerStart.OfThisProgram();
        await using var scanners = new Scanners(
            new("/bin/sh", ["-c", $"[ -e {mark} ] || exit 1; exec {real.File} {string.Join(' ', real.Arguments)}"]));
        await scanners.LoseAsync(ScannerStatus.FailingFrom, Cancel);

        await File.WriteAllTextAsync(mark, "", Cancel);
        for (var i = 0; i < ScannerProcess.FramesToTrust; i++)
            await scanners.ReadAsync(Cancel);

        scanners.Status.IsFailing.ShouldBeFalse();
        scanners.Status.ToHealth().Line.ShouldBe(scanners.Status.Decoder);
    }

    [Fact]
    public async Task The_end_of_the_gate_does_not_wait_for_a_scanner_that_is_still_starting()
    {
        var scanners = new Scanners(new("/bin/sh", ["-c", "exec /bin/sleep 1000"]));
        await scanners.ScanAsync(Scanners.Nothing);

        await scanners.DisposeAsync().AsTask().WaitAsync(ScannerChild.StartLimit / 2, Cancel);
    }
}
