using System.Runtime.CompilerServices;
using Checkpoint.Devices;
using Checkpoint.Devices.Simulated;
using Checkpoint.Edge.Passages;
using Checkpoint.Passages;
using Checkpoint.Scanning;
using Checkpoint.Testing;
using Checkpoint.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace Checkpoint.Edge.Scanning;

public sealed class WiredScannerPumpTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly Parts parts;

    public WiredScannerPumpTests() => parts = new(folder["journal.db"]);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        parts.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Every_code_that_a_scanner_reads_reaches_the_gate()
    {
        var codes = await ReadAsync(new Script("one", "two"));

        codes.Select(code => code.Fingerprint).ShouldBe([Of("one"), Of("two")]);
    }

    [Fact]
    public async Task The_same_code_read_over_and_over_is_one_showing()
    {
        var codes = await ReadAsync(new Script("one", "one", "one"), new ManualClock(DateTimeOffset.UnixEpoch)); // no time passes

        codes.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_scanner_that_is_gone_is_waited_for_and_read_again()
    {
        var codes = await ReadAsync(new Script("one", null, "two", null, null, "three"));

        codes.Select(code => code.Fingerprint).ShouldBe([Of("one"), Of("two"), Of("three")]);
        parts.TakeAlarms().Select(alarm => alarm.Kind).ShouldBe([AlarmKind.CodeReaderFault], ignoreOrder: true);
    }

    static CodeFingerprint Of(string text) => CodeFingerprint.Of(Some.Symbol(text));

    async Task<IReadOnlyList<PassageInput.CodeShown>> ReadAsync(Script script, TimeProvider? time = null)
    {
        var inbox = new PassageInbox();
        using var pump = new WiredScannerPump(
            [script], new(parts.GatePasses, parts.Clock), inbox, parts.Outbox, parts.Clock, time ?? new ScaledClock(TimeProvider.System, ScaledClock.MaxSpeed),
            NullLogger<WiredScannerPump>.Instance);

        await pump.StartAsync(Cancel);
        await script.Ended.WaitAsync(Eventually.Deadline, Cancel);
        await pump.StopAsync(Cancel);

        inbox.Close();
        return await inbox.Inputs.ReadAllAsync(Cancel).Cast<PassageInput.CodeShown>().ToListAsync(Cancel);
    }

    // Each null is a scanner that is gone.
    sealed class Script(params string?[] steps) : ICodeReader
    {
        readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int next;

        public Task Ended => ended.Task;

        public async IAsyncEnumerable<Symbol> WatchAsync([EnumeratorCancellation] CancellationToken cancel)
        {
            while (next < steps.Length)
                yield return Some.Symbol(steps[next++] ?? throw new IOException("It is gone."));
            ended.TrySetResult();
            await new TaskCompletionSource().Task.WaitAsync(cancel);
        }
    }
}
