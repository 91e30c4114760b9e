using System.Globalization;
using System.Reflection;
using Checkpoint.Clocks;
using Checkpoint.Golden;
using Checkpoint.Journaling;
using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Passes.Trust;
using Checkpoint.Policies;
using Checkpoint.Sealing;
using Checkpoint.Sensing;
using Checkpoint.Signals.Speaking;

namespace Checkpoint.Wire;

public sealed class WireNameTests
{
    static readonly Type[] Published =
    [
        typeof(AlarmKind), typeof(ClockQuality), typeof(ClockTurn), typeof(CodeOutcome), typeof(Direction), typeof(HealthColour), typeof(HubKeyUse),
        typeof(PassClass), typeof(Phrase), typeof(Reason), typeof(RecordKind), typeof(SealSkip), typeof(SensorFault), typeof(TemperatureSkip), typeof(Verdict),
    ];

    [Fact]
    public void Names_and_numbers_that_are_stored_or_published_never_change() =>
        string.Join('\n', Published.SelectMany(Lines)).ShouldBeApproved("names.txt");

    [Fact]
    public void Every_name_is_read_as_written()
    {
        foreach (var reason in Enum.GetValues<Reason>())
        {
            WireName<Reason>.TryParse(WireName<Reason>.Of(reason), out var read).ShouldBeTrue();
            read.ShouldBe(reason);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("No-Phone")]
    [InlineData("NoPhone")]
    [InlineData("6")]
    [InlineData("no-phone ")]
    public void Another_spelling_is_no_name(string? name)
    {
        WireName<Reason>.TryParse(name, out var reason).ShouldBeFalse();

        reason.ShouldBe(Reason.None);
    }

    [Fact]
    public void A_value_without_a_name_cannot_be_spelt() =>
        Should.Throw<KeyNotFoundException>(() => WireName<Verdict>.Of((Verdict)99));

    static IEnumerable<string> Lines(Type type)
    {
        var spell = typeof(WireName<>).MakeGenericType(type).GetMethod("Of", BindingFlags.Public | BindingFlags.Static)!;
        foreach (var value in Enum.GetValues(type))
        {
            var number = Convert.ToInt32(value, CultureInfo.InvariantCulture);
            yield return string.Create(CultureInfo.InvariantCulture, $"{type.Name} {number} {spell.Invoke(null, [value])}");
        }
    }
}
