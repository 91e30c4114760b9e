using System.Globalization;
using Checkpoint.Testing;

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

    [Fact]
    public void A_folder_that_is_not_there_is_an_io_error() =>
        Should.Throw<DirectoryNotFoundException>(() => FileLease.Take(folder["no/gate.db"], "edge"));
}
