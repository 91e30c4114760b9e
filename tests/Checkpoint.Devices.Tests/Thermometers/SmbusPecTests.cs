namespace Checkpoint.Devices.Thermometers;

public sealed class SmbusPecTests
{
    [Theory]
    [InlineData("B4 07 B5 D2 3A", 0x30)] // the read in the datasheet
    [InlineData("B4 22 07 C8", 0x48)] // the write in the datasheet
    [InlineData("B4 FF", 0xE8)] // sleep
    [InlineData("", 0x00)]
    public void The_code_is_the_one_of_the_datasheet(string bytes, byte expected)
    {
        var code = SmbusPec.Of(Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal)));

        code.ShouldBe(expected);
    }

    [Fact]
    public void A_word_read_covers_both_addresses_and_the_command()
    {
        var code = SmbusPec.OfWordRead(0x5A, 0x07, 0xD2, 0x3A);

        code.ShouldBe((byte)0x30);
        SmbusPec.OfWordRead(0x5A, 0x06, 0xD2, 0x3A).ShouldNotBe(code);
        SmbusPec.OfWordRead(0x5B, 0x07, 0xD2, 0x3A).ShouldNotBe(code);
    }
}
