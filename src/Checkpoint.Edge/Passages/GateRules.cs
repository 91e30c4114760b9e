using Checkpoint.Edge.Lists;
using Checkpoint.Policies;

namespace Checkpoint.Edge.Passages;

/// <summary>The rules in force: the signed ones, once there are any, else those of the configuration.</summary>
/// <param name="lists">What is in force on this box.</param>
/// <param name="configured">The rules until a signed policy comes.</param>
sealed class GateRules(BundleKeeper lists, Policy configured)
{
    /// <summary>The rules for the next passage.</summary>
    public Policy Current => lists.State.Policy ?? configured;
}
