using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Checkpoint.Ledgers;
using Checkpoint.Testing;

namespace Checkpoint.Journaling;

public sealed class EntryHashTests
{
    [Fact]
    public void The_chain_starts_at_zeros()
    {
        EntryHash.Start.Hex.ShouldBe(new string('0', 64));
        default(EntryHash).ShouldBe(EntryHash.Start);
        default(EntryHash).GetHashCode().ShouldBe(EntryHash.Start.GetHashCode());
        default(EntryHash).ToString().ShouldBe(EntryHash.Start.Hex);
    }

    [Fact]
    public void The_first_link_of_an_empty_entry_is_the_hash_of_32_zero_bytes() =>
        EntryHash.Start.Next([]).Hex.ShouldBe("66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925");

    [Fact]
    public void Changing_any_bit_of_an_entry_changes_its_link()
    {
        var canonical = EntryJson.Write(Some.Entry());
        var link = EntryHash.Start.Next(canonical);

        for (var bit = 0; bit < canonical.Length * 8; bit++)
        {
            canonical[bit / 8] ^= (byte)(1 << (bit % 8));
            EntryHash.Start.Next(canonical).ShouldNotBe(link);
            canonical[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void A_change_anywhere_breaks_the_chain_there()
    {
        var chain = Some.Chain(5).ToList();
        ChainRule.FirstBroken(EntryHash.Start, chain).ShouldBeNull();
        var changed = chain[2].Canonical.ToArray();
        changed[10] ^= 1;

        chain[2] = chain[2] with { Canonical = changed };

        ChainRule.FirstBroken(EntryHash.Start, chain).ShouldBe(chain[2]);
    }

    [Fact]
    public void A_link_is_read_as_written()
    {
        EntryHash.TryParse(Some.Chain(1)[0].Hash.ToString(), out var hash).ShouldBeTrue();

        hash.ShouldBe(Some.Chain(1)[0].Hash);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("00000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("000000000000000000000000000000000000000000000000000000000000000A")]
    [InlineData("000000000000000000000000000000000000000000000000000000000000000g")]
    public void What_is_not_64_lower_case_digits_is_no_link(string? text) => EntryHash.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public async Task Another_language_computes_the_same_chain()
    {
        const string program = """
            import hashlib, json, sys
            link = bytes(32)
            for line in sys.stdin.buffer:
                entry = json.dumps(json.loads(line), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
                link = hashlib.sha256(link + entry).digest()
                print(link.hex())
            """;
        string[] entries =
        [
            .. Some.Chain(20).Select(record => Encoding.UTF8.GetString(record.Canonical.Span)),
            """{"later":{"z":[1,-0,{"b":null,"a":true}],"é":"通行证 😷 \u2028\u007f"},"\u0001":"\b\t\n\f\r\u001f\"\\\/"}""",
        ];

        var theirs = await RunPythonAsync(program, string.Concat(entries.Select(entry => entry + "\n")));

        theirs.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ShouldBe(Links(entries));
    }

    static IEnumerable<string> Links(IEnumerable<string> entries)
    {
        var link = EntryHash.Start;
        foreach (var entry in entries)
        {
            using var json = JsonDocument.Parse(entry);
            link = link.Next(CanonicalJson.Write(json.RootElement));
            yield return link.Hex;
        }
    }

    static async Task<string> RunPythonAsync(string program, string input)
    {
        var cancel = TestContext.Current.CancellationToken;
        var python = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "python3")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(python is null, "python3 is missing");

        using var process = Process.Start(new ProcessStartInfo(python!, ["-c", program])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        })!;
        await process.StandardInput.WriteAsync(input.AsMemory(), cancel);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return output;
    }
}
