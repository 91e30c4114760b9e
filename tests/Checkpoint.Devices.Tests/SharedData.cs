namespace Checkpoint.Devices;

/// <summary>Data that lies outside the repository; tests on it are skipped by name where it is missing.</summary>
static class SharedData
{
    /// <summary>The path of a file or folder of the data.</summary>
    public static string Require(string name)
    {
        var path = Path.Combine(Folder(), name);
        if (!Path.Exists(path))
            Assert.Skip($"no data: {name}");
        return path;
    }

    static string Folder()
    {
        if (Environment.GetEnvironmentVariable("CHECKPOINT_DATA") is { Length: > 0 } named)
            return named;
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Checkpoint.sln")))
            folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? "", "..", "shared", "data");
    }
}
