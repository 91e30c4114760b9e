using System.Text;
using Checkpoint.Sensing.Screenings;
using Checkpoint.Testing;

namespace Checkpoint.Sensing.Baselines;

public sealed class BaselineJsonTests
{
    static readonly Screener Screener = new(ScreeningModel.For(Sight.ForeheadCentre), new());
    static readonly AmbientTemperature Air = AmbientTemperature.FromHundredths(22_00);
    static readonly Ordinary Known = new(People(Screener.Begin(), 40), DateTimeOffset.UnixEpoch.AddSeconds(7));

    [Fact]
    public void A_gate_goes_on_where_it_was()
    {
        var read = BaselineJson.TryRead(BaselineJson.Write(Sight.ForeheadCentre, Known), Screener).ShouldNotBeNull();

        read.ShouldBe(Known);
        BaselineJson.TryRead(BaselineJson.Write(Sight.ForeheadCentre, Known with { SettledAt = 34.5 }), Screener)!.SettledAt.ShouldBe(34.5);
        People(read.Baseline, 40).ShouldBe(People(Known.Baseline, 40)); // and learns on as if nothing had been
    }

    [Fact]
    public void A_thermometer_that_was_never_calibrated_stays_one() =>
        BaselineJson.TryRead(BaselineJson.Write(Sight.ForeheadCentre, Known with { CalibratedAt = null }), Screener)!.CalibratedAt.ShouldBeNull();

    [Fact]
    public void What_another_kind_of_thermometer_learned_is_not_taken() =>
        BaselineJson.TryRead(BaselineJson.Write(Sight.FullFace, Known), Screener).ShouldBeNull();

    [Theory]
    [InlineData("\"level\":", "\"level\":4")] // 434 °C
    [InlineData("\"people\":", "\"people\":-")]
    [InlineData("\"scale\":", "\"scale\":9")]
    [InlineData("\"doubt\":[", "\"doubt\":[-")]
    [InlineData("\"doubt\":[", "\"doubts\":[")]
    [InlineData("\"doubt\":[", "\"doubt\":[],\"x\":[")]
    [InlineData("\"slope\":", "\"slope\":1e9,\"x\":")]
    [InlineData("{", "")]
    public void What_no_thermometer_can_have_learned_is_not_taken(string from, string to)
    {
        var text = Encoding.UTF8.GetString(BaselineJson.Write(Sight.ForeheadCentre, Known)).Replace(from, to, StringComparison.Ordinal);

        BaselineJson.TryRead(Encoding.UTF8.GetBytes(text), Screener).ShouldBeNull();
    }

    static Baseline People(Baseline start, int people) => Enumerable.Range(0, people).Aggregate(
        start, (seen, person) => seen.Learn(new(new(Some.Surface(34_20 + (person % 7 * 10)), Some.Surface(34_20 + (person % 7 * 10)), Air), default, InGuardBand: false)));
}
