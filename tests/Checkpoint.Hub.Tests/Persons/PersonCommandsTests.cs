using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Checkpoint.Hub.Ledgers;
using Checkpoint.Hub.Operations;
using Checkpoint.Hub.Passes;
using Checkpoint.Passes.Trust;
using Checkpoint.Sealing;
using Checkpoint.Testing;

namespace Checkpoint.Hub.Persons;

/// <summary>The office's tool on a real ledger that a hub has open.</summary>
public sealed class PersonCommandsTests : IDisposable
{
    const string Name = "张三";

    static readonly ManualClock Clock = new(new(2026, 11, 21, 4, 0, 0, TimeSpan.Zero));

    readonly TempFolder folder = new();
    readonly Ledgers.Journal journal = new();
    readonly ECDsa key = County.NewKey();
    readonly SqliteLedger ledger;
    readonly string keyFile;

    public PersonCommandsTests()
    {
        ledger = SqliteLedger.Open(folder["hub.db"]);
        keyFile = KeyFiles.WritePrivate(folder["keys"], "seal", key);
        File.WriteAllText(folder["50.json"], JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Ledger:Connection"] = $"Data Source={folder["hub.db"]}",
            ["Mqtt:Broker"] = "mqtt://127.0.0.1:1",
            ["Fleet:Devices:0"] = "gate-1",
        }));
    }

    public void Dispose()
    {
        ledger.Dispose();
        key.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void An_entry_is_opened_while_the_hub_runs_and_it_is_written_down()
    {
        Commit(json => json.WriteString("sealed", Token()));

        var (code, output, errors) = Open();

        code.ShouldBe(ExitCode.Ok, errors);
        output.ShouldBe($"姓名 name: {Name}{Environment.NewLine}电话 phone: 138�{Environment.NewLine}");
        var openings = Run("person", "openings", "--config", folder.Path).Output;
        openings.ShouldBe($"2026-11-21 04:00:00 UTC  gate-1/0123456789abcdef/1  王五  流调  ({HubKey.IdOf(key)}){Environment.NewLine}");
    }

    [Fact]
    public void What_cannot_be_written_down_is_not_shown()
    {
        Commit(json => json.WriteString("sealed", Token()));
        using var book = SqliteOpeningBook.Open(folder["hub.db"]);

        var (code, output, _) = Open();

        code.ShouldBe(ExitCode.Storage);
        output.ShouldBeEmpty();
        book.Latest(10).ShouldBeEmpty();
    }

    [Fact]
    public void Another_key_opens_nothing_and_says_so()
    {
        Commit(json => json.WriteString("sealed", Token()));
        using var other = County.NewKey();

        Refused(Open(KeyFiles.WritePrivate(folder["keys"], "other", other))).ShouldContain("sealed to another key");
    }

    [Fact]
    public void A_damaged_text_is_told_from_another_key()
    {
        var token = Token();
        Commit(json => json.WriteString("sealed", token[..^1] + (token[^1] == 'A' ? 'Q' : 'A')));

        Refused(Open()).ShouldContain("is damaged");
    }

    [Theory]
    [InlineData("\"sealed\":\"eyJ.x\"", "not a sealed text of ours")]
    [InlineData("\"sealed-skip\":\"no-key\"", "written without the personal fields (no-key)")]
    [InlineData("\"sealed\":7", "Nothing personal was registered")]
    [InlineData("\"other\":1", "Nothing personal was registered")]
    public void An_entry_with_nothing_to_open_says_why(string member, string why)
    {
        using var document = JsonDocument.Parse($"{{{member}}}");
        Commit(json => document.RootElement.EnumerateObject().Single().WriteTo(json));

        Refused(Open()).ShouldContain(why);
    }

    [Fact]
    public void An_entry_that_the_ledger_lacks_is_said_to_be_missing() => Refused(Open()).ShouldContain("has no such entry");

    [Theory]
    [InlineData("--entry", "gate-1/42", "Expected DEVICE/EPOCH/SEQ")]
    [InlineData("--by", " ", "Expected 1 to 200 characters")]
    [InlineData("--reason", "a\nb", "Expected 1 to 200 characters")]
    public void What_is_asked_badly_is_refused_with_what_is_wanted(string option, string value, string why)
    {
        Commit(json => json.WriteString("sealed", Token()));
        var asked = Asked(keyFile);
        asked[Array.IndexOf(asked, option) + 1] = value;

        Refused(Run(asked)).ShouldContain(why);
    }

    string Refused((int Code, string Output, string Errors) answer)
    {
        answer.Code.ShouldBe(ExitCode.Data);
        answer.Output.ShouldBeEmpty();
        Run("person", "openings", "--config", folder.Path).Output.ShouldBeEmpty();
        return answer.Errors;
    }

    (int Code, string Output, string Errors) Open(string? file = null) => Run(Asked(file ?? keyFile));

    string[] Asked(string file) =>
    [
        "person", "open", "--entry", "gate-1/0123456789abcdef/1", "--key", file, "--by", "王五", "--reason", "流调", "--config", folder.Path,
    ];

    void Commit(Action<Utf8JsonWriter> members) => ledger.Commit(new(Ledgers.Journal.Morning, [journal.Write(members)], [], []));

    string Token()
    {
        using var hub = new SealingKey(new(HubKeyUse.Seal, key, County.Issued, County.Issued.AddYears(1)));
        using var ephemeral = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var seal = hub.Seal(new() { Name = Name, Phone = "138\u202e" }, ephemeral, new byte[CompactJwe.NonceBytes]);
        return seal.ShouldBeOfType<FieldSeal.Closed>().Token;
    }

    static (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var errors = new StringWriter(CultureInfo.InvariantCulture);
        var config = new Option<string>("--config");
        var code = new RootCommand { PersonCommands.Create(config, Clock) }.Parse(arguments).Invoke(new InvocationConfiguration { Output = output, Error = errors });
        return (code, output.ToString(), errors.ToString());
    }
}
