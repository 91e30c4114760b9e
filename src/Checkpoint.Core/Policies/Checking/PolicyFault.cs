using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Signals;

namespace Checkpoint.Policies.Checking;

/// <summary>Why a policy may not be applied.</summary>
/// <param name="Class">Whom it hits; <see cref="PassClass.None"/> if it hits nobody in particular.</param>
/// <param name="Direction">Which way.</param>
/// <param name="At">What is at fault: the rules by their ids, or the setting by its path.</param>
/// <param name="Words">What would happen, and what to do.</param>
public sealed record PolicyFault(PassClass Class, Direction Direction, string At, Words Words)
{
    /// <summary>Both languages in one line.</summary>
    public override string ToString() => $"{At}: {Words.Chinese} {Words.English}";
}
