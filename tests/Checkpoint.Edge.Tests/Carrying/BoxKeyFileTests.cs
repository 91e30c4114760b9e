using System.Runtime.Versioning;
using Microsoft.Extensions.Logging.Abstractions;

namespace Checkpoint.Edge.Carrying;

public sealed class BoxKeyFileTests : StickFixture
{
    BoxKeyFile Keys => new(Places, TimeProvider.System, NullLogger<BoxKeyFile>.Instance);

    [Fact]
    [SupportedOSPlatform("linux")]
    public void A_key_is_made_once_and_readable_by_the_box_alone()
    {
        var first = Keys.TryPublic();

        Keys.TryPublic().ShouldBe(first);
        File.GetUnixFileMode(Places.Key).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void A_key_that_cannot_be_read_is_kept_and_another_is_made()
    {
        var first = Keys.TryPublic();
        File.WriteAllText(Places.Key, "-----BEGIN PRIVATE");

        var second = Keys.TryPublic();

        second.ShouldNotBeNull();
        string.Equals(second, first, StringComparison.Ordinal).ShouldBeFalse();
        Directory.GetFiles(Folder.Path, "box.key.pem.bad-*").ShouldHaveSingleItem();
    }

    [Fact]
    public void Where_no_key_can_be_written_the_box_goes_on_without()
    {
        var nowhere = new BoxKeyFile(new(Folder["nowhere/journal.db"]), TimeProvider.System, NullLogger<BoxKeyFile>.Instance);

        nowhere.TryPublic().ShouldBeNull();
    }
}
