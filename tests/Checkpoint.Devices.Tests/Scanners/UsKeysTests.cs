namespace Checkpoint.Devices.Scanners;

public sealed class UsKeysTests
{
    // linux/input-event-codes.h
    [Theory]
    [InlineData(2, '1', '!')]
    [InlineData(11, '0', ')')]
    [InlineData(12, '-', '_')]
    [InlineData(13, '=', '+')]
    [InlineData(16, 'q', 'Q')]
    [InlineData(21, 'y', 'Y')]
    [InlineData(25, 'p', 'P')]
    [InlineData(26, '[', '{')]
    [InlineData(30, 'a', 'A')]
    [InlineData(39, ';', ':')]
    [InlineData(40, '\'', '"')]
    [InlineData(41, '`', '~')]
    [InlineData(43, '\\', '|')]
    [InlineData(44, 'z', 'Z')]
    [InlineData(50, 'm', 'M')]
    [InlineData(51, ',', '<')]
    [InlineData(53, '/', '?')]
    [InlineData(55, '*', '*')]
    [InlineData(57, ' ', ' ')]
    [InlineData(71, '7', '7')]
    [InlineData(82, '0', '0')]
    [InlineData(83, '.', '.')]
    [InlineData(98, '/', '/')]
    public void A_key_says_what_it_says_on_an_american_keyboard(int key, char plain, char shifted)
    {
        UsKeys.CharacterOf(key, isShifted: false).ShouldBe(plain);
        UsKeys.CharacterOf(key, isShifted: true).ShouldBe(shifted);
    }

    [Fact]
    public void Every_character_of_ascii_has_a_key()
    {
        foreach (var character in Enumerable.Range(0x20, 0x7F - 0x20).Select(value => (char)value))
            Typing.KeyOf(character).Key.ShouldBeGreaterThan((ushort)0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(14)]
    [InlineData(28)]
    [InlineData(42)]
    [InlineData(58)]
    [InlineData(59)]
    [InlineData(86)]
    [InlineData(767)]
    public void Other_keys_say_nothing(int key)
    {
        UsKeys.CharacterOf(key, isShifted: false).ShouldBeNull();
    }
}
