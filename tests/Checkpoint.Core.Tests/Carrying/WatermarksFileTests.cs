using System.Collections.Immutable;
using System.Text;
using Checkpoint.Bundles;
using Checkpoint.Golden;
using Checkpoint.Journaling;
using Checkpoint.Testing;
using Checkpoint.Wire;

namespace Checkpoint.Carrying;

public sealed class WatermarksFileTests
{
    static readonly DateTimeOffset Made = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    static readonly Watermark Mark = new(Some.Epoch, 3, [new(5, 6)]) { Hash = Some.Chain(3)[2].Hash, Time = Some.Moment };

    static readonly WatermarksFile File = new(Some.Device, Made, [Mark]);

    [Fact]
    public void A_file_is_read_as_it_was_written()
    {
        var read = Read(File.Sign(Carried.Key)).ShouldNotBeNull();

        (read.Device, read.Made).ShouldBe((Some.Device, Made));
        read.Watermarks.ShouldHaveSingleItem().ToJson().ShouldBe(Mark.ToJson());
    }

    [Fact]
    public void One_for_another_box_is_passed_over() => Refusal(File with { Device = DeviceId.Parse("gate-08") }).ShouldBe(CarryRefusal.OtherBox);

    [Fact]
    public void One_signed_by_nobody_on_the_list_is_refused()
    {
        WatermarksFile.TryRead(File.Sign(Carried.OtherKey), Some.Device, Find, out var refusal).ShouldBeNull();

        refusal.ShouldBe(CarryRefusal.UnknownHub);
    }

    [Fact]
    public void The_key_is_asked_for_as_of_the_moment_that_the_file_was_made()
    {
        DateTimeOffset? asked = null;

        WatermarksFile.TryRead(File.Sign(Carried.Key), Some.Device, (_, made) => { asked = made; return Carried.Key; }, out _);

        asked.ShouldBe(Made);
    }

    [Fact]
    public void Every_byte_changed_is_never_accepted_with_other_content()
    {
        var (file, dice) = (File.Sign(Carried.Key), new Dice(4));

        for (var at = 0; at < file.Length; at++)
        {
            byte[] mutant = [.. file];
            mutant[at] ^= (byte)(1 + dice.Roll(255));
            if (Read(mutant) is { } read)
                read.Watermarks.ShouldHaveSingleItem().ToJson().ShouldBe(Mark.ToJson());
        }
    }

    [Theory]
    [InlineData("""{"device":"gate-07","made":"2026-11-22T08:00:00Z","v":1}""")]
    [InlineData("""{"device":"gate-07","made":"yesterday","v":1,"watermarks":[]}""")]
    [InlineData("""{"device":"gate-07","made":"2026-11-22T08:00:00Z","v":1,"watermarks":[{"epoch":"00112233aabbccdd","missing":[],"upto":-1,"v":1}]}""")]
    [InlineData("""{"device":"gate-07","made":"2026-11-22T08:00:00Z","v":1,"watermarks":[{"epoch":"00112233aabbccdd","missing":[],"upto":1,"v":1},{"epoch":"00112233aabbccdd","missing":[],"upto":2,"v":1}]}""")]
    public void What_cannot_be_is_malformed_whoever_signed_it(string payload)
    {
        WatermarksFile.TryRead(BundleEnvelope.Sign(Encoding.UTF8.GetBytes(payload), Carried.Key, WatermarksFile.Type), Some.Device, Find, out var refusal).ShouldBeNull();

        refusal.ShouldBe(CarryRefusal.Malformed);
    }

    [Theory]
    [InlineData(WatermarksFile.MaxWatermarks, true)]
    [InlineData(WatermarksFile.MaxWatermarks + 1, true)] // the rest is left out
    public void It_speaks_of_64_journals_at_most(int journals, bool good)
    {
        ImmutableArray<Watermark> marks = [.. Enumerable.Range(0, journals).Select(i => Mark with { Epoch = Epoch.FromBytes(BitConverter.GetBytes((long)i)) })];

        var read = Read((File with { Watermarks = marks }).Sign(Carried.Key));

        (read is not null).ShouldBe(good);
        read!.Watermarks.Length.ShouldBe(WatermarksFile.MaxWatermarks);
    }

    [Fact]
    public void Its_payload_is_written_as_approved() =>
        BundleEnvelope.TryRead(File.Sign(Carried.Key), WatermarksFile.Type, WatermarksFile.MaxFileBytes, out _)!.Payload.ToArray().ShouldBeApproved("carried-watermarks.json");

    static System.Security.Cryptography.ECDsa? Find(string signer, DateTimeOffset made) =>
        string.Equals(signer, PublicKey.Fingerprint(Carried.Key), StringComparison.Ordinal) ? Carried.Key : null;

    static WatermarksFile? Read(byte[] text) => WatermarksFile.TryRead(text, Some.Device, Find, out _);

    static CarryRefusal Refusal(WatermarksFile file)
    {
        WatermarksFile.TryRead(file.Sign(Carried.Key), Some.Device, Find, out var refusal).ShouldBeNull();
        return refusal;
    }
}
