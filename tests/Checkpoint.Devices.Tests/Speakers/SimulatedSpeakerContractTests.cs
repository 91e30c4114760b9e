namespace Checkpoint.Devices.Speakers;

public sealed class SimulatedSpeakerContractTests : SpeakerContractTests
{
    private protected override SpeakerStand Open(bool isHeld = false) => new SimulatedStand();
}
