namespace Checkpoint.Journaling;

public sealed class NamesTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("0")]
    [InlineData("gate-07")]
    [InlineData("g-")]
    [InlineData("abcdefghijklmnopqrstuvwxyz012345")]
    public void A_device_is_named_by_letters_digits_and_hyphens(string text)
    {
        DeviceId.TryParse(text, out var id).ShouldBeTrue();

        id.Value.ShouldBe(text);
        id.ToString().ShouldBe(text);
        DeviceId.Parse(text).ShouldBe(id);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-gate")]
    [InlineData("Gate")]
    [InlineData("gate_07")]
    [InlineData("gate/07")]
    [InlineData("gate+")]
    [InlineData("gate#")]
    [InlineData("gate 07")]
    [InlineData("闸")]
    [InlineData("٣")]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456")]
    public void Anything_else_names_no_device(string? text)
    {
        DeviceId.TryParse(text, out var id).ShouldBeFalse();

        id.ShouldBe(default);
        Should.Throw<FormatException>(() => DeviceId.Parse(text!));
    }

    [Fact]
    public void An_epoch_is_eight_random_bytes()
    {
        var epoch = Epoch.FromBytes([0, 1, 2, 3, 0xfc, 0xfd, 0xfe, 0xff]);

        epoch.Value.ShouldBe("00010203fcfdfeff");
        epoch.ToString().ShouldBe("00010203fcfdfeff");
        Epoch.Parse("00010203fcfdfeff").ShouldBe(epoch);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(9)]
    public void Fewer_or_more_bytes_make_no_epoch(int length) =>
        Should.Throw<ArgumentException>(() => Epoch.FromBytes(new byte[length]));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00010203fcfdfef")]
    [InlineData("00010203fcfdfeff0")]
    [InlineData("00010203FCFDFEFF")]
    [InlineData("00010203fcfdfefg")]
    public void Anything_else_is_no_epoch(string? text)
    {
        Epoch.TryParse(text, out var epoch).ShouldBeFalse();

        epoch.ShouldBe(default);
        Should.Throw<FormatException>(() => Epoch.Parse(text!));
    }
}
