using Checkpoint.Sensing.Sampling;
using Checkpoint.Signals;
using Checkpoint.Testing.Programs;

namespace Checkpoint.Devices.Kernel.Gate;

/// <summary>The whole box on the kernel's own devices, publishing to a broker and a hub of another machine.</summary>
public sealed class WholeGateTests
{
    const int Healthy = 34_31;
    const int Feverish = 36_31;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_gets_their_light_and_their_entry_and_in_the_end_every_wire_is_dark()
    {
        await using var gate = new GateStand();
        await gate.StartAsync();

        await WithAThermometerThatDoesNotAnswerAsync(gate);
        await WithoutAPhoneUntilTheThermometerIsBelievedAsync(gate);
        await WithAPassBeforeTheCameraAsync(gate);
        await WithAPassBeforeTheScannerWhileTheDiskIsBusyAsync(gate);
        await WithAFeverAsync(gate);
        await WithAPostersCodeAsync(gate);

        var (journal, released) = await gate.ConfirmedAsync();
        (await gate.StopAsync()).ShouldBe(0);
        GateWorld.On().ShouldBeEmpty(); // the last one's green lamp was on
        await HubHasAsync(journal, released);
    }

    // The step is skipped with its reason, the gate goes on, and the volunteer answers for the person.
    static async Task WithAThermometerThatDoesNotAnswerAsync(GateStand gate)
    {
        ThermometerParameter.Fault = BusFault.Silent;
        await GateStand.WelcomeAsync(Healthy);
        await gate.ScanAsync("pass-16");
        (await gate.JudgedAsync(LightColour.Amber)).ShouldBe(["passage hold: code valid, temperature sensor-fault; thermometer-fault"]);

        await AdmitByHandAsync(gate, "override admit: code valid, temperature sensor-fault; admitted-by-hand");
        gate.Log().ShouldContain("The thermometer reports NoAnswer");
        ThermometerParameter.Fault = BusFault.Good;
        await gate.LeaveAsync();
    }

    // Nobody is judged by a thermometer that has not been seen to stand still, and the same program believes it then.
    static async Task WithoutAPhoneUntilTheThermometerIsBelievedAsync(GateStand gate)
    {
        const string believed = "passage hold: code no-phone, temperature measured; no-phone";
        const string warming = "passage hold: code no-phone, temperature warming-up; no-phone thermometer-warming-up";
        var isBelieved = false;
        while (!isBelieved)
        {
            await GateStand.WelcomeAsync(Healthy);
            await GateWorld.PressAsync(GateLines.NoPhone, Cancel);
            var seen = (await gate.JudgedAsync(LightColour.Amber)).ShouldHaveSingleItem();
            seen.ShouldBeOneOf(warming, believed);
            isBelieved = string.Equals(seen, believed, StringComparison.Ordinal);
            if (!isBelieved)
                await gate.LeaveAsync();
        }

        await AdmitByHandAsync(gate, "override admit: code no-phone, temperature measured; admitted-by-hand");
        await gate.LeaveAsync();
    }

    static async Task WithAPassBeforeTheCameraAsync(GateStand gate)
    {
        await GateStand.WelcomeAsync(Healthy);
        gate.World.HoldUp("pass-01");
        await GateWorld.SeeGateAsync(open: true, Cancel);
        (await gate.JudgedAsync(LightColour.Green)).ShouldBe(["passage admit: code valid, temperature measured; all-in-order"]);

        await GateWorld.SeeGateAsync(open: false, Cancel); // the relay ends by itself
        GateWorld.IsGreen.ShouldBeTrue();
        await gate.LeaveAsync();
    }

    // No light before the entry is on disk: while the disk lets nobody write, all is in order and the gate stays shut.
    static async Task WithAPassBeforeTheScannerWhileTheDiskIsBusyAsync(GateStand gate)
    {
        await gate.Disk.FreezeAsync(Cancel);
        try
        {
            await GateStand.WelcomeAsync(Healthy);
            await gate.ScanAsync("pass-08");
            await gate.MeansAsync("still-writing");
            (GateWorld.IsGreen, GateWorld.IsOpen).ShouldBe((false, false));
        }
        finally
        {
            await gate.Disk.ThawAsync(CancellationToken.None);
        }

        await GateWorld.SeeGateAsync(open: true, Cancel);
        (await gate.JudgedAsync(LightColour.Green)).ShouldBe(["passage admit: code valid, temperature measured; all-in-order"]);
        await gate.LeaveAsync();
    }

    static async Task WithAFeverAsync(GateStand gate)
    {
        await GateStand.WelcomeAsync(Feverish);
        await gate.ScanAsync("pass-11");
        await GateWorld.SeeAsync(LightColour.Amber, Cancel);
        (await gate.JudgedAsync(LightColour.Red)).ShouldBe(
        [
            "passage recheck: code valid, temperature measured; temperature-high",
            "passage hold: code valid, temperature measured; temperature-still-high",
        ]);
        GateWorld.IsOpen.ShouldBeFalse();

        await gate.LeaveAsync();
    }

    static async Task WithAPostersCodeAsync(GateStand gate)
    {
        await GateStand.WelcomeAsync(Healthy);
        gate.World.HoldUp("poster");
        (await gate.JudgedAsync(LightColour.Amber)).ShouldBe(["passage hold: code not-a-pass, temperature measured; not-a-pass"]);

        await AdmitByHandAsync(gate, "override admit: code not-a-pass, temperature measured; admitted-by-hand");
    }

    static async Task AdmitByHandAsync(GateStand gate, string entry)
    {
        GateWorld.IsOpen.ShouldBeFalse();
        await GateWorld.PressAsync(GateLines.AdmitByHand, Cancel);
        await GateWorld.SeeGateAsync(open: true, Cancel);
        (await gate.JudgedAsync(LightColour.Green)).ShouldBe([entry]);
    }

    static async Task HubHasAsync(IReadOnlyList<JournalRow> journal, long released)
    {
        using var hub = new HubPage(GateRig.Hub, GateWorld.Patience);
        var ledger = await hub.LedgerAsync(GateRig.Box, Cancel);

        var passages = journal.Where(row => row.IsFinal).Select(row => row.Passage).Distinct().Count();
        Judgement.Of(journal, released, ledger).ShouldBe(new(passages, passages, passages, Missing: 0, Duplicate: 0));
        JournalRow.AreWhole(ledger).ShouldBeTrue();
        ledger.Select(row => row.Entry.GetProperty("boot").GetInt32()).Distinct().ShouldBe([1]); // one program, from the first to the last

        var believed = ledger.First(row => row.Entry.GetProperty("temperature").ValueEquals("measured")).Entry.GetProperty("mono").GetInt64();
        TimeSpan.FromMilliseconds(believed).ShouldBeGreaterThan(new WarmUpRule().Window / 2);
    }
}
