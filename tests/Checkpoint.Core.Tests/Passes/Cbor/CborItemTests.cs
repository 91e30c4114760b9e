using System.Text;
using Checkpoint.Testing;

namespace Checkpoint.Passes.Cbor;

public sealed class CborItemTests
{
    /// <summary>RFC 8949, appendix A, as JSON says it.</summary>
    public static TheoryData<string, string> Examples => new()
    {
        { "00", "0" },
        { "17", "23" },
        { "1818", "24" },
        { "1903e8", "1000" },
        { "1a000f4240", "1000000" },
        { "1b000000e8d4a51000", "1000000000000" },
        { "1bffffffffffffffff", "18446744073709551615" },
        { "20", "-1" },
        { "3903e7", "-1000" },
        { "3bffffffffffffffff", "-18446744073709551616" },
        { "f93c00", "1" },
        { "f97bff", "65504" },
        { "fa47c35000", "100000" },
        { "fb3ff199999999999a", "1.1" },
        { "f97c00", "null" },
        { "f4", "false" },
        { "f5", "true" },
        { "f6", "null" },
        { "f7", "null" },
        { "c074323031332d30332d32315432303a30343a30305a", "\"2013-03-21T20:04:00Z\"" },
        { "4401020304", "\"AQIDBA\"" },
        { "6449455446", "\"IETF\"" },
        { "62c3bc", "\"\\u00FC\"" },
        { "80", "[]" },
        { "8301820203820405", "[1,[2,3],[4,5]]" },
        { "a0", "{}" },
        { "a201020304", "{\"1\":2,\"3\":4}" },
        { "a2202141ff02", "{\"-1\":-2,\"_w\":2}" },
        { "a26161016162820203", "{\"a\":1,\"b\":[2,3]}" },
        { "9f018202039f0405ffff", "[1,[2,3],[4,5]]" },
        { "bf61610161629f0203ffff", "{\"a\":1,\"b\":[2,3]}" },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_standards_examples_are_read(string hex, string json)
    {
        CborItem.TryRead(Convert.FromHexString(hex), CborForm.Signed, out var item).ShouldBeTrue();

        Encoding.UTF8.GetString(CborJson.Write(item).Span).ShouldBe(json);
    }

    [Theory]
    [InlineData("")] // nothing
    [InlineData("18")] // cut off in the head
    [InlineData("1a0000")]
    [InlineData("1c")] // heads that do not exist
    [InlineData("1f")]
    [InlineData("dfff")]
    [InlineData("4201")] // cut off in the content
    [InlineData("0000")] // trailing bytes
    [InlineData("62c328")] // no UTF-8
    [InlineData("8201")] // an item missing
    [InlineData("a101")] // a value missing
    [InlineData("a1")]
    [InlineData("ff")] // a break alone
    [InlineData("f8ff")] // a simple value that nobody has named
    [InlineData("9f01")] // no break
    [InlineData("bf01ff")]
    [InlineData("5f4101ff")] // text and bytes in pieces
    [InlineData("7f6161ff")]
    [InlineData("a201020103")] // a key twice
    [InlineData("a20102180103")] // a key twice, spelled otherwise
    [InlineData("a2616101616102")]
    [InlineData("bf616101616102ff")]
    [InlineData("a1800102")] // a key that is no name
    [InlineData("a1f501")]
    [InlineData("5b7fffffffffffffff")] // lengths that nothing holds
    [InlineData("7bffffffffffffffff")]
    [InlineData("9b00000000ffffffff")]
    [InlineData("bbffffffffffffffff")]
    public void What_is_not_one_good_item_is_refused(string hex) =>
        CborItem.TryRead(Convert.FromHexString(hex), CborForm.Signed, out _).ShouldBeFalse();

    [Theory]
    [InlineData("1817")] // longer heads than need be
    [InlineData("190017")]
    [InlineData("1a00000017")]
    [InlineData("1b0000000000000017")]
    [InlineData("580101")]
    [InlineData("9f01ff")] // lengths told by a break
    [InlineData("bf0102ff")]
    public void Uncovered_bytes_have_one_spelling(string hex)
    {
        CborItem.TryRead(Convert.FromHexString(hex), CborForm.Signed, out _).ShouldBeTrue();

        CborItem.TryRead(Convert.FromHexString(hex), CborForm.Envelope, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(CborSyntax.MaxDepth - 1, true)]
    [InlineData(CborSyntax.MaxDepth, false)]
    [InlineData(3000, false)]
    public void Nesting_ends_at_its_limit(int arrays, bool good)
    {
        byte[] bytes = [.. Enumerable.Repeat((byte)0x81, arrays), 0];

        CborItem.TryRead(bytes, CborForm.Signed, out _).ShouldBe(good);
    }

    [Theory]
    [InlineData(CborSyntax.MaxItems - 1, true)]
    [InlineData(CborSyntax.MaxItems, false)]
    public void Items_end_at_their_limit(int items, bool good)
    {
        byte[] bytes = [0x99, (byte)(items >> 8), (byte)(items & 0xFF), .. new byte[items]];

        CborItem.TryRead(bytes, CborForm.Signed, out _).ShouldBe(good);
    }

    [Theory]
    [InlineData(CborSyntax.MaxPairs, true, false)]
    [InlineData(CborSyntax.MaxPairs + 1, false, false)]
    [InlineData(CborSyntax.MaxPairs, true, true)]
    [InlineData(CborSyntax.MaxPairs + 1, false, true)]
    public void Pairs_of_a_map_end_at_their_limit(int pairs, bool good, bool untilBreak)
    {
        var content = Enumerable.Range(0, pairs).SelectMany(key => new byte[] { 0x18, (byte)(key + 24), 0 });
        byte[] bytes = untilBreak ? [0xBF, .. content, 0xFF] : [0xB8, (byte)pairs, .. content];

        CborItem.TryRead(bytes, CborForm.Signed, out _).ShouldBe(good);
    }

    [Fact]
    public void A_value_is_found_by_its_key_and_by_nothing_else()
    {
        CborItem.TryRead(Convert.FromHexString("a3016131206132613102"), CborForm.Signed, out var map).ShouldBeTrue();

        map.Find(1)!.Value.Text.ShouldBe("1");
        map.Find(-1)!.Value.Text.ShouldBe("2");
        map.Find("1"u8)!.Value.Number.ShouldBe(2);
        map.Find("2"u8).ShouldBeNull();
        map.Find(2).ShouldBeNull();
        map.Find(1)!.Value.Find(1).ShouldBeNull();
        map.Find(1)!.Value.Children().ShouldBeEmpty();
        map.Find(1)!.Value.Number.ShouldBeNull();
    }

    [Fact]
    public void Whatever_the_bytes_are_reading_them_throws_nothing_and_takes_little()
    {
        var dice = new Dice(8949);
        for (var run = 0; run < 20_000; run++)
        {
            var bytes = dice.Bytes(dice.Roll(64));
            var before = GC.GetAllocatedBytesForCurrentThread();

            if (CborItem.TryRead(bytes, CborForm.Signed, out var item))
                _ = CborJson.Write(item);

            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(100_000);
        }
    }
}
