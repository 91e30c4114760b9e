namespace Checkpoint.Bundles;

public sealed class BundleSeenTests
{
    [Theory]
    [InlineData(4, "any", BundleRefusal.Older)]
    [InlineData(5, "same", BundleRefusal.None)]
    [InlineData(5, "other", BundleRefusal.Conflict)]
    [InlineData(6, "any", BundleRefusal.None)]
    public void A_version_only_rises(int version, string digest, BundleRefusal refusal) =>
        new BundleSeen(5, "same").Judge(version, digest).ShouldBe(refusal);

    [Fact]
    public void Where_the_digest_was_lost_the_same_version_may_come_again() =>
        new BundleSeen(5, "").Judge(5, "any").ShouldBe(BundleRefusal.None);
}
