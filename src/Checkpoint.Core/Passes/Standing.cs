namespace Checkpoint.Passes;

/// <summary>Where a moment lies to a <see cref="ValidityWindow"/>.</summary>
enum Standing
{
    /// <summary>In it.</summary>
    Within,

    /// <summary>Before it.</summary>
    Before,

    /// <summary>After it.</summary>
    After,

    /// <summary>The clock is not good enough to tell.</summary>
    Unsure,
}
