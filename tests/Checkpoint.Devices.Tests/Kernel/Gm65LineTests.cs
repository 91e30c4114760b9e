using System.Text;
using Checkpoint.Devices.Scanners;
using Checkpoint.Scanning;
using Checkpoint.Testing;

namespace Checkpoint.Devices.Kernel;

/// <summary>The scanner's driver on a UART of the kernel; tests/rig/gm65.py is at the other end, and is told what it sees over the same line.</summary>
public sealed class Gm65LineTests : IAsyncDisposable
{
    const ushort Code = 0xE0;
    const ushort Manner = 0xE1;
    const ushort Times = 0xE2;
    const byte Whole = 0;
    const byte AcrossTheAnswer = 1;
    const byte WithoutItsEnding = 2;

    // A busy host may stop the guest for longer than the silence that ends a code; then it is torn, and people show it again.
    const int MostShowings = 50;

    readonly LinuxSerialLine line = LinuxSerialLine.Open(Rig.Serial, 115200);
    readonly Gm65Scanner scanner;
    readonly CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
    readonly IAsyncEnumerator<Symbol> codes;
    Task<bool> seen;

    public Gm65LineTests()
    {
        scanner = new(line, TimeProvider.System, "\r"u8.ToArray());
        codes = scanner.WatchAsync(end.Token).GetAsyncEnumerator(end.Token);
        seen = codes.MoveNextAsync().AsTask();
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await seen.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await codes.DisposeAsync();
        line.Dispose();
        end.Dispose();
    }

    [Fact]
    public async Task A_code_comes_out_as_it_was_shown()
    {
        (await ShowAsync("GP1:THROUGH-THE-UART", Whole)).ShouldBe("GP1:THROUGH-THE-UART");
    }

    [Fact]
    public async Task A_code_that_holds_what_codes_end_in_is_one_code()
    {
        (await ShowAsync("one\rtwo\r\nthree", Whole)).ShouldBe("one\rtwo\r\nthree");
    }

    [Fact]
    public async Task A_code_with_the_answer_to_a_command_within_it_comes_out_whole()
    {
        (await ShowAsync("GP1:BROKEN-IN-TWO-BY-AN-ANSWER", AcrossTheAnswer)).ShouldBe("GP1:BROKEN-IN-TWO-BY-AN-ANSWER");
    }

    [Fact]
    public async Task A_long_code_comes_out_whole()
    {
        var tenth = string.Concat(Enumerable.Range(0, 25).Select(i => $"{i:D2};"));

        (await ShowAsync(tenth, Whole, times: 10)).ShouldBe(string.Concat(Enumerable.Repeat(tenth, 10)));
    }

    [Fact]
    public async Task A_code_that_stops_in_the_middle_is_counted_and_the_next_one_read()
    {
        await TellAsync("GP1:TORN", WithoutItsEnding, times: 1);
        await scanner.TriggerAsync(Cancel);
        await Eventually.HoldsAsync(() => Task.FromResult(scanner.Torn > 0), "a torn code is counted", Rig.Patience, Cancel);

        (await ShowAsync("GP1:WHOLE", Whole)).ShouldBe("GP1:WHOLE");
    }

    async Task<string> ShowAsync(string code, byte manner, byte times = 1)
    {
        await TellAsync(code, manner, times);
        for (var showing = 0; showing < MostShowings; showing++)
        {
            var torn = scanner.Torn;
            await scanner.TriggerAsync(Cancel);
            await Eventually.HoldsAsync(() => Task.FromResult(seen.IsCompleted || scanner.Torn > torn), "the scanner sees something", Rig.Patience, Cancel);
            if (!seen.IsCompleted)
                continue;
            (await seen).ShouldBeTrue();
            var text = Encoding.ASCII.GetString(codes.Current.Bytes.Span);
            if (!IsRestOfATornCode(text, string.Concat(Enumerable.Repeat(code, times))))
                return text;
            seen = codes.MoveNextAsync().AsTask();
        }

        throw new TimeoutException($"The guest was stopped within each of {MostShowings} codes: leave it more of the host.");
    }

    // What follows the silence has the ending that a code has.
    bool IsRestOfATornCode(string text, string shown) =>
        scanner.Torn > 0 && text.Length < shown.Length && shown.EndsWith(text, StringComparison.Ordinal);

    async Task TellAsync(string code, byte manner, byte times)
    {
        await line.WriteAsync(Gm65Command.Write(Code, Encoding.ASCII.GetBytes(code)), Cancel);
        await line.WriteAsync(Gm65Command.Write(Manner, manner), Cancel);
        await line.WriteAsync(Gm65Command.Write(Times, times), Cancel);
    }
}
