using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Checkpoint.Edge.Scanning;

/// <summary>How a scanner is started.</summary>
/// <param name="File">The program.</param>
/// <param name="Arguments">Its arguments.</param>
sealed record ScannerStart(string File, IReadOnlyList<string> Arguments)
{
    /// <summary>The verb of this program that reads codes.</summary>
    public const string Verb = "scan";

    /// <summary>All of our environment that it is given: the runtime's own, never the gate's settings, which hold a password.</summary>
    static readonly string[] Handed = ["DOTNET_ROOT", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "LD_LIBRARY_PATH"];

    /// <summary>This very program on the runtime that runs us.</summary>
    public static ScannerStart OfThisProgram()
    {
        // …/dotnet/shared/Microsoft.NETCore.App/10.0.0/ → …/dotnet/dotnet
        var runtime = RuntimeEnvironment.GetRuntimeDirectory();
        return new(Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", "dotnet")), [typeof(ScannerStart).Assembly.Location, Verb]);
    }

    /// <summary>As .NET starts processes: frames and answers by pipe; what it says before its greeting goes to our standard error.</summary>
    public ProcessStartInfo ToProcess()
    {
        var start = new ProcessStartInfo(File, Arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment.Clear();
        start.Environment["DOTNET_EnableDiagnostics"] = "0"; // no debugger's socket
        foreach (var name in Handed)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
                start.Environment[name] = value;
        }

        return start;
    }
}
