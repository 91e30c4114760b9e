namespace Checkpoint.Devices.Speakers;

public sealed class SoundCardsTests : IDisposable
{
    // As a Raspberry Pi 4 with a USB loudspeaker and a USB microphone says it.
    const string Cards = """
         0 [Headphones     ]: bcm2835_headpho - bcm2835 Headphones
                              bcm2835 Headphones
         1 [vc4hdmi0       ]: vc4-hdmi - vc4-hdmi-0
                              vc4-hdmi-0
         2 [Device         ]: USB-Audio - USB Audio Device
                              C-Media Electronics Inc. USB Audio Device at usb-0000:01:00.0-1.3, full speed
         3 [Camera         ]: USB-Audio - USB Camera
                              A camera with a microphone at usb-0000:01:00.0-1.4, high speed
        """;

    readonly TemporaryFolder root = new();

    public void Dispose() => root.Dispose();

    [Fact]
    public void Cards_that_can_play_are_told_by_the_name_that_the_settings_take()
    {
        Directory.CreateDirectory(root.File("proc/asound/card0/pcm0p"));
        Directory.CreateDirectory(root.File("proc/asound/card2/pcm0p"));
        Directory.CreateDirectory(root.File("proc/asound/card2/pcm0c"));
        Directory.CreateDirectory(root.File("proc/asound/card3/pcm0c"));
        File.WriteAllText(root.File("proc/asound/cards"), Cards + "\n");

        SoundCards.Find(root.Path).Select(card => (card.Key, card.Path, card.What)).ShouldBe(
        [
            ("Devices:Speaker:Device", "plughw:CARD=Headphones", "bcm2835_headpho - bcm2835 Headphones"),
            ("Devices:Speaker:Device", "plughw:CARD=Device", "USB-Audio - USB Audio Device"),
        ]);
    }

    [Theory]
    [InlineData("--- no soundcards ---\n")]
    [InlineData("")]
    public void A_machine_without_cards_has_none(string cards)
    {
        SoundCards.Find(root.Path).ShouldBeEmpty();

        Directory.CreateDirectory(root.File("proc/asound"));
        File.WriteAllText(root.File("proc/asound/cards"), cards);
        SoundCards.Find(root.Path).ShouldBeEmpty();
    }
}
