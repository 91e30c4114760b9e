using Checkpoint.Hosting.Configuration;

namespace Checkpoint.Hub.Operations;

/// <summary>How the program ends (sysexits.h).</summary>
static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Ok = 0;

    /// <summary><c>check</c> found something to mend.</summary>
    public const int CheckFailed = 1;

    /// <summary>A file that was given is not what it should be, or does not allow what was asked.</summary>
    public const int Data = 65;

    /// <summary>The address to listen on is taken or not this machine's.</summary>
    public const int Unavailable = 69;

    /// <summary>A bug; systemd starts the program again.</summary>
    public const int Software = 70;

    /// <summary>The ledger cannot be opened, or a file cannot be read or written.</summary>
    public const int Storage = 74;

    /// <summary>The configuration is wrong.</summary>
    public const int Configuration = ConfigurationException.ExitCode;
}
