using System.Text;

namespace Checkpoint.Sensing.Calibrating;

public sealed class CalibrationJsonTests
{
    const string Good = """
        {"air":2400,"at":"2026-11-22T08:00:00Z","emissivity":1,"operator":"7","points":[[3500,3460],[3900,3868]],"reference":"BB","serial":"x","v":1}
        """;

    [Fact]
    public void What_was_stored_is_read() => Read(Good).ShouldNotBeNull();

    [Theory]
    [InlineData("[3500,3460]", "[3500]")]
    [InlineData("[3500,3460]", "[]")]
    [InlineData("[3500,3460]", "3500")]
    [InlineData("[3500,3460]", "[9999999,3460]")]
    [InlineData("\"points\"", "\"dots\"")]
    [InlineData("{", "")]
    public void A_damaged_file_is_no_calibration_and_never_throws(string from, string to) =>
        Read(Good.Replace(from, to, StringComparison.Ordinal)).ShouldBeNull();

    static Calibration? Read(string json) => CalibrationJson.TryRead(Encoding.UTF8.GetBytes(json), new());
}
