using System.Text;
using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Ledgers;

public sealed class ChainRuleTests
{
    [Fact]
    public void A_chain_as_written_has_no_broken_link()
    {
        var chain = Chain("one", "two", "three");

        var broken = ChainRule.FirstBroken(EntryHash.Start, chain);

        broken.ShouldBeNull();
    }

    [Fact]
    public void A_changed_entry_breaks_its_own_link()
    {
        var chain = Chain("one", "two", "three");
        chain[1] = chain[1] with { Canonical = Encoding.UTF8.GetBytes("tw0") };

        var broken = ChainRule.FirstBroken(EntryHash.Start, chain);

        broken.ShouldBe(chain[1]);
    }

    [Fact]
    public void A_chain_begun_elsewhere_does_not_follow()
    {
        var chain = Chain("one", "two");

        ChainRule.Follows(EntryHash.Start, chain[0]).ShouldBeTrue();
        ChainRule.Follows(chain[0].Hash, chain[1]).ShouldBeTrue();
        ChainRule.Follows(EntryHash.Start, chain[1]).ShouldBeFalse();
    }

    static WireRecord[] Chain(params string[] entries)
    {
        var before = EntryHash.Start;
        var records = new WireRecord[entries.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            var canonical = Encoding.UTF8.GetBytes(entries[i]);
            before = before.Next(canonical);
            records[i] = new(new(DeviceId.Parse("gate-1"), Epoch.Parse("0123456789abcdef"), i + 1), canonical, before);
        }

        return records;
    }
}
