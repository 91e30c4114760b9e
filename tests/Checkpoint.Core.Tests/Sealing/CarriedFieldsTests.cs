using System.Text;
using System.Text.Json;
using Checkpoint.Passes;
using Checkpoint.Passes.Nzcp;
using Checkpoint.Testing;

namespace Checkpoint.Sealing;

public sealed class CarriedFieldsTests
{
    [Fact]
    public void A_bare_id_number_is_carried_and_a_wrong_one_is_not()
    {
        CarriedFields.Of(Check("身份证号：11010519491231002x")).ShouldBe(new() { IdNumber = "11010519491231002X" });
        CarriedFields.Of(Check("110105194912310020")).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void An_eu_certificate_carries_name_birth_and_number()
    {
        CarriedFields.Of(Code(PassProfile.Hc1, """{"nam":{"fn":"Musterfrau-Gößinger","gn":"Gabriele","fnt":"X","gnt":"Y"},"dob":"1998-02-26"}""", "URN:UVCI:01:AT:1#W"))
            .ShouldBe(new() { Name = "Gabriele Musterfrau-Gößinger", BirthDate = "1998-02-26", Certificate = "URN:UVCI:01:AT:1#W" });
        CarriedFields.Of(Code(PassProfile.Hc1, """{"nam":{"fnt":"MUSTERFRAU"},"dob":""}""")).ShouldBe(new() { Name = "MUSTERFRAU" });
    }

    [Fact]
    public void A_smart_health_card_carries_its_first_patient()
    {
        const string card = """
            {"vc":{"credentialSubject":{"fhirBundle":{"entry":[7,{"resource":{"resourceType":"Immunization"}},
            {"resource":{"resourceType":"Patient","name":[{"family":"Anyperson","given":["John","B."]}],"birthDate":"1951-01-20"}},
            {"resource":{"resourceType":"Patient","name":[{"text":"Another"}]}}]}}}}
            """;

        CarriedFields.Of(Code(PassProfile.Shc, card)).ShouldBe(new() { Name = "John B. Anyperson", BirthDate = "1951-01-20" });
        CarriedFields.Of(Code(PassProfile.Shc, card.Replace("John", "", StringComparison.Ordinal).Replace("\"Patient\",\"name\":[{\"family\":\"Anyperson\",\"given\":[\"\",\"B.\"]}]", "\"Patient\",\"name\":[{\"text\":\"J\"}]", StringComparison.Ordinal)))
            .Name.ShouldBe("J");
    }

    [Fact]
    public void A_new_zealand_pass_carries_its_subject() => CarriedFields.Of(
        Code(PassProfile.Nzcp, """{"credentialSubject":{"givenName":"Jack","familyName":"Sparrow","dob":"1960-04-16"}}""", "urn:uuid:60a4f54d-4e30-4332-be33-ad78b1eafa4b"))
        .ShouldBe(new() { Name = "Jack Sparrow", BirthDate = "1960-04-16", Certificate = "urn:uuid:60a4f54d-4e30-4332-be33-ad78b1eafa4b" });

    [Theory]
    [InlineData(PassProfile.Hc1, "[]")]
    [InlineData(PassProfile.Hc1, """{"nam":7,"dob":{}}""")]
    [InlineData(PassProfile.Shc, """{"vc":{"credentialSubject":{"fhirBundle":{"entry":{}}}}}""")]
    [InlineData(PassProfile.Shc, """{"vc":{"credentialSubject":{"fhirBundle":{"entry":[{"resource":{"resourceType":"Patient","name":[7],"birthDate":1}}]}}}}""")]
    [InlineData(PassProfile.Nzcp, """{"credentialSubject":[]}""")]
    [InlineData(PassProfile.Gp1, """{"nam":{"fn":"Musterfrau"}}""")]
    public void What_is_not_where_it_should_be_is_not_known(PassProfile profile, string json) => CarriedFields.Of(Code(profile, json)).IsEmpty.ShouldBeTrue();

    [Fact]
    public void Our_own_pass_and_a_health_code_carry_nothing_of_anybody()
    {
        CarriedFields.Of(new(CodeOutcome.Valid, Some.Claims())).IsEmpty.ShouldBeTrue();
        CarriedFields.Of(Check("https://health.gd.gov.cn/x")).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Every_certificate_of_the_data_carries_the_name_and_birth_that_its_file_says()
    {
        var folder = DataFolder.Find("dcc/vectors");
        Assert.SkipWhen(folder is null, DataFolder.WhySkipped);

        var (read, others) = (0, 0);
        foreach (var file in Directory.EnumerateFiles(folder!, "*.json", SearchOption.AllDirectories))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            if (Vector(json.RootElement) is not var (code, content) || Check(code) is not { Document: not null } check)
                continue;
            var fields = CarriedFields.Of(check);
            if (!content.GetRawText().Contains($"\"{fields.Certificate}\"", StringComparison.Ordinal))
                continue; // the text beside some codes is about another certificate
            var name = content.GetProperty("nam");
            var said = new PersonalFields
            {
                Name = $"{Text(name, "gn") ?? Text(name, "gnt")} {Text(name, "fn") ?? Text(name, "fnt")}",
                BirthDate = Text(content, "dob"),
                Certificate = fields.Certificate,
            };
            read++;
            others += fields == said ? 0 : 1;
        }

        // One country's code is about another test person than the text beside it, under the same number.
        read.ShouldBeGreaterThan(100);
        others.ShouldBeLessThanOrEqualTo(read / 50);
    }

    [Fact]
    public void The_published_example_of_new_zealand_carries_its_number()
    {
        var folder = DataFolder.Find("nzcp/spec");
        Assert.SkipWhen(folder is null, DataFolder.WhySkipped);
        var text = Directory.EnumerateFiles(folder!, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".md" or ".html" or ".txt" or ".adoc")
            .SelectMany(File.ReadLines).SelectMany(line => line.Split(' ', '"', '`', '<', '>')).FirstOrDefault(word => word.StartsWith(NzcpFormat.Beginning, StringComparison.Ordinal) && word.Length > 300);
        Assert.SkipWhen(text is null, "The specification here holds no example.");

        var fields = CarriedFields.Of(Check(text!));

        fields.Name.ShouldNotBeNull();
        fields.Certificate.ShouldNotBeNull().ShouldStartWith("urn:uuid:");
    }

    [Fact]
    public void Neither_fields_nor_number_say_anything_when_they_are_printed()
    {
        var check = Check("11010519491231002X");

        $"{check} {CarriedFields.Of(check)} {Sealed.Somebody} {new FieldSeal.Skipped(SealSkip.NoKey)}".ShouldNotContain("1101");
        Sealed.Somebody.ToString().ShouldBe("personal fields");
        PersonalFields.None.ToString().ShouldBe("no personal fields");
    }

    // Some files are to be refused for what they say.
    static (string Code, JsonElement Content)? Vector(JsonElement root) =>
        root.TryGetProperty("JSON", out var content) && content.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("EXPECTEDRESULTS", out var expected) && expected.TryGetProperty("EXPECTEDVALIDJSON", out var same) && same.ValueKind == JsonValueKind.True
        && content.TryGetProperty("nam", out _)
            ? (root.GetProperty("PREFIX").GetString()!, content)
            : null;

    static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    static CodeCheck Code(PassProfile profile, string json, string? number = null) =>
        new(CodeOutcome.Valid) { Profile = profile, Document = new(Encoding.UTF8.GetBytes(json)) { Number = number } };

    static CodeCheck Check(string text) => new PassVerifier(PassLists.Empty).Check(Some.Symbol(text), Some.At(Some.Moment));
}
