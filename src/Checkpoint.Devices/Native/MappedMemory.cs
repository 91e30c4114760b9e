using System.Buffers;
using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Checkpoint.Devices.Native;

/// <summary>Memory that a device fills: mmap(2). To use it after <see cref="IDisposable.Dispose"/> throws.</summary>
sealed partial class MappedMemory : MemoryManager<byte>
{
    const int ReadAndWrite = 3; // PROT_READ, PROT_WRITE: some drivers refuse less
    const int Shared = 1; // MAP_SHARED
    const nint Failed = -1;

    readonly Mapping mapping;
    readonly int length;

    /// <summary>Maps a part of a device file.</summary>
    /// <exception cref="IOException">The kernel refused.</exception>
    public MappedMemory(SafeFileHandle device, long offset, int length)
    {
        this.length = length;
        var address = Map(0, (nuint)length, ReadAndWrite, Shared, device, (nint)offset);
        if (address == Failed)
            throw new IOException($"The device's memory cannot be seen: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");
        mapping = new(address, length);
    }

    /// <inheritdoc/>
    public override unsafe Span<byte> GetSpan()
    {
        ObjectDisposedException.ThrowIf(mapping.IsClosed, this);
        return new((void*)mapping.DangerousGetHandle(), length);
    }

    /// <inheritdoc/>
    public override unsafe MemoryHandle Pin(int elementIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)elementIndex, (uint)length, nameof(elementIndex));
        ObjectDisposedException.ThrowIf(mapping.IsClosed, this);
        return new((byte*)mapping.DangerousGetHandle() + elementIndex, default, this); // it never moves
    }

    /// <inheritdoc/>
    public override void Unpin() { }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => mapping.Dispose();

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint Map(nint wish, nuint length, int protection, int flags, SafeFileHandle device, nint offset);

    [LibraryImport("libc", EntryPoint = "munmap")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Unmap(nint address, nuint length);

    sealed class Mapping : SafeHandle
    {
        readonly int length;

        public Mapping(nint address, int length)
            : base(Failed, ownsHandle: true)
        {
            this.length = length;
            SetHandle(address);
        }

        public override bool IsInvalid => handle == Failed;

        protected override bool ReleaseHandle() => Unmap(handle, (nuint)length) == 0;
    }
}
