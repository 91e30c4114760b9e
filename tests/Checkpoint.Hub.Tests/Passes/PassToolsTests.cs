using System.CommandLine;
using System.Globalization;
using Checkpoint.Bundles;
using Checkpoint.Hub.Operations;
using Checkpoint.Passes.Trust;
using Checkpoint.Testing;

namespace Checkpoint.Hub.Passes;

public sealed class PassToolsTests : IDisposable
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    static readonly ManualClock Clock = new(new(2026, 11, 21, 4, 0, 0, TimeSpan.Zero));

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_private_key_is_its_owners_alone_and_is_never_written_over()
    {
        Run("pass", "keygen", "root", "--out", folder["keys"]).Code.ShouldBe(ExitCode.Ok);

        File.GetUnixFileMode(folder["keys/root.key.pem"]).ShouldBe(OwnerOnly);
        File.ReadAllText(folder["keys/root.pem"]).ShouldContain("BEGIN PUBLIC KEY");
        Run("pass", "keygen", "root", "--out", folder["keys"]).Code.ShouldBe(ExitCode.Storage);
    }

    [Fact]
    public void A_private_key_that_others_can_read_is_not_used()
    {
        Open();
        File.SetUnixFileMode(folder["keys/gp1-0001-2026-11.key.pem"], OwnerOnly | UnixFileMode.GroupRead);

        var (code, _, errors) = Issue("--from", "2026-11-21", "--until", "2026-12-20");

        code.ShouldBe(ExitCode.Data);
        errors.ShouldContain("chmod 600");
    }

    [Fact]
    public void A_pass_is_issued_and_names_its_number_for_the_register()
    {
        Open();

        var (code, output, _) = Issue("--from", "2026-11-21", "--until", "2026-12-20", "--household", "17");

        code.ShouldBe(ExitCode.Ok);
        output.ShouldStartWith("GP1:");
        output.ShouldContain(" number, for the register: 0001:");
    }

    [Theory]
    [InlineData("2026-10-01", "2026-11-30", "outside the key's own")]
    [InlineData("2026-11-21", "2027-06-01", "outside the key's own")]
    [InlineData("2026-11-21", "2026-11-01", "before the first")]
    [InlineData("21.11.2026", "2026-12-01", "expected 2026-11-21")]
    public void A_pass_that_gates_would_refuse_is_not_issued(string from, string until, string why)
    {
        Open();

        var (code, _, errors) = Issue("--from", from, "--until", until);

        code.ShouldBe(ExitCode.Data);
        errors.ShouldContain(why);
    }

    [Fact]
    public void A_key_issues_only_what_the_trust_list_will_say_of_it()
    {
        Run("pass", "keygen", "issuing", "--out", folder["keys"], "--id", "0002", "--month", "2026-11", "--name", "x", "--classes", "visitor", "--areas", "7");

        Run("pass", "issue", "--key", folder["keys/gp1-0002-2026-11.key.pem"], "--area", "7", "--from", "2026-11-21", "--until", "2026-11-22").Errors
            .ShouldContain("may not issue that class");
        Run("pass", "issue", "--key", folder["keys/gp1-0002-2026-11.key.pem"], "--area", "8", "--class", "visitor", "--from", "2026-11-21", "--until", "2026-11-22").Errors
            .ShouldContain("may not issue for that area");
    }

    [Fact]
    public void A_sheet_has_a_code_for_each_row_and_a_register_for_its_owner_alone()
    {
        Open();
        File.WriteAllText(folder["rows.csv"], "household,plate,name\n1,,\n2,豫S12345,\n3,,李雷\n");

        var (code, _, _) = Run(
            "pass", "sheet", "--key", folder["keys/gp1-0001-2026-11.key.pem"], "--area", "411625101", "--from", "2026-11-21", "--until", "2026-12-20", "--csv", folder["rows.csv"], "--out", folder["sheet.html"]);

        code.ShouldBe(ExitCode.Ok);
        var page = File.ReadAllText(folder["sheet.html"]);
        page.Split("<figure>").Length.ShouldBe(4);
        page.ShouldNotContain("李雷");
        File.GetUnixFileMode(folder["sheet.csv"]).ShouldBe(OwnerOnly);
        File.ReadAllLines(folder["sheet.csv"]).Length.ShouldBe(4);
    }

    [Theory]
    [InlineData("colour\n1\n", "names the columns")]
    [InlineData("household\n", "1 to 10000 rows")]
    [InlineData("household\n0\n", "row 2 is not right (household)")]
    [InlineData("household\n1,2\n", "row 2 is not right")]
    public void Rows_that_are_not_right_are_named_and_not_quoted(string rows, string why)
    {
        Open();
        File.WriteAllText(folder["rows.csv"], rows);

        var (code, _, errors) = Run(
            "pass", "sheet", "--key", folder["keys/gp1-0001-2026-11.key.pem"], "--area", "1", "--from", "2026-11-21", "--until", "2026-12-20", "--csv", folder["rows.csv"], "--out", folder["sheet.html"]);

        code.ShouldBe(ExitCode.Data);
        errors.ShouldContain(why);
    }

    [Fact]
    public void Passes_are_taken_back_and_given_back_under_rising_versions()
    {
        Open();

        Revoke("--pass", "0001:0123456789abcdef", "0001:00000000000000ff").Output.ShouldContain("version 1: 2");
        Revoke("--restore", "0001:00000000000000ff").Output.ShouldContain("version 2: 1");
        Revoke("--restore", "0001:00000000000000ff").Errors.ShouldContain("not on the list");
        Revoke("--withdraw", "0001").Output.ShouldContain("version 3: 1");

        Directory.EnumerateFiles(folder["lists"], "revocation-*").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).ShouldBe(
            ["revocation-1.jws", "revocation-2-from-1.jws", "revocation-2.jws", "revocation-3-from-2.jws", "revocation-3.jws"]);
    }

    [Fact]
    public void A_key_that_the_trust_list_does_not_name_signs_nothing()
    {
        Open();
        Run("pass", "keygen", "signer", "--out", folder["other"], "--month", "2026-11", "--name", "x");

        var (code, _, errors) = Run("pass", "revoke", "--key", folder["other/signer-2026-11.key.pem"], "--lists", folder["lists"], "--withdraw", "0001");

        code.ShouldBe(ExitCode.Data);
        errors.ShouldContain("not known here");
    }

    [Fact]
    public void The_hubs_keys_come_on_the_trust_list_and_go_from_it()
    {
        Open();
        foreach (var use in new[] { "seal", "sign" })
            Run("pass", "keygen", "hub", "--use", use, "--out", folder["keys"], "--month", "2026-11", "--name", "县中心").Output.ShouldContain("key id: ");
        string[] trust = ["bundle", "trust", "--key", folder["keys/root.key.pem"], "--lists", folder["lists"]];

        Run([.. trust, "--add", folder["keys/hub-seal-2026-11.json"], folder["keys/hub-sign-2026-11.json"]]).Output.ShouldContain("2 把中心密钥 hub keys");

        File.GetUnixFileMode(folder["keys/hub-seal-2026-11.key.pem"]).ShouldBe(OwnerOnly);
        var list = InForce().Trust;
        var sealing = list.SealingKey(Clock.GetUtcNow()).ShouldNotBeNull();
        sealing.Name.ShouldBe("县中心");
        list.SigningKeys.ShouldHaveSingleItem().Use.ShouldBe(HubKeyUse.Sign);
        Run([.. trust, "--remove", sealing.Id]).Output.ShouldContain("1 把中心密钥 hub keys");
        InForce().Trust.SealingKey(Clock.GetUtcNow()).ShouldBeNull();
        Run("pass", "keygen", "hub", "--use", "open", "--out", folder["keys"], "--name", "x").Errors.ShouldContain("expected seal, sign");
    }

    [Fact]
    public void A_bundle_is_inspected_and_a_changed_one_does_not_verify()
    {
        Open();
        Run("bundle", "inspect", "--lists", folder["lists"], folder["lists/trust-1.jws"]).Output.ShouldContain("signed by root");
        File.WriteAllText(folder["changed.jws"], File.ReadAllText(folder["lists/trust-1.jws"]).Replace(".eyJ", ".eyK", StringComparison.Ordinal));

        Run("bundle", "inspect", "--lists", folder["lists"], folder["changed.jws"]).Code.ShouldBe(ExitCode.Data);
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.15)]
    [InlineData(0.25)]
    public void Damage_is_counted_in_codewords(double share)
    {
        using var code = QrPicture.Draw("GP1:" + new string('A', 132));

        var (damaged, all) = CodeDamage.Bleach(code, share);

        code.Version.ShouldBe(6);
        all.ShouldBe(172);
        damaged.ShouldBe((int)Math.Round(share * 172));
    }

    void Open()
    {
        Run("pass", "keygen", "root", "--out", folder["keys"]);
        Directory.CreateDirectory(folder["lists"]);
        File.Copy(folder["keys/root.pem"], folder["lists/root.pem"]);
        Run("pass", "keygen", "issuing", "--out", folder["keys"], "--id", "0001", "--month", "2026-11", "--name", "十里镇");
        Run("pass", "keygen", "signer", "--out", folder["keys"], "--month", "2026-11", "--name", "县卡点办");
        Run(
            "bundle", "trust", "--key", folder["keys/root.key.pem"], "--lists", folder["lists"], "--add", folder["keys/gp1-0001-2026-11.json"], folder["keys/signer-2026-11.json"])
            .Code.ShouldBe(ExitCode.Ok);
    }

    BundleState InForce() => new CountyLists(folder["lists"]).State();

    (int Code, string Output, string Errors) Issue(params string[] more) =>
        Run(["pass", "issue", "--key", folder["keys/gp1-0001-2026-11.key.pem"], "--area", "411625101", .. more]);

    (int Code, string Output, string Errors) Revoke(params string[] more) =>
        Run(["pass", "revoke", "--key", folder["keys/signer-2026-11.key.pem"], "--lists", folder["lists"], .. more]);

    static (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var errors = new StringWriter(CultureInfo.InvariantCulture);
        var root = new RootCommand { PassCommands.Create(Clock), BundleCommands.Create(Clock) };
        var code = root.Parse(arguments).Invoke(new InvocationConfiguration { Output = output, Error = errors });
        return (code, output.ToString(), errors.ToString());
    }
}
