using Checkpoint.Devices.Pictures;
using Checkpoint.Passages;
using Checkpoint.Passes;

namespace Checkpoint.Devices.Simulated;

public sealed class CrowdTests : IDisposable
{
    readonly TemporaryFolder seeds = new();

    public void Dispose() => seeds.Dispose();

    [Fact]
    public void A_crowd_is_read_with_its_pictures()
    {
        using (var picture = File.Create(seeds.File("code.png")))
            GreyPng.Write(picture, new(new byte[6], 3, 2, 3));

        var crowd = Load("""
            [
              { "note": "a farmer", "direction": "entry", "code": "code.png", "surface": [34.8, 35.02],
                "thermometer": "no-answer", "operator": ["no-phone", "admit"] },
              { "note": "a van", "direction": "exit", "occupants": [
                { "note": "driver", "surface": [35] },
                { "note": "child", "code": null, "surface": [-70.00, 380.00], "operator": ["no-phone"], "colour": "yellow" } ] }
            ]
            """);

        var farmer = crowd.Parties[0].Members.ShouldHaveSingleItem();
        (crowd.Parties[0].InVehicle, crowd.Parties[0].Direction).ShouldBe((false, Direction.Entry));
        farmer.Code.ShouldNotBeNull()().Width.ShouldBe(3);
        farmer.Surfaces.Select(s => s.Hundredths).ShouldBe([34_80, 35_02]);
        (farmer.Thermometer, farmer.NoPhone, farmer.AdmittedByHand).ShouldBe((SmbusFault.NoAnswer, true, true));
        (crowd.Parties[1].InVehicle, crowd.Parties[1].Direction).ShouldBe((true, Direction.Exit));
        crowd.Parties[1].Members.Select(m => (m.Note, m.NoPhone, m.Colour)).ShouldBe([("driver", false, null), ("child", true, HealthColour.Yellow)]);
    }

    [Theory]
    [InlineData("""[{ "note": "a", "direction": "entry", "surface": [35], "color": 1 }]""", "[0]: unknown key \"color\"; expected note, direction")]
    [InlineData("""[{ "note": "a", "direction": "in", "surface": [35] }]""", "[0].direction is \"in\"; expected one of entry, exit")]
    [InlineData("""[{ "note": "a", "surface": [35] }]""", "[0]: the key \"direction\" is missing")]
    [InlineData("""[{ "note": "", "direction": "entry", "surface": [35] }]""", "[0].note is \"\"; expected text")]
    [InlineData("""[{ "note": "a", "direction": "entry", "surface": [] }]""", "[0].surface is []; expected an array of 1 to 10")]
    [InlineData("""[{ "note": "a", "direction": "entry", "surface": [35, 380.01] }]""", "[0].surface[1] is 380.01; expected -70.00 to 380.00")]
    [InlineData("""[{ "note": "a", "direction": "entry", "surface": [-70.01] }]""", "[0].surface[0] is -70.01; expected")]
    [InlineData("""[{ "note": "a", "direction": "entry", "surface": [35.005] }]""", "[0].surface[0] is 35.005; expected")]
    [InlineData("""[{ "note": "a", "direction": "entry", "surface": ["35"] }]""", "[0].surface[0] is \"35\"; expected")]
    [InlineData("""[{ "note": "a", "direction": "entry", "surface": [1e28] }]""", "[0].surface[0] is 1e28; expected")]
    [InlineData("""[{ "note": "a", "direction": "entry", "surface": [35], "thermometer": "wet" }]""", "expected one of bad-checksum")]
    [InlineData("""[{ "note": "a", "direction": "entry", "surface": [35], "operator": ["open"] }]""", "[0].operator[0] is \"open\"; expected one of")]
    [InlineData("""[{ "note": "a", "direction": "entry", "surface": [35], "operator": ["admit", "no-phone"] }]""", "in this order")]
    [InlineData("""[{ "note": "a", "direction": "entry", "surface": [35], "colour": "not-confirmed" }]""", "one of green, yellow, red")]
    [InlineData("""[{ "note": "a", "direction": "entry", "surface": [35], "operator": ["admit", "admit"] }]""", "in this order")]
    [InlineData("""[{ "note": "a", "direction": "entry", "surface": [35], "code": "../a.png" }]""", "a path inside the folder")]
    [InlineData("""[{ "note": "a", "direction": "entry", "surface": [35], "code": "/a.png" }]""", "a path inside the folder")]
    [InlineData("""[{ "note": "a", "direction": "entry", "surface": [35], "occupants": [] }]""", "[0]: unknown key \"surface\"")]
    [InlineData("""[{ "note": "a", "direction": "entry", "occupants": [] }]""", "[0].occupants is []; expected an array of 1 to 80")]
    [InlineData("""[{ "note": "a", "direction": "entry", "occupants": [{ "note": "b", "occupants": [] }] }]""", "[0].occupants[0]: unknown key \"occupants\"")]
    [InlineData("""[{ "note": "a", "note": "b", "direction": "entry", "surface": [35] }]""", "crowd.json: ")]
    [InlineData("[7]", "[0] is 7; expected an object")]
    [InlineData("[]", "crowd.json is []; expected an array of 1 to 500")]
    [InlineData("{}", "crowd.json is {}; expected an array")]
    [InlineData("[", "crowd.json: ")]
    public void What_is_not_understood_is_refused_with_its_place_and_range(string json, string complaint)
    {
        var error = Should.Throw<FormatException>(() => Load(json));

        error.Message.ShouldContain(complaint);
        error.Message.ShouldContain(seeds.File("crowd.json"));
    }

    [Fact]
    public void A_missing_picture_is_named()
    {
        var error = Should.Throw<InvalidDataException>(
            () => Load("""[{ "note": "a", "direction": "entry", "surface": [35], "code": "gone.png" }]"""));

        error.Message.ShouldContain("[0].code: the picture \"gone.png\" cannot be read");
    }

    [Fact]
    public void A_damaged_picture_is_named()
    {
        File.WriteAllText(seeds.File("bad.png"), "not a picture");

        var error = Should.Throw<InvalidDataException>(
            () => Load("""[{ "note": "a", "direction": "entry", "surface": [35], "code": "bad.png" }]"""));

        error.Message.ShouldContain("[0].code: the picture \"bad.png\" cannot be read: The file does not start as a PNG");
    }

    [Theory]
    [InlineData(6, 20, true)]
    [InlineData(7, 20, false)]
    public void A_crowd_has_a_limit_that_counts_occupants(int vehicles, int alone, bool fits)
    {
        const string Person = """{ "note": "a", "surface": [35] }""";
        var van = $$"""{ "note": "a", "direction": "exit", "occupants": [{{string.Join(',', Enumerable.Repeat(Person, 80))}}] }""";
        const string Walker = """{ "note": "a", "direction": "exit", "surface": [35] }""";
        var json = $"[{string.Join(',', Enumerable.Repeat(van, vehicles).Concat(Enumerable.Repeat(Walker, alone)))}]";

        if (fits)
            Load(json).Parties.Sum(p => p.Members.Count).ShouldBe(Crowd.MaxPeople);
        else
            Should.Throw<FormatException>(() => Load(json)).Message.ShouldContain("expected at most 500");
    }

    [Fact]
    public void A_missing_file_is_an_error_of_the_file_system() =>
        Should.Throw<FileNotFoundException>(() => Crowd.Load(seeds.Path));

    Crowd Load(string json)
    {
        File.WriteAllText(seeds.File(Crowd.FileName), json);
        return Crowd.Load(seeds.Path);
    }
}
