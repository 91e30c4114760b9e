using System.Runtime.InteropServices;
using Checkpoint.Devices.Native;

namespace Checkpoint.Devices.Scanners;

/// <summary>Sizes and offsets as the kernel's own header has them on x86-64 and arm64.</summary>
public sealed class EvdevLayoutsTests
{
    [Fact]
    public unsafe void Every_structure_is_laid_out_as_the_64_bit_kernel_does()
    {
        sizeof(InputEvent).ShouldBe(24);
        ((int)Marshal.OffsetOf<InputEvent>(nameof(InputEvent.Type))).ShouldBe(16);
        ((int)Marshal.OffsetOf<InputEvent>(nameof(InputEvent.Code))).ShouldBe(18);
        ((int)Marshal.OffsetOf<InputEvent>(nameof(InputEvent.Value))).ShouldBe(20);
        sizeof(Evdev.Mask).ShouldBe(16);
        ((int)Marshal.OffsetOf<Evdev.Mask>(nameof(Evdev.Mask.Codes))).ShouldBe(8);
    }

    [Fact]
    public void An_event_has_the_time_that_the_kernel_wrote()
    {
        new InputEvent { Seconds = 3, Microseconds = 250_000 }.At.ShouldBe(TimeSpan.FromSeconds(3.25));
    }
}
