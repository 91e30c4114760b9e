using System.Diagnostics;
using Checkpoint.Testing;

namespace Checkpoint.Hosting.Files;

public sealed class StickFileTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(9)]
    [InlineData(10)]
    public void A_file_within_the_bound_is_read_whole(int length)
    {
        File.WriteAllBytes(folder["file"], new byte[length]);

        StickFile.TryRead(folder["file"], most: 10)!.Length.ShouldBe(length);
    }

    [Fact]
    public void A_larger_one_is_read_one_byte_too_far_and_no_further()
    {
        File.WriteAllBytes(folder["file"], new byte[1000]);

        StickFile.TryRead(folder["file"], most: 10)!.Length.ShouldBe(11);
    }

    [Fact]
    public void A_link_a_folder_a_pipe_and_nothing_are_not_read()
    {
        File.WriteAllText(folder["file"], "secret");
        File.CreateSymbolicLink(folder["link"], folder["file"]);
        Directory.CreateDirectory(folder["folder"]);
        using (var pipe = Process.Start("mkfifo", [folder["pipe"]]))
            pipe.WaitForExit();

        foreach (var name in new[] { "link", "folder", "pipe", "nothing" })
            StickFile.TryRead(folder[name], most: 10).ShouldBeNull(name);
    }

    [Theory]
    [InlineData("checkpoint-records-gate-07-00112233aabbccdd-0000000001-0000000002.jws", true)]
    [InlineData("checkpoint-records-gate-07-00112233aabbccdd-1-2.jws", false)]
    [InlineData("checkpoint-records-gate-07-00112233aabbccdd-0000000001-0000000002.jws.part", false)]
    [InlineData("checkpoint-records-张三-00112233aabbccdd-0000000001-0000000002.jws", false)]
    [InlineData("checkpoint-records-gate-07-00112233aabbccdd-0000000001-0000000002.jws\n", false)]
    public void Only_names_of_ours_are_looked_at(string name, bool ours) => CarryNames.Records.IsMatch(name).ShouldBe(ours);

    [Fact]
    public void In_order_of_their_names_entries_are_in_order_of_their_numbers()
    {
        var names = new long[] { 999_999_999, 1, 10_000, 20_000_000_000 }
            .Select(first => CarryNames.OfRecords(new(Some.Device, Some.Epoch, first), first + 1)).ToList();

        names.ShouldAllBe(name => CarryNames.Records.IsMatch(name));
        names.Take(3).Order(StringComparer.Ordinal).ShouldBe([names[1], names[2], names[0]]);
    }
}
