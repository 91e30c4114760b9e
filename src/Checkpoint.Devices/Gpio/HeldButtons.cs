namespace Checkpoint.Devices.Gpio;

/// <summary>
/// Makes presses of buttons that go down and up: one press each time that one goes down, however long it is held. A button that was found down,
/// jammed or held at power-on, is not pressed before it was up. Pure but for its own state; not thread-safe.
/// </summary>
/// <param name="buttons">How many.</param>
sealed class HeldButtons(int buttons)
{
    readonly bool[] down = new bool[buttons];

    /// <summary>A button went down or up, or was found to be.</summary>
    /// <returns>Whether it was pressed.</returns>
    public bool Take(LineChange change)
    {
        var isPressed = change is { IsActive: true, IsEdge: true } && !down[change.Line];
        down[change.Line] = change.IsActive;
        return isPressed;
    }
}
