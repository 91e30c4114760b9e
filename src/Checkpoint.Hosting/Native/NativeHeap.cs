using System.Runtime.InteropServices;

namespace Checkpoint.Hosting.Native;

/// <summary>The C library's heap, which SQLite, libmosquitto and the code readers live on.</summary>
public static partial class NativeHeap
{
    /// <summary>M_ARENA_MAX of malloc.h.</summary>
    const int ArenaMax = -8;

    /// <summary>
    /// One arena for all threads instead of one for each (mallopt(3)): a small box's threads do not compete for it, and each arena costs
    /// up to a megabyte. Call it before anything native runs. Where the C library has no such setting, nothing happens.
    /// </summary>
    public static void UseOneArena() => _ = MallOpt(ArenaMax, 1);

    [LibraryImport("libc", EntryPoint = "mallopt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int MallOpt(int option, int value);
}
