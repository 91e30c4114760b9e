using System.Diagnostics;

namespace Checkpoint.Devices.Cameras;

/// <summary>Programs of a test's own.</summary>
static class Programs
{
    /// <summary>
    /// Writes a script that may be run. Another process does it: what this one starts at the same time would hold the file open for
    /// writing, and nobody could run it.
    /// </summary>
    /// <returns>Its path.</returns>
    public static string Write(string path, string script)
    {
        using var writing = Process.Start("bash", ["-c", """printf '%s\n' "$1" >"$0" && chmod +x "$0" """, path, script]);
        writing.WaitForExit();
        writing.ExitCode.ShouldBe(0);
        return path;
    }

    /// <summary>Whether a process is there, be it only to be reaped.</summary>
    public static bool IsThere(int id) => Directory.Exists($"/proc/{id}");
}
