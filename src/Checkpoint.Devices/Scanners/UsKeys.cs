namespace Checkpoint.Devices.Scanners;

/// <summary>
/// What a scanner means by a key: the keys of an American keyboard, which scanners come set to, by their numbers (linux/input-event-codes.h;
/// USB HID Usage Tables, page 7). This table is ours alone: the layout of the console or of a desktop changes nothing.
/// </summary>
static class UsKeys
{
    /// <summary>A new line.</summary>
    public const int Enter = 28;

    /// <summary>A tabulator.</summary>
    public const int Tab = 15;

    /// <summary>A new line, beside the numbers.</summary>
    public const int KeypadEnter = 96;

    /// <summary>Switches the number pad, which we take for numbers always.</summary>
    public const int NumLock = 69;

    static readonly (int First, string Plain, string Shifted)[] Rows =
    [
        (2, "1234567890-=", "!@#$%^&*()_+"),
        (16, "qwertyuiop[]", "QWERTYUIOP{}"),
        (30, "asdfghjkl;'`", "ASDFGHJKL:\"~"),
        (43, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
        (55, "*", "*"),
        (57, " ", " "),
        (71, "789-456+1230.", "789-456+1230."),
        (98, "/", "/"),
        (117, "=", "="),
    ];

    /// <summary>Those that make a capital of a letter: the left and the right one.</summary>
    public static ReadOnlySpan<ushort> Shifts => [42, 54];

    /// <summary>Those that make of a key what no key says: Ctrl, Alt and Meta, each left and right.</summary>
    public static ReadOnlySpan<ushort> Others => [29, 97, 56, 100, 125, 126];

    /// <summary>The character of a key.</summary>
    /// <returns>Null if it has none.</returns>
    public static char? CharacterOf(int key, bool isShifted)
    {
        foreach (var (first, plain, shifted) in Rows)
        {
            if (key >= first && key < first + plain.Length)
                return (isShifted ? shifted : plain)[key - first];
        }

        return null;
    }
}
