using System.Text;
using Checkpoint.Scanning;

namespace Checkpoint.Devices.Scanners;

/// <summary>What every scanner owes the gate.</summary>
public abstract class CodeReaderContractTests
{
    /// <summary>A code that has not come by then will not: an emulated machine is slow.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Codes_are_told_whole_and_in_order_and_again_when_they_are_shown_again()
    {
        await using var stand = await OpenAsync(Cancel);
        await using var codes = stand.Reader.WatchAsync(Cancel).GetAsyncEnumerator(Cancel);

        foreach (var code in (string[])["GP1:FIRST/+*$%-.: 0", "GP1:SECOND", "GP1:SECOND", "shc:/567629"])
        {
            var next = NextAsync(codes);
            await stand.ShowAsync(code, Cancel);

            (await next).ShouldBe(code);
        }
    }

    [Fact]
    public async Task Watching_ends_when_it_is_cancelled()
    {
        await using var stand = await OpenAsync(Cancel);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await using var codes = stand.Reader.WatchAsync(end.Token).GetAsyncEnumerator(end.Token);
        var next = NextAsync(codes);

        await end.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => next);
    }

    [Fact]
    public async Task A_scanner_whose_plug_is_pulled_is_gone_and_not_silent()
    {
        await using var stand = await OpenAsync(Cancel);
        await using var codes = stand.Reader.WatchAsync(Cancel).GetAsyncEnumerator(Cancel);
        var first = NextAsync(codes);
        await stand.ShowAsync("GP1:BEFORE", Cancel);
        await first;

        var next = NextAsync(codes);
        stand.Unplug();

        await Should.ThrowAsync<IOException>(() => next);
    }

    private protected abstract Task<ScannerStand> OpenAsync(CancellationToken cancel);

    static async Task<string> NextAsync(IAsyncEnumerator<Symbol> codes)
    {
        (await codes.MoveNextAsync().AsTask().WaitAsync(Patience, TimeProvider.System, Cancel)).ShouldBeTrue();
        return Encoding.ASCII.GetString(codes.Current.Bytes.Span);
    }
}
