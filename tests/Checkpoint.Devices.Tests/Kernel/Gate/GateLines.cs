namespace Checkpoint.Devices.Kernel.Gate;

/// <summary>What is wired to which line of the chip. Tests of single lines have those below.</summary>
static class GateLines
{
    public const int Beam = 22;
    public const int NoPhone = 23;
    public const int AdmitByHand = 24;
    public const int Green = 25;
    public const int Red = 26;
    public const int Amber = 27;
    public const int White = 28;
    public const int Buzzer = 29;
    public const int Relay = 30;

    /// <summary>Everything that the gate switches.</summary>
    public static IReadOnlyList<int> Outputs => [Green, Red, Amber, White, Buzzer, Relay];
}
