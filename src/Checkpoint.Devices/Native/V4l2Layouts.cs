using System.Runtime.InteropServices;

namespace Checkpoint.Devices.Native;

/// <summary>The structures of linux/videodev2.h that we use, as 64-bit kernels lay them out: the same on x86-64 and arm64.</summary>
static class V4l2Layouts
{
    /// <summary>struct v4l2_capability.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 104)]
    internal unsafe struct Capability
    {
        [FieldOffset(16)] public fixed byte Card[32];
        [FieldOffset(84)] public uint OfAll;
        [FieldOffset(88)] public uint OfThis;
    }

    /// <summary>struct v4l2_fmtdesc.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 64)]
    internal struct FormatDescription
    {
        [FieldOffset(0)] public uint Index;
        [FieldOffset(4)] public uint Type;
        [FieldOffset(44)] public uint Pixels;
    }

    /// <summary>struct v4l2_format with a struct v4l2_pix_format in it.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 208)]
    internal struct Format
    {
        [FieldOffset(0)] public uint Type;
        [FieldOffset(8)] public uint Width;
        [FieldOffset(12)] public uint Height;
        [FieldOffset(16)] public uint Pixels;
        [FieldOffset(20)] public uint Field;
        [FieldOffset(24)] public uint RowBytes;
        [FieldOffset(28)] public uint ImageBytes;
        [FieldOffset(32)] public uint Colours;
    }

    /// <summary>struct v4l2_streamparm with a struct v4l2_captureparm in it.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 204)]
    internal struct StreamSettings
    {
        [FieldOffset(0)] public uint Type;
        [FieldOffset(12)] public uint FrameTime; // over the next, in seconds
        [FieldOffset(16)] public uint FrameTimeBelow;
    }

    /// <summary>struct v4l2_requestbuffers.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 20)]
    internal struct BufferRequest
    {
        [FieldOffset(0)] public uint Count;
        [FieldOffset(4)] public uint Type;
        [FieldOffset(8)] public uint Memory;
    }

    /// <summary>struct v4l2_buffer.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 88)]
    internal struct FrameBuffer
    {
        [FieldOffset(0)] public uint Index;
        [FieldOffset(4)] public uint Type;
        [FieldOffset(8)] public uint BytesUsed;
        [FieldOffset(12)] public uint Flags;
        [FieldOffset(56)] public uint Sequence;
        [FieldOffset(60)] public uint Memory;
        [FieldOffset(64)] public uint Offset;
        [FieldOffset(72)] public uint Length;
    }
}
