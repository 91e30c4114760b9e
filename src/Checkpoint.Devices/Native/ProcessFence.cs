using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Checkpoint.Devices.Native;

/// <summary>
/// Shuts in the process that calls it, for one that parses what strangers show: prctl(2), setrlimit(2), signal(2), dup2(2). There is no
/// way back. Linux, 64 bit.
/// </summary>
public static partial class ProcessFence
{
    /// <summary>Files and pipes open at most; the runtime itself holds about thirty.</summary>
    public const int MaxFiles = 64;

    /// <summary>Writable memory at most, in bytes: heap, stacks and what native code asks for.</summary>
    public const long MaxData = 512L << 20;

    const int SetParentDeathSignal = 1; // PR_SET_PDEATHSIG
    const int SetNoNewPrivileges = 38; // PR_SET_NO_NEW_PRIVS
    const int DataLimit = 2; // RLIMIT_DATA
    const int CoreLimit = 4; // RLIMIT_CORE
    const int FileLimit = 7; // RLIMIT_NOFILE
    const int Interrupt = 2; // SIGINT
    const int Abort = 6; // SIGABRT
    const int Kill = 9; // SIGKILL
    const int Terminate = 15; // SIGTERM
    const nint Default = 0; // SIG_DFL
    const nint Ignore = 1; // SIG_IGN
    const string OpenFiles = "/proc/self/fd";

    /// <summary>Whether standard input is a terminal.</summary>
    public static bool IsAtTerminal => IsTerminal(0) == 1;

    /// <summary>
    /// Ends with the thread that started this process, gains no rights, leaves no core file, has only so many files and so much memory,
    /// no connection, and leaves it to its parent to end it: a Ctrl-C in a terminal and a service manager's SIGTERM reach both alike.
    /// </summary>
    /// <exception cref="InvalidOperationException">The kernel refused one of these.</exception>
    public static void Enter()
    {
        Require(Control(SetParentDeathSignal, Kill, 0, 0, 0), "PR_SET_PDEATHSIG");
        Require(Control(SetNoNewPrivileges, 1, 0, 0, 0), "PR_SET_NO_NEW_PRIVS");
        Limit(CoreLimit, 0, "RLIMIT_CORE");
        Limit(FileLimit, MaxFiles, "RLIMIT_NOFILE");
        Limit(DataLimit, MaxData, "RLIMIT_DATA");
        On(Interrupt, Ignore);
        On(Terminate, Ignore);
        On(Abort, Default); // at once, without the runtime's report
        CloseSockets();
    }

    /// <summary>Throws away whatever this process writes to standard error from now on: a decoder's complaint may quote what it saw.</summary>
    /// <exception cref="InvalidOperationException">The kernel refused it.</exception>
    public static void Silence()
    {
        using var nowhere = File.OpenHandle("/dev/null", FileMode.Open, FileAccess.Write, FileShare.ReadWrite);

        // The runtime has made itself a copy, for what it says when it crashes.
        var target = new FileInfo($"{OpenFiles}/2").LinkTarget;
        foreach (var descriptor in Descriptors(link => string.Equals(link, target, StringComparison.Ordinal)))
            Require(Duplicate(nowhere, descriptor), "dup2");
    }

    // This process opens none: what is there was inherited because a library of the parent does not close its own on exec (libmosquitto).
    static void CloseSockets()
    {
        foreach (var descriptor in Descriptors(link => link.StartsWith("socket:", StringComparison.Ordinal)))
            new SafeFileHandle(descriptor, ownsHandle: true).Dispose();
    }

    static List<int> Descriptors(Func<string, bool> leadsTo) => [.. new DirectoryInfo(OpenFiles).EnumerateFiles()
        .Where(file => file.LinkTarget is { } link && leadsTo(link))
        .Select(file => int.Parse(file.Name, CultureInfo.InvariantCulture))];

    static void On(int signal, nint handler) => Require(Handle(signal, handler) == -1 ? -1 : 0, $"signal {signal}");

    static void Limit(int resource, long value, string name)
    {
        var limit = new ResourceLimit { Soft = (ulong)value, Hard = (ulong)value };
        Require(SetLimit(resource, limit), name);
    }

    static void Require(int result, string what)
    {
        if (result < 0)
            throw new InvalidOperationException($"{what}: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");
    }

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Control(int option, nuint second, nuint third, nuint fourth, nuint fifth);

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetLimit(int resource, in ResourceLimit limit);

    [LibraryImport("libc", EntryPoint = "signal", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint Handle(int signal, nint handler);

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Duplicate(SafeHandle from, int to);

    [LibraryImport("libc", EntryPoint = "isatty")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int IsTerminal(int descriptor);

    [StructLayout(LayoutKind.Sequential)]
    struct ResourceLimit
    {
        public ulong Soft;
        public ulong Hard;
    }
}
