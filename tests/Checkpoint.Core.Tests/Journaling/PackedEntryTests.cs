using System.Text;
using Checkpoint.Sealing;
using Checkpoint.Testing;
using Checkpoint.Wire;
using FsCheck;
using FsCheck.Fluent;

namespace Checkpoint.Journaling;

public sealed class PackedEntryTests
{
    [Fact]
    public void An_entry_is_packed_to_less_than_half_and_unpacked_to_the_bit()
    {
        var canonical = EntryJson.Write(Some.Entry());

        var packed = PackedEntry.Pack(canonical);

        packed.Length.ShouldBeLessThan(canonical.Length / 2);
        PackedEntry.TryUnpack(packed).ShouldBe(canonical);
    }

    [Fact]
    public void An_entry_that_an_earlier_program_stored_is_read_as_it_is()
    {
        var canonical = EntryJson.Write(Some.Entry());

        PackedEntry.TryUnpack(canonical).ShouldBe(canonical);
    }

    [Fact]
    public void An_entry_with_other_than_ascii_text_is_stored_as_it_is()
    {
        var canonical = Encoding.UTF8.GetBytes("{\"note\":\"体温\"}");

        PackedEntry.Pack(canonical).ShouldBe(canonical);
        PackedEntry.TryUnpack(canonical).ShouldBe(canonical);
    }

