namespace Checkpoint.Devices.Kernel;

/// <summary>What a USB keyboard sends for a character (HID Usage Tables 1.5, page 7), written down apart from the product's own table.</summary>
static class HidUsages
{
    public const byte Enter = 0x28;

    const string Digits = "1234567890"; // from 0x1E on
    const string ShiftedDigits = "!@#$%^&*()";
    const string Signs = " -=[]\\"; // from 0x2C on
    const string ShiftedSigns = " _+{}|";
    const string MoreSigns = ";'`,./"; // from 0x33 on
    const string ShiftedMoreSigns = ":\"~<>?";

    public static (bool IsShifted, byte Usage) Of(char character)
    {
        if (char.IsAsciiLetter(character))
            return (char.IsAsciiLetterUpper(character), (byte)(0x04 + (char.ToLowerInvariant(character) - 'a')));
        foreach (var (signs, isShifted, first) in Rows())
        {
            if (signs.IndexOf(character, StringComparison.Ordinal) is var at and >= 0)
                return (isShifted, (byte)(first + at));
        }

        throw new ArgumentOutOfRangeException(nameof(character), character, "Not on an American keyboard.");
    }

    public static byte OfKeypad(char digit) => (byte)(digit == '0' ? 0x62 : 0x59 + (digit - '1'));

    static IEnumerable<(string Signs, bool IsShifted, int First)> Rows() =>
    [
        (Digits, false, 0x1E), (ShiftedDigits, true, 0x1E),
        (Signs, false, 0x2C), (ShiftedSigns, true, 0x2C),
        (MoreSigns, false, 0x33), (ShiftedMoreSigns, true, 0x33),
    ];
}
