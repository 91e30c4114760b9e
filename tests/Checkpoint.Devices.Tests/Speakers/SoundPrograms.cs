namespace Checkpoint.Devices.Speakers;

/// <summary>The programs that speak and play.</summary>
static class SoundPrograms
{
    /// <summary>Skips the test by name where they are not installed.</summary>
    public static void Need(params string[] programs)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
        foreach (var program in programs)
            Assert.SkipUnless(folders.Any(folder => File.Exists(Path.Combine(folder, program))), $"no {program}");
    }
}
