using Checkpoint.Devices.Native;

namespace Checkpoint.Devices.Scanners;

/// <summary>
/// Makes codes of the keys that a scanner presses. Enter, Tab or a pause ends a code. A code with a key that says nothing by itself, such as
/// one held with Alt, or of which the kernel lost a part, is counted and not told: a wrong code would be somebody else's. Not thread-safe.
/// </summary>
sealed class KeyStream
{
    /// <summary>A pause that ends a code: no scanner waits so long between two keys.</summary>
    public static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest code taken: the largest QR symbol holds 7089 digits.</summary>
    public const int MostCharacters = 7089;

    const int Synchronise = 0; // EV_SYN
    const int Key = 1; // EV_KEY
    const int Report = 0; // SYN_REPORT
    const int Dropped = 3; // SYN_DROPPED
    const int Pressed = 1;
    const int LetGo = 0;

    readonly HashSet<ushort> held = [];
    readonly List<byte> typed = [];
    TimeSpan last;
    bool isDropping;
    bool isTorn;

    /// <summary>Codes that were not told, because a part of them was lost or says nothing.</summary>
    public int Torn { get; private set; }

    /// <summary>Whether something was typed that has not ended yet.</summary>
    public bool IsPending => typed.Count > 0 || isTorn;

    /// <summary>Whether the kernel lost events, so that <see cref="Hold"/> has to say which keys are held.</summary>
    public bool IsLost { get; private set; } = true;

    /// <summary>Says which keys are held.</summary>
    /// <param name="keys">A bit each.</param>
    public void Hold(ReadOnlySpan<byte> keys)
    {
        IsLost = false;
        held.Clear();
        foreach (var key in (ReadOnlySpan<ushort>)[.. UsKeys.Shifts, .. UsKeys.Others])
        {
            if ((keys[key / 8] & (1 << (key % 8))) != 0)
                held.Add(key);
        }
    }

    /// <summary>Takes one event; events are told in order.</summary>
    /// <returns>The code that it ends, or null.</returns>
    public byte[]? Take(InputEvent said)
    {
        if (said.Type == Synchronise)
            Follow(said);
        if (said.Type != Key || isDropping)
            return null;
        if (said.Value == LetGo)
            held.Remove(said.Code);
        return said.Value == Pressed ? Press(said) : null; // a key that is held repeats by the kernel's will, not the scanner's
    }

    /// <summary>Says that nothing came for longer than <see cref="Gap"/>.</summary>
    /// <returns>The code that this ends, or null.</returns>
    public byte[]? End()
    {
        byte[]? code = typed.Count > 0 && !isTorn ? [.. typed] : null;
        if (isTorn)
            Torn++;
        typed.Clear();
        isTorn = false;
        return code;
    }

    /// <summary>Says that the scanner is another one, or was gone: what it had begun is lost.</summary>
    public void Forget()
    {
        isTorn = IsPending;
        isDropping = false;
        End();
    }

    // What lies between SYN_DROPPED and the next SYN_REPORT is worth nothing (Documentation/input/event-codes.rst).
    void Follow(InputEvent said)
    {
        if (said.Code == Dropped)
            (isDropping, isTorn) = (true, true);
        if (!isDropping)
            return;
        last = said.At; // what follows at once is the rest of a code whose beginning is lost
        if (said.Code == Report)
            (isDropping, IsLost) = (false, true);
    }

    byte[]? Press(InputEvent said)
    {
        var late = IsPending && said.At - last > Gap ? End() : null;
        last = said.At;
        if (said.Code is UsKeys.Enter or UsKeys.KeypadEnter or UsKeys.Tab)
            return late ?? End();
        if (UsKeys.Shifts.Contains(said.Code) || UsKeys.Others.Contains(said.Code))
            held.Add(said.Code);
        else if (said.Code != UsKeys.NumLock)
            Type(said.Code);
        return late;
    }

    void Type(ushort key)
    {
        var isOther = held.Any(modifier => UsKeys.Others.Contains(modifier));
        if (UsKeys.CharacterOf(key, held.Any(modifier => UsKeys.Shifts.Contains(modifier))) is { } character && !isOther && typed.Count < MostCharacters)
            typed.Add((byte)character);
        else
            isTorn = true;
    }
}
