using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Checkpoint.Hub.Operations;
using Checkpoint.Passes;
using Checkpoint.Passes.Hc1;
using Checkpoint.Passes.Trust;
using Checkpoint.Testing;
using Checkpoint.Testing.Fuzzing;

namespace Checkpoint.Hub.Passes;

public sealed class ForeignIssuersTests : IDisposable
{
    static readonly string[] Always = ["--from", "2000-01-01", "--until", "2099-12-31"];

    readonly CountyTools county = new CountyTools().Open();

    public void Dispose() => county.Dispose();

    [Fact]
    public void Certificates_are_trusted_for_their_own_dates_under_the_name_given()
    {
        File.WriteAllText(county["both.pem"], Certificate("C=XX", 2027).ExportCertificatePem() + "\n" + Certificate("C=YY", 2028).ExportCertificatePem());

        county.Trust("--hc1", county["both.pem"], "--name", "测试国").Output.ShouldContain("3 把发证密钥");

        var keys = county.Box().Trust.Keys.Where(key => key.Profile == PassProfile.Hc1).ToList();
        keys.Select(key => (key.Issuer, key.NotAfter.Year, key.Name)).ShouldBe([("XX", 2027, "测试国"), ("YY", 2028, "测试国")]);
        keys.ShouldAllBe(key => key.Fingerprint.Length == 64);
    }

    [Fact]
    public void A_certificate_that_is_over_is_not_trusted_unless_somebody_says_until_when()
    {
        File.WriteAllBytes(county["old.der"], Certificate("C=XX", 2025).RawData);

        var (code, _, errors) = county.Trust("--hc1", county["old.der"]);
        county.Trust("--hc1", county["old.der"], "--until", "2027-01-01").Code.ShouldBe(ExitCode.Ok);

        code.ShouldBe(ExitCode.Data);
        errors.ShouldContain("Its time is over");
        county.Box().Trust.Keys.Single(key => key.Profile == PassProfile.Hc1).NotAfter.Year.ShouldBe(2027);
    }

    [Theory]
    [InlineData("1.3.6.1.4.1.1847.2021.1.2", "2026-12-01", CodeOutcome.Valid)] // for vaccinations, and it is about one
    [InlineData("1.3.6.1.4.1.1847.2021.1.1", "2026-12-01", CodeOutcome.IssuerNotAllowed)] // for tests only
    [InlineData("1.3.6.1.5.5.7.3.1", "2026-12-01", CodeOutcome.IssuerNotAllowed)] // for servers
    [InlineData("1.3.6.1.4.1.1847.2021.1.2", "2027-12-01", CodeOutcome.IssuerOutOfDate)]
    public void A_gate_holds_a_certificates_key_to_its_own_dates_and_purposes(string purpose, string day, CodeOutcome outcome)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllBytes(county["signer.der"], Certificate("C=XX", 2027, key, purpose).RawData);
        county.Trust("--hc1", county["signer.der"]).Code.ShouldBe(ExitCode.Ok);
        var box = county.Box();
        var listed = box.Trust.Keys.Single(entry => entry.Profile == PassProfile.Hc1);
        var pass = TestCertificate.Issue(listed with { NotAfter = listed.NotAfter.AddYears(3) }, key, number: 1);
        var now = DateTimeOffset.Parse(day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

        new PassVerifier(box.ListsFor(GateScope.Everywhere)).Check(Some.Symbol(pass), Some.At(now)).Outcome.ShouldBe(outcome);
    }

    [Fact]
    public void A_key_that_is_given_again_is_told_anew_and_one_that_is_removed_is_gone()
    {
        File.WriteAllBytes(county["one.der"], Certificate("C=XX", 2027).RawData);
        county.Trust("--hc1", county["one.der"]);
        county.Trust("--hc1", county["one.der"], "--name", "改名").Output.ShouldContain("2 把发证密钥");
        var key = county.Box().Trust.Keys.Single(key => key.Profile == PassProfile.Hc1);

        county.Trust("--remove", key.Id.Value).Output.ShouldContain("1 把发证密钥");

        key.Name.ShouldBe("改名");
    }

