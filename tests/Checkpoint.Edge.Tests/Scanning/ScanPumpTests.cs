using System.Security.Cryptography;
using Checkpoint.Bundles;
using Checkpoint.Devices.Simulated;
using Checkpoint.Edge.Lists;
using Checkpoint.Edge.Passages;
using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Passes.Trust;
using Checkpoint.Scanning;
using Checkpoint.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Checkpoint.Edge.Scanning;

public sealed class ScanPumpTests : IDisposable
{
    const ushort Known = 7;
    static readonly FrameScript.Step Nothing = new FrameScript.Step.Empty();
    static readonly FrameScript.Step NoFrame = new FrameScript.Step.Fails();

    readonly ECDsa issuer = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static TheoryData<CodeOutcome, byte[], bool> HostileCodes => new()
    {
        { CodeOutcome.Empty, [], false },
        { CodeOutcome.TooLong, new byte[4096], false },
        { CodeOutcome.NotText, [0xC3, 0x28, 0xFF], false },
        { CodeOutcome.NotText, "GP1:\0A"u8.ToArray(), false },
        { CodeOutcome.Part, "GP1:"u8.ToArray(), true },
        { CodeOutcome.NotAPass, "https://example.org/notice"u8.ToArray(), false },
        { CodeOutcome.Damaged, "GP1:"u8.ToArray(), false },
        { CodeOutcome.Damaged, "GP1:::::::"u8.ToArray(), false },
        { CodeOutcome.Damaged, EndlessPass(), false },
    };

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => issuer.Dispose();

    [Fact]
    public async Task A_code_that_stays_in_view_is_one_input()
    {
        var pass = Shows(Pass(1));

        var codes = await ScanAsync(pass, pass, Nothing, pass, pass);

        codes.ShouldHaveSingleItem().Code.Outcome.ShouldBe(CodeOutcome.Valid);
    }

    [Fact]
    public async Task A_code_that_went_and_came_back_is_two_inputs()
    {
        FrameScript.Step[] away = [.. Enumerable.Repeat(Nothing, CodeView.MaxMisses)];
        var pass = Shows(Pass(1));

        var codes = await ScanAsync([pass, .. away, pass]);

        codes.Count.ShouldBe(2);
        codes[0].Fingerprint.ShouldBe(codes[1].Fingerprint);
    }

    [Fact]
    public async Task A_code_in_view_while_no_frame_is_read_is_still_the_same_input()
    {
        FrameScript.Step[] away = [.. Enumerable.Repeat(new FrameScript.Step.Unread(), CodeView.MaxMisses + 1)];
        var pass = Shows(Pass(1));

        var codes = await ScanAsync([pass, .. away, pass]);

        codes.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Another_code_is_another_input_at_once()
    {
        var codes = await ScanAsync(Shows(Pass(1)), Shows(Pass(2)));

        codes.Select(code => code.Code.Claims!.Id).ShouldBe([new PassId(1), new PassId(2)]);
    }

    [Theory]
    [MemberData(nameof(HostileCodes))]
    public async Task A_hostile_code_is_judged_and_the_next_one_is_read(CodeOutcome outcome, byte[] bytes, bool isPart)
    {
        var codes = await ScanAsync(new FrameScript.Step.Shows(new(bytes, isPart)), Shows(Pass(1)));

        codes.Select(code => code.Code.Outcome).ShouldBe([outcome, CodeOutcome.Valid]);
    }

    [Fact]
    public async Task A_camera_that_fails_is_tried_again()
    {
        var codes = await ScanAsync(NoFrame, NoFrame, Shows(Pass(1)));

        codes.ShouldHaveSingleItem();
    }

    // All claims in order, but its dates lie beyond every calendar.
    static byte[] EndlessPass()
    {
        var bytes = new byte[88];
        (bytes[0], bytes[1]) = (1, 1);
        bytes.AsSpan(16, 8).Fill(0xFF);
        return System.Text.Encoding.ASCII.GetBytes(Gp1.Prefix + Base45.Encode(bytes));
    }

    static FrameScript.Step.Shows Shows(string text) => new(Some.Symbol(text));

    string Pass(ulong id)
    {
        var today = TimeProvider.System.GetUtcNow();
        return Gp1.Issue(Some.Claims(id, Known) with { NotBefore = today.AddDays(-1), NotAfter = today.AddDays(1) }, issuer);
    }

    async Task<IReadOnlyList<PassageInput.CodeShown>> ScanAsync(params FrameScript.Step[] steps)
    {
        var inbox = new PassageInbox();
        var script = new FrameScript(steps);
        var clock = GateClock.OfThisMachine();
        var passes = new GatePasses(clock, GateScope.Everywhere, NullLogger<GatePasses>.Instance);
        passes.Use(new BundleState(BundleSigner.Root(issuer)) { Trust = Some.Lists(KeyId.Of(Known), issuer).Trust });
        using var pump = new ScanPump(
            script,
            script,
            new(passes, clock),
            inbox,
            clock,
            new ScaledClock(TimeProvider.System, ScaledClock.MaxSpeed),
            NullLogger<ScanPump>.Instance);

        await pump.StartAsync(Cancel);
        await script.Ended.WaitAsync(Eventually.Deadline, Cancel);
        await pump.StopAsync(Cancel);

        inbox.Close();
        var codes = await inbox.Inputs.ReadAllAsync(Cancel).Cast<PassageInput.CodeShown>().ToListAsync(Cancel);
        codes.ShouldAllBe(code => code.SeenAt < code.At); // its picture was there before it was checked
        return codes;
    }
}
