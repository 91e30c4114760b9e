using System.Text.Json;
using System.Threading.Channels;
using Checkpoint.Bundles;
using Checkpoint.Edge.Web;
using Checkpoint.Hosting.Sqlite;
using Checkpoint.Passages;
using Checkpoint.Passages.Duties;
using Checkpoint.Passes;
using Checkpoint.Policies;
using Checkpoint.Scanning;
using Checkpoint.Signals;
using Checkpoint.Signals.Speaking;
using Checkpoint.Testing;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Passages;

public sealed class PassageLoopTests : IDisposable
{
    const int SamplesForATemperature = 8;

    readonly TempFolder folder = new();
    readonly Channel<Signal> seen = Channel.CreateUnbounded<Signal>();
    readonly List<(SignalKind Kind, long Rows)> rowsAtLight = [];
    readonly List<bool> toldAtLight = [];
    readonly List<Signal> shown = [];
    readonly List<(Phrase Phrase, SignalKind Light, long Rows)> heard = [];
    readonly Parts parts;
    TimeSpan now;

    public PassageLoopTests() => parts = new(folder["store/journal.db"], Look, Hear);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        parts.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task No_light_without_its_entry_on_disk()
    {
        await StartAsync();

        for (var person = 1; person <= 5; person++)
        {
            await PassAsync((ulong)person);
            await SeenAsync(SignalKind.Admit);
        }

        await parts.Passages.StopAsync(Cancel);
        rowsAtLight.Where(light => light.Kind == SignalKind.Admit).Select(light => light.Rows).ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public async Task No_voice_before_its_light_and_its_entry_on_disk()
    {
        await StartAsync();

        await PassAsync(person: 1);
        await SeenAsync(SignalKind.Admit);
        await parts.Passages.StopAsync(Cancel);

        heard.Select(voice => voice.Phrase).ShouldBe(shown.Select(signal => signal.Phrase));
        heard.Select(voice => voice.Light).ShouldBe(shown.Select(signal => signal.Kind));
        heard.ShouldContain((Phrase.PleasePass, SignalKind.Admit, 1));
    }

    [Fact]
    public async Task A_person_who_cannot_be_recorded_is_held_and_can_be_registered_later()
    {
        await StartAsync();
        Directory.Delete(folder["store"], recursive: true);

        await PassAsync(person: 7);
        await SeenAsync(SignalKind.NotRecorded);
        Directory.CreateDirectory(folder["store"]);
        await PassAsync(person: 7);
        await SeenAsync(SignalKind.Admit);

        parts.Journal.Current!.Written.ShouldBe(1);
        parts.Metrics.NotRecordedCount.ShouldBe(1);
        parts.TakeAlarms().ShouldContain(alarm => alarm.Kind == AlarmKind.NotRecorded);
    }

    [Fact]
    public async Task A_full_disk_shows_not_recorded_and_never_another_light()
    {
        Assert.SkipUnless(MountedDisk.IsPossible, MountedDisk.WhySkipped);
        using var disk = new MountedDisk(kilobytes: 512);
        using var gate = new Parts(disk["journal.db"], signal => seen.Writer.TryWrite(signal));
        gate.Write(1);
        disk.Fill();
        Should.Throw<IOException>(() => FillTheLog(gate));
        var written = gate.Journal.Current!.Written;
        await gate.Passages.StartAsync(Cancel);

        await PassAsync(gate, person: 1);
        await SeenAsync(SignalKind.NotRecorded);
        gate.Journal.Current!.Written.ShouldBe(written);
        disk.Free();
        await PassAsync(gate, person: 1);
        await SeenAsync(SignalKind.Admit);

        await gate.Passages.StopAsync(Cancel);
        gate.Journal.Current!.Written.ShouldBe(written + 1);
    }

    [Fact]
    public async Task What_was_posted_before_the_end_is_still_decided_and_written()
    {
        Directory.CreateDirectory(folder["store"]);
        for (ulong person = 1; person <= 10; person++)
            await PassAsync(person);

        await parts.Passages.StartAsync(Cancel);
        await SeenAsync(SignalKind.Welcome);
        await parts.Passages.StopAsync(Cancel);

        parts.Journal.Current!.Written.ShouldBe(10);
    }

    [Fact]
    public async Task Someone_who_is_warm_twice_is_an_alarm_that_names_only_the_entry()
    {
        await StartAsync();

        await PostAsync(new PassageInput.Arrived(now, Direction.Entry));
        await PostAsync(Code(person: 1));
        await SampleAsync(38_40);
        await SeenAsync(SignalKind.Recheck);
        now += TimeSpan.FromSeconds(2);
        await SampleAsync(38_40);
        await SeenAsync(SignalKind.Refer);

        var alarm = parts.TakeAlarms().ShouldHaveSingleItem();
        (alarm.Kind, alarm.Detail).ShouldBe((AlarmKind.Referred, "entry 2"));
    }

    [Fact]
    public async Task Signed_rules_take_force_with_the_next_person_and_never_in_the_middle_of_one()
    {
        await StartAsync();
        await PostAsync(new PassageInput.Arrived(now, Direction.Entry));
        await SeenAsync(SignalKind.Welcome);

        parts.OfferRules(7, """{"version":1,"settings":{"recheckFrom":3900}}""").ShouldBeOfType<BundleStep.Accepted>();
        await PostAsync(Code(person: 1));
        await SampleAsync(38_40);
        await SeenAsync(SignalKind.Recheck);
        await PostAsync(new PassageInput.Left(now));
        await PostAsync(new PassageInput.Arrived(now, Direction.Entry));
        await PostAsync(Code(person: 2));
        await SampleAsync(38_40);
        await SeenAsync(SignalKind.Admit);

        parts.Passages.PolicyVersion.ShouldBe(7);
    }

    [Fact]
    public async Task A_decision_is_told_with_what_would_have_been_green_once_its_light_is_on()
    {
        await StartAsync();
        await PostAsync(new PassageInput.Arrived(now, Direction.Entry));
        await PostAsync(Code(person: 1));
        await SampleAsync(37_50);
        await SeenAsync(SignalKind.Recheck);
        await Eventually.HoldsAsync(() => parts.View.Last is not null, "told", Cancel);

        var status = parts.Status.Now();

        toldAtLight.ShouldBe([false]);
        (status.Signal.Kind, status.Signal.Light).ShouldBe(("recheck", "amber"));
        status.Signal.More.ShouldBe(new("黄：体表37.5，第1次测量；低于37.3则绿", "yellow: 37.5, reading 1; below 37.3 would be green"));
        var decision = status.Decision.ShouldNotBeNull();
        (decision.Passage, decision.Policy, decision.Verdict, decision.Words.En).ShouldBe(
            (1, 4, "recheck", "yellow: 37.5, reading 1; below 37.3 would be green"));
        decision.Changes.ShouldBe([new("surface", "3750", "3729")]);
    }

    [Fact]
    public async Task A_health_code_is_asked_about_and_goes_on_when_the_volunteer_has_said_green()
    {
        await StartAsync();
        await PostAsync(new PassageInput.CodeShown(now, new(70), new(CodeOutcome.HealthCode) { Profile = PassProfile.HealthCode }));
        await SeenAsync(SignalKind.WhichColour);
        await SampleAsync(36_50);

        await PostAsync(new PassageInput.Operated(now, new OperatorAction.ColourSeen(HealthColour.Green)));
        await SeenAsync(SignalKind.Admit);

        parts.Journal.Current!.Written.ShouldBe(1);
    }

    [Fact]
    public async Task What_a_certificate_says_is_told_to_nobody()
    {
        const string Certificate = """{"nam":{"fn":"Musterfrau"},"t":[{"sc":"Musterfrau"}]}""";
        parts.OfferRules(7, DefaultPolicy.Json).ShouldBeOfType<BundleStep.Accepted>();
        await StartAsync();
        await PostAsync(new PassageInput.CodeShown(now, new(71), new(CodeOutcome.Valid, Some.Claims() with { Class = PassClass.None })
        {
            Profile = PassProfile.Hc1,
            Document = new(System.Text.Encoding.UTF8.GetBytes(Certificate)),
        }));
        await SampleAsync(36_50);
        await SeenAsync(SignalKind.Register);
        await Eventually.HoldsAsync(() => parts.View.Last is not null, "told", Cancel);

        var status = parts.Status.Now();

        status.Decision!.Rules.Single(rule => string.Equals(rule.Id, "test-validity", StringComparison.Ordinal)).ShouldSatisfyAllConditions(
            rule => rule.Result.ShouldBe("not-judged"),
            rule => rule.Read.ShouldContain(new FactReply("payload", Value: null)));
        JsonSerializer.Serialize(status, StatusJson.Default.StatusReply).ShouldNotContain("Musterfrau");
    }

    [Fact]
    public async Task The_loop_beats_at_every_input_and_counts_people()
    {
        await StartAsync();

        await PassAsync(person: 1);
        await SeenAsync(SignalKind.Admit);

        parts.Passages.Presences.ShouldBe(1);
        parts.Status.IsAlive.ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_signs_on_is_on_disk_before_the_light_and_still_on_duty_after_a_restart()
    {
        await StartAsync();

        await PostAsync(Badge(7));
        await SeenAsync(SignalKind.Noted);
        await parts.Passages.StopAsync(Cancel);

        rowsAtLight.ShouldContain((SignalKind.Noted, 1));
        parts.Passages.OnDuty.ShouldBe([new PassId(7)]);
        parts.Journal.Dispose();
        using var again = new Parts(folder["store/journal.db"], signal => seen.Writer.TryWrite(signal));
        again.Journal.TryOpen().ShouldBeTrue();
        await again.Passages.StartAsync(Cancel);
        now += Duty.SameShowing;
        await again.Inbox.PostAsync(Badge(7), Cancel);
        await SeenAsync(SignalKind.Noted);
        await again.Passages.StopAsync(Cancel);
        again.Passages.OnDuty.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_cannot_be_written_down_is_not_signed_on()
    {
        await StartAsync();
        Directory.Delete(folder["store"], recursive: true);

        await PostAsync(Badge(7));
        await SeenAsync(SignalKind.NotRecorded);
        Directory.CreateDirectory(folder["store"]);
        await PostAsync(Badge(7));
        await SeenAsync(SignalKind.Noted);

        await parts.Passages.StopAsync(Cancel);
        parts.Passages.OnDuty.ShouldBe([new PassId(7)]);
        parts.TakeAlarms().ShouldContain(alarm => alarm.Kind == AlarmKind.NotRecorded);
    }

    PassageInput.CodeShown Badge(ulong badge) =>
        new(now, new CodeFingerprint(badge), new(CodeOutcome.Valid, Some.Claims(badge) with { Class = PassClass.Operator }));

    static void FillTheLog(Parts gate)
    {
        for (var i = 0; i < 100; i++)
            gate.Journal.Append(Some.Record(i));
    }

    static PassageInput.CodeShown CodeAt(TimeSpan at, ulong person) =>
        new(at, new CodeFingerprint(person), new(CodeOutcome.Valid, Some.Claims(person)));

    async Task StartAsync()
    {
        Directory.CreateDirectory(folder["store"]);
        parts.Journal.TryOpen().ShouldBeTrue();
        await parts.Passages.StartAsync(Cancel);
    }

    Task PassAsync(ulong person) => PassAsync(parts, person);

    async Task PassAsync(Parts gate, ulong person)
    {
        now += TimeSpan.FromSeconds(1);
        await gate.Inbox.PostAsync(new PassageInput.Arrived(now, Direction.Entry), Cancel);
        await gate.Inbox.PostAsync(CodeAt(now, person), Cancel);
        for (var i = 0; i < SamplesForATemperature; i++)
            await gate.Inbox.PostAsync(new PassageInput.Sampled(now, Some.Reading()), Cancel);
        await gate.Inbox.PostAsync(new PassageInput.Left(now), Cancel);
    }

    PassageInput.CodeShown Code(ulong person) => CodeAt(now, person);

    async Task SampleAsync(int hundredths)
    {
        for (var i = 0; i < SamplesForATemperature; i++)
            await PostAsync(new PassageInput.Sampled(now, Some.Reading(hundredths)));
    }

    ValueTask PostAsync(PassageInput input) => parts.Inbox.PostAsync(input, Cancel);

    async Task SeenAsync(SignalKind kind)
    {
        while ((await seen.Reader.ReadAsync(Cancel).AsTask().WaitAsync(Eventually.Deadline, Cancel)).Kind != kind)
        {
            // A prompt on the way to it.
        }
    }

    // Looks at the file through a connection of its own at the very moment of the light.
    void Look(Signal signal)
    {
        shown.Add(signal);
        if (signal.Kind is SignalKind.Admit or SignalKind.Noted)
            rowsAtLight.Add((signal.Kind, Rows()));
        if (signal.Kind == SignalKind.Recheck)
            toldAtLight.Add(parts.View.Last is not null);
        seen.Writer.TryWrite(signal);
    }

    void Hear(Speech speech)
    {
        var phrase = ((Speech.Fixed)speech).Phrase;
        heard.Add((phrase, shown[^1].Kind, phrase == Phrase.PleasePass ? Rows() : 0));
    }

    long Rows()
    {
        using var reader = SqliteStore.OpenReader(parts.Path);
        return reader.Scalar<long>("SELECT count(*) FROM journal");
    }
}
