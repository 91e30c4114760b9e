using Checkpoint.Devices.Native;

namespace Checkpoint.Devices.Scanners;

/// <summary>Keys as a scanner presses them, one after another.</summary>
sealed class Typing(KeyStream stream)
{
    public const ushort LeftShift = 42;
    public const ushort RightShift = 54;
    public const ushort LeftAlt = 56;

    const ushort Key = 1; // EV_KEY
    static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(4);

    TimeSpan now = TimeSpan.FromHours(1);

    /// <summary>Codes that have ended.</summary>
    public List<string> Codes { get; } = [];

    /// <summary>Types what an American keyboard has.</summary>
    public Typing Type(string text)
    {
        foreach (var character in text)
        {
            var (key, isShifted) = KeyOf(character);
            if (isShifted)
                Press(LeftShift);
            Strike(key);
            if (isShifted)
                LetGo(LeftShift);
        }

        return this;
    }

    public Typing Strike(ushort key) => Press(key).LetGo(key);

    public Typing Press(ushort key) => Say(Key, key, 1);

    public Typing LetGo(ushort key) => Say(Key, key, 0);

    public Typing Pass(TimeSpan time)
    {
        now += time;
        return this;
    }

    public Typing Say(ushort type, ushort code, int value = 0)
    {
        now += Pace;
        var said = new InputEvent { Type = type, Code = code, Value = value, Seconds = now.Ticks / TimeSpan.TicksPerSecond, Microseconds = now.Ticks % TimeSpan.TicksPerSecond / 10 };
        if (stream.Take(said) is { } ended)
            Codes.Add(string.Concat(ended.Select(value => (char)value)));
        return this;
    }

    public Typing Silence()
    {
        if (stream.End() is { } ended)
            Codes.Add(string.Concat(ended.Select(value => (char)value)));
        return this;
    }

    /// <summary>The key of a character, by the product's own table.</summary>
    public static (ushort Key, bool IsShifted) KeyOf(char character)
    {
        for (var key = (ushort)2; key < 60; key++)
        {
            foreach (var isShifted in (bool[])[false, true])
            {
                if (UsKeys.CharacterOf(key, isShifted) == character)
                    return (key, isShifted);
            }
        }

        throw new ArgumentOutOfRangeException(nameof(character), character, "Not on an American keyboard.");
    }
}