    [Theory]
    [InlineData("--hc1", "nothing", "Not a certificate")]
    [InlineData("--hc1", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", "No key in it")]
    [InlineData("--nzcp", "{}", "No key in it")]
    [InlineData("--shc", "{}", "--iss")]
    public void A_file_that_is_not_what_it_should_be_is_named(string option, string content, string why)
    {
        File.WriteAllText(county["file"], content);

        var (code, _, errors) = county.Trust(option, county["file"], "--until", "2027-01-01");

        code.ShouldBe(ExitCode.Data);
        errors.ShouldContain(why);
        county.Box().Trust.Version.ShouldBe(1);
    }

    [Fact]
    public void Published_keys_without_dates_are_trusted_until_a_day_that_somebody_names()
    {
        var documents = Files("nzcp", "did*.json");

        county.Trust(["--nzcp", .. documents]).Errors.ShouldContain("--until");
        county.Trust(["--nzcp", .. documents, "--until", "2027-01-01"]).Code.ShouldBe(ExitCode.Ok);

        county.Box().Trust.Keys.Where(key => key.Profile == PassProfile.Nzcp).ShouldAllBe(key => key.NotAfter.Year == 2027);
    }

    // The whole way: published keys, the office's tool, the bundle, the box's own reading of it, the gate's verifier.
    [Fact]
    public void Passes_of_other_systems_verify_by_a_list_that_the_tool_made()
    {
        county.Trust(["--nzcp", .. Files("nzcp", "did*.json"), .. Always]).Code.ShouldBe(ExitCode.Ok);
        county.Trust(["--shc", .. Files("shc/spec", "jwks.json"), "--iss", "https://spec.smarthealth.cards/examples/issuer", .. Always]).Code.ShouldBe(ExitCode.Ok);
        TrustVectors();
        var verifier = new PassVerifier(county.Box().ListsFor(GateScope.Everywhere));
        using var corpus = CodeCorpus.Load(DataFolder.Find());

        var foreign = corpus.Seeds.Where(seed => seed.Said.Profile != PassProfile.Gp1).ToList();

        foreign.Select(seed => seed.Said.Profile).Distinct().Order().ShouldBe([PassProfile.Hc1, PassProfile.Shc, PassProfile.Nzcp]);
        foreach (var seed in foreign)
            verifier.Check(Some.Symbol(seed.Text), Some.At(seed.Clock)).Outcome.ShouldBe(CodeOutcome.Valid, seed.Name);
    }

    // With each vector's own certificate as the whole list, as the laboratory holds them against their expectations; a list of all says the same.
    [Fact]
    public void Certificates_over_their_time_or_for_another_purpose_are_refused_for_that()
    {
        var vectors = TrustVectors();
        var verifier = new PassVerifier(county.Box().ListsFor(GateScope.Everywhere));
        var outcomes = new HashSet<CodeOutcome>();

        foreach (var (name, code, certificate, clock) in vectors)
        {
            var alone = Hc1Issuer.FromCertificate(certificate) with { NotBefore = DateTimeOffset.MinValue, NotAfter = DateTimeOffset.MaxValue };
            using var key = alone.Key;
            var expected = new PassVerifier(new(new TrustList(1, clock, [alone]))).Check(Some.Symbol(code), Some.At(clock)).Outcome;
            if (expected is CodeOutcome.Valid or CodeOutcome.Expired or CodeOutcome.NotYetValid or CodeOutcome.IssuerNotAllowed)
                verifier.Check(Some.Symbol(code), Some.At(clock)).Outcome.ShouldBe(expected, name);
            outcomes.Add(expected);
        }

        outcomes.ShouldContain(CodeOutcome.Expired);
        outcomes.ShouldContain(CodeOutcome.IssuerNotAllowed);
    }

    List<(string Name, string Code, byte[] Certificate, DateTimeOffset Clock)> TrustVectors()
    {
        var vectors = Vectors().ToList();
        var certificates = vectors.Select(vector => vector.Certificate).DistinctBy(Convert.ToHexString, StringComparer.Ordinal).Select((der, i) =>
        {
            var path = county[string.Create(CultureInfo.InvariantCulture, $"signer-{i}.der")];
            File.WriteAllBytes(path, der);
            return path;
        });
        county.Trust(["--hc1", .. certificates, "--name", "EU", .. Always]).Code.ShouldBe(ExitCode.Ok);
        return vectors;
    }

    static IEnumerable<(string Name, string Code, byte[] Certificate, DateTimeOffset Clock)> Vectors()
    {
        foreach (var file in Files("dcc/vectors", "*.json"))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            if (!json.RootElement.TryGetProperty("TESTCTX", out var context))
                continue;
            yield return (
                file,
                json.RootElement.GetProperty("PREFIX").GetString()!,
                Convert.FromBase64String(context.GetProperty("CERTIFICATE").GetString()!),
                DateTimeOffset.Parse(context.GetProperty("VALIDATIONCLOCK").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
        }
    }

    static string[] Files(string folder, string pattern)
    {
        var path = DataFolder.Find(folder);
        Assert.SkipWhen(path is null, DataFolder.WhySkipped);
        return Directory.GetFiles(path!, pattern, SearchOption.AllDirectories);
    }

    static X509Certificate2 Certificate(string subject, int until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Certificate(subject, until, key);
    }

    static X509Certificate2 Certificate(string subject, int until, ECDsa key, params string[] purposes)
    {
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        if (purposes.Length > 0)
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([.. purposes.Select(purpose => new Oid(purpose))], critical: false));
        return request.CreateSelfSigned(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new(until, 6, 1, 0, 0, 0, TimeSpan.Zero));
    }
}
