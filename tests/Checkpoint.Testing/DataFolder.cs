namespace Checkpoint.Testing;

/// <summary>Where data lies that is too large or too foreign for the repository: recorded traces, sample codes, other people's cases.</summary>
public static class DataFolder
{
    /// <summary>The environment variable that names it.</summary>
    public const string Variable = "CHECKPOINT_DATA";

    /// <summary>For <c>Assert.SkipWhen(DataFolder.Find() is null, DataFolder.WhySkipped)</c>.</summary>
    public const string WhySkipped = $"No test data: set {Variable}, or put it in ../shared/data beside the repository.";

    /// <summary>The folder, or null when there is none here.</summary>
    public static string? Find() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
            ? Existing(named)
            : Existing(Path.Combine(RepositoryRoot(), "..", "shared", "data"));

    /// <summary>One file or folder in it, or null when it is not there.</summary>
    public static string? Find(string name) =>
        Find() is { } folder && Path.Combine(folder, name) is var path && Path.Exists(path) ? path : null;

    /// <summary>The folder of Checkpoint.sln.</summary>
    /// <exception cref="DirectoryNotFoundException">The tests do not run inside the repository.</exception>
    public static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Checkpoint.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException($"No Checkpoint.sln above {AppContext.BaseDirectory}.");
    }

    static string? Existing(string folder) => Directory.Exists(folder) ? Path.GetFullPath(folder) : null;
}