    [Fact]
    public void Whatever_ascii_is_packed_comes_back() => Prop.ForAll(
        Gen.Choose(1, 127).ArrayOf(300).ToArbitrary(),
        numbers =>
        {
            var text = Encoding.ASCII.GetBytes("{" + string.Concat(numbers.Select(n => n % 3 == 0 ? ",\"clock\":\"" : n % 5 == 0 ? "\",\"passage\":" : ((char)n).ToString())));
            PackedEntry.TryUnpack(PackedEntry.Pack(text)).ShouldBe(text);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Whatever_bytes_are_unpacked_nothing_larger_than_a_record_comes_out() => Prop.ForAll(
        Gen.Choose(0, 255).ArrayOf(600).ToArbitrary(),
        numbers =>
        {
            byte[] stored = [1, .. numbers.Select(n => (byte)n)];
            (PackedEntry.TryUnpack(stored)?.Length ?? 0).ShouldBeLessThanOrEqualTo(WireRecord.MaxBytes);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Theory]
    [InlineData("{\"epoch\":\"0123456789abcdef\"}")]
    [InlineData("{\"epoch\":\"0123456789abcdef0123456789abcdef\"}")]
    [InlineData("{\"epoch\":\"ffffffffffffffff1234567\"}")]
    [InlineData("{\"mono\":1234567890123456}")]
    public void Digits_of_a_name_are_packed_two_in_a_byte(string json)
    {
        var canonical = Encoding.ASCII.GetBytes(json);

        var packed = PackedEntry.Pack(canonical);

        packed.Length.ShouldBeLessThanOrEqualTo(canonical.Length + 1 - 6);
        PackedEntry.TryUnpack(packed).ShouldBe(canonical);
    }

    [Theory]
    [InlineData("{\"n\":1000}", 2)]
    [InlineData("{\"n\":8423}", 2)]
    [InlineData("{\"n\":34503451}", 4)]
    [InlineData("{\"n\":999}", 0)]
    [InlineData("{\"n\":8424}", 0)]
    [InlineData("{\"n\":0123}", 0)]
    [InlineData("{\"n\":12.5}", 0)]
    public void Four_digits_of_a_number_take_two_bytes(string json, int saved)
    {
        var canonical = Encoding.ASCII.GetBytes(json);
        var letters = Encoding.ASCII.GetBytes(new string([.. json.Select(c => char.IsAsciiDigit(c) ? 'x' : c)]));

        var packed = PackedEntry.Pack(canonical);

        packed.Length.ShouldBe(PackedEntry.Pack(letters).Length - saved);
        PackedEntry.TryUnpack(packed).ShouldBe(canonical);
    }

    [Theory]
    [InlineData("{\"epoch\":\"0123456789ABCDEF\"}")]
    [InlineData("{\"epoch\":\"0123456789abcde\"}")]
    [InlineData("{\"epoch\":\"0123456789abcdeg\"}")]
    public void Other_names_stay_text(string json)
    {
        var canonical = Encoding.ASCII.GetBytes(json);

        PackedEntry.TryUnpack(PackedEntry.Pack(canonical)).ShouldBe(canonical);
    }

    [Theory]
    [InlineData(new byte[] { 1, 2 })]
    [InlineData(new byte[] { 1, 2, 2 })]
    [InlineData(new byte[] { 1, 2, 3 })]
    [InlineData(new byte[] { 1, 2, 3, 32 })]
    [InlineData(new byte[] { 1, 2, 9 })]
    [InlineData(new byte[] { 1, 1, 1 })]
    [InlineData(new byte[] { 1, 31 })]
    [InlineData(new byte[] { 1, 2, 2, 1, 2, 3, 4, 5, 6, 7 })]
    public void A_body_that_ends_too_soon_or_says_what_nobody_knows_is_no_entrys(byte[] stored) => PackedEntry.TryUnpack(stored).ShouldBeNull();

    [Fact]
    public void A_sealed_text_is_packed_to_its_bytes()
    {
        using var hub = new Sealed();
        var plain = EntryJson.Write(Some.Entry());
        var fields = new PersonalFields { Name = "张三", IdNumber = "11010519491231002X" };
        var canonical = EntryJson.Write(Some.Entry() with { Seal = hub.Seal(fields) });

        var packed = PackedEntry.Pack(canonical);

        PackedEntry.TryUnpack(packed).ShouldBe(canonical);
        var sealedBytes = 8 + 64 + CompactJwe.NonceBytes + CompactJwe.TagBytes + PersonalFieldsJson.Write(fields).Length;
        packed.Length.ShouldBeLessThanOrEqualTo(PackedEntry.Pack(plain).Length + sealedBytes + 8);
    }

    [Fact]
    public void A_sealed_text_that_is_spelt_otherwise_stays_text()
    {
        using var hub = new Sealed();
        var token = hub.Token(Sealed.Somebody);
        foreach (var other in new[] { token[..^1], token[..^1] + (token[^1] == 'A' ? 'B' : 'C'), token.Replace("..", ".A.", StringComparison.Ordinal), token + ".", token[..30], token + "=" })
        {
            var canonical = EntryJson.Write(Some.Entry() with { Seal = new FieldSeal.Closed(other) });
            PackedEntry.TryUnpack(PackedEntry.Pack(canonical)).ShouldBe(canonical);
        }

        var unended = Encoding.ASCII.GetBytes("{\"sealed\":\"" + token);
        PackedEntry.TryUnpack(PackedEntry.Pack(unended)).ShouldBe(unended);
    }

    [Fact]
    public void Every_prefix_of_a_packed_sealed_entry_is_something_or_nothing_and_never_throws()
    {
        using var hub = new Sealed();
        var packed = PackedEntry.Pack(EntryJson.Write(Some.Entry() with { Seal = hub.Seal(Sealed.Somebody) }));

        for (var length = 0; length < packed.Length; length++)
            (PackedEntry.TryUnpack(packed.AsSpan(..length))?.Length ?? 0).ShouldBeLessThanOrEqualTo(WireRecord.MaxBytes);
        PackedEntry.TryUnpack([1, 2]).ShouldBeNull();
        PackedEntry.TryUnpack([1, 2, 7]).ShouldBeNull();
        PackedEntry.TryUnpack([1, 2, 1, 0]).ShouldBeNull();
        PackedEntry.TryUnpack([1, 2, 1, .. new byte[102]]).ShouldBeNull();
    }

    [Fact]
    public void A_phrase_of_a_newer_program_is_not_guessed()
    {
        PackedEntry.TryUnpack([1, (byte)'{', 255]).ShouldBeNull();
    }

    [Fact]
    public void Phrases_are_only_ever_added_at_the_end()
    {
        // As stored by the program that first packed: {"area":411625101,"attempt":1,"boot":… and the last phrase of then.
        PackedEntry.TryUnpack([1, 0x80, (byte)'4', 0x83, (byte)'2', 0x80 + 104]).ShouldBe("{\"area\":4,\"attempt\":1,\"boot\":2T23:"u8.ToArray());
    }
}
