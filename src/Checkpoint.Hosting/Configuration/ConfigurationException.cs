namespace Checkpoint.Hosting.Configuration;

/// <summary>The configuration is wrong. The program prints every problem and ends with <see cref="ExitCode"/>.</summary>
public sealed class ConfigurationException : Exception
{
    /// <summary>EX_CONFIG of sysexits.h: systemd can be told not to restart on it.</summary>
    public const int ExitCode = 78;

    /// <summary>Makes one without details.</summary>
    public ConfigurationException()
    {
    }

    /// <summary>Makes one with a single problem.</summary>
    public ConfigurationException(string message)
        : base(message) => Problems = [message];

    /// <summary>Makes one with a single problem and what was behind it.</summary>
    public ConfigurationException(string message, Exception innerException)
        : base(message, innerException) => Problems = [message];

    /// <summary>Makes one with all problems at once, so that nobody mends them one restart at a time.</summary>
    public ConfigurationException(IReadOnlyList<string> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>One line each: key, value, what was expected, where it came from. Secrets are not shown.</summary>
    public IReadOnlyList<string> Problems { get; } = [];
}
