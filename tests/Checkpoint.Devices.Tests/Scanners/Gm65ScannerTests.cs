using System.Text;
using Checkpoint.Devices.Simulated;
using Checkpoint.Scanning;
using Checkpoint.Testing;

namespace Checkpoint.Devices.Scanners;

public sealed class Gm65ScannerTests
{
    static readonly byte[] Ending = "\r\n"u8.ToArray();

    readonly ManualClock clock = new(DateTimeOffset.UnixEpoch);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    public async Task Codes_come_out_as_they_were_shown(int chunk)
    {
        var module = new SimulatedGm65(clock, Ending, chunk);
        var scanner = new Gm65Scanner(module, clock, Ending);
        await using var codes = Watch(scanner);

        foreach (var code in (string[])["GP1:FIRST", "GP1:SECOND", "GP1:SECOND"])
        {
            module.Show(Encoding.ASCII.GetBytes(code));

            (await NextAsync(codes)).ShouldBe(code);
        }
    }

    [Fact]
    public async Task A_code_with_an_answer_within_it_comes_out_whole()
    {
        var module = new SimulatedGm65(clock, Ending);
        var scanner = new Gm65Scanner(module, clock, Ending);
        await using var codes = Watch(scanner);

        module.ShowAcrossAnAnswer("GP1:BROKEN-IN-TWO"u8);

        (await NextAsync(codes)).ShouldBe("GP1:BROKEN-IN-TWO");
        scanner.Torn.ShouldBe(0);
    }

    [Fact]
    public async Task The_scanner_can_be_told_to_look()
    {
        var module = new SimulatedGm65(clock, Ending);
        var scanner = new Gm65Scanner(module, clock, Ending);
        await using var codes = Watch(scanner);

        await scanner.TriggerAsync(TestContext.Current.CancellationToken);
        module.Show("GP1:SEEN"u8);

        (await NextAsync(codes)).ShouldBe("GP1:SEEN");
        module.Triggers.ShouldBe(1);
    }

    [Fact]
    public async Task A_scanner_whose_plug_is_pulled_is_gone()
    {
        var module = new SimulatedGm65(clock, Ending);
        await using var codes = Watch(new(module, clock, Ending));

        module.Unplug();

        await Should.ThrowAsync<IOException>(() => NextAsync(codes));
    }

    [Fact]
    public async Task A_scanner_that_stops_answering_is_gone_after_three_questions()
    {
        var module = new SimulatedGm65(clock, Ending) { IsMute = true };
        await using var codes = Watch(new(module, clock, Ending));

        var error = await Should.ThrowAsync<IOException>(() => NextAsync(codes));

        error.Message.ShouldStartWith("The scanner did not answer 3 times");
        (clock.GetUtcNow() - DateTimeOffset.UnixEpoch).ShouldBe(3 * Gm65Scanner.Heartbeat, TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public async Task A_scanner_that_answers_stays()
    {
        var module = new SimulatedGm65(clock, Ending);
        await using var codes = Watch(new(module, clock, Ending));
        var next = codes.MoveNextAsync().AsTask();

        for (var second = 0; second < 60; second++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        next.IsCompleted.ShouldBeFalse();
        module.Show("GP1:STILL-HERE"u8);
        await clock.PassAsync(next);
        codes.Current.Bytes.ToArray().ShouldBe("GP1:STILL-HERE"u8.ToArray());
    }

    [Fact]
    public async Task A_torn_code_is_counted_and_not_told()
    {
        var module = new SimulatedGm65(clock, Ending);
        var scanner = new Gm65Scanner(module, clock, Ending);
        await using var codes = Watch(scanner);
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
        codes.Current.Bytes.ToArray().ShouldBe("GP1:WHOLE"u8.ToArray());
    }

    static IAsyncEnumerator<Symbol> Watch(Gm65Scanner scanner) => scanner.WatchAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator();

    async Task<string> NextAsync(IAsyncEnumerator<Symbol> codes)
    {
        var next = codes.MoveNextAsync().AsTask();
        await clock.PassAsync(next);
        return Encoding.ASCII.GetString(codes.Current.Bytes.Span);
    }
}
