using System.Globalization;
using Checkpoint.Testing;
using Checkpoint.Testing.Faults;

namespace Checkpoint.Hosting.Sqlite;

public sealed class FileLeaseTests : IDisposable
{
    readonly TempFolder folder = new();

    string Path => folder["gate.db"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_second_comer_learns_who_holds_the_file()
    {
        using var lease = FileLease.Take(Path, "checkpoint-edge");

        var error = Should.Throw<IOException>(() => FileLease.Take(Path, "checkpoint-lab"));

        error.Message.ShouldContain(
            string.Create(CultureInfo.InvariantCulture, $"held by process {Environment.ProcessId} (checkpoint-edge)"));
    }

    [Fact]
    public void A_lease_given_back_can_be_taken_again()
    {
        FileLease.Take(Path, "a program with a long name").Dispose();

        using var lease = FileLease.Take(Path, "edge");

        Should.Throw<IOException>(() => FileLease.Take(Path, "x")).Message.ShouldEndWith("(edge).");
    }

    [Fact]
    public void Two_files_have_two_leases()
    {
        using var one = FileLease.Take(Path, "edge");
        using var other = FileLease.Take(folder["other.db"], "edge");

        File.Exists(Path + ".lock").ShouldBeTrue();
    }

    // A card that fails is mounted read-only by the kernel. With the lock file of the last start on it, the box took that for another
    // program's and did not start: no light, where it should have held and asked for paper.
    [Fact]
    public async Task A_file_on_a_disk_that_nobody_may_write_is_not_called_held()
    {
        Assert.SkipUnless(SmallDisk.IsPossible, "Only root may mount a small disk.");
        await using var disk = await SmallDisk.MountAsync(folder.Path, 1, TestContext.Current.CancellationToken);
        FileLease.Take(Path, "edge").Dispose();
        await disk.ProtectAsync(TestContext.Current.CancellationToken);

        var error = Should.Throw<IOException>(() => FileLease.Take(Path, "edge"));

        error.ShouldNotBeOfType<FileHeldException>();
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_io_error() =>
        Should.Throw<DirectoryNotFoundException>(() => FileLease.Take(folder["no/gate.db"], "edge"));
}
