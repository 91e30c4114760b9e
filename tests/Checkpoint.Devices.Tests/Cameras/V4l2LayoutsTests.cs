using System.Runtime.InteropServices;
using static Checkpoint.Devices.Native.V4l2Layouts;

namespace Checkpoint.Devices.Cameras;

/// <summary>Sizes and offsets as the kernel's own header has them on x86-64 and arm64.</summary>
public sealed class V4l2LayoutsTests
{
    [Fact]
    public unsafe void Every_structure_has_the_size_that_its_call_names()
    {
        sizeof(Capability).ShouldBe(104);
        sizeof(FormatDescription).ShouldBe(64);
        sizeof(Format).ShouldBe(208);
        sizeof(StreamSettings).ShouldBe(204);
        sizeof(BufferRequest).ShouldBe(20);
        sizeof(FrameBuffer).ShouldBe(88);
    }

    [Fact]
    public void Every_field_is_where_the_kernel_looks_for_it()
    {
        Offset<Capability>(nameof(Capability.OfThis)).ShouldBe(88);
        Offset<FormatDescription>(nameof(FormatDescription.Pixels)).ShouldBe(44);
        Offset<Format>(nameof(Format.Width)).ShouldBe(8);
        Offset<Format>(nameof(Format.RowBytes)).ShouldBe(24);
        Offset<StreamSettings>(nameof(StreamSettings.FrameTime)).ShouldBe(12);
        Offset<FrameBuffer>(nameof(FrameBuffer.Sequence)).ShouldBe(56);
        Offset<FrameBuffer>(nameof(FrameBuffer.Memory)).ShouldBe(60);
        Offset<FrameBuffer>(nameof(FrameBuffer.Offset)).ShouldBe(64);
        Offset<FrameBuffer>(nameof(FrameBuffer.Length)).ShouldBe(72);
    }

    static int Offset<T>(string field) => (int)Marshal.OffsetOf<T>(field);
}
