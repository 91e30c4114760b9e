namespace Checkpoint.Policies.CertLogic;

/// <summary>Named values that an expression may read: a JSON object, or the facts of a decision.</summary>
public abstract class LogicMembers
{
    /// <summary>Whether there are none, which CertLogic takes for false.</summary>
    public abstract bool IsEmpty { get; }

    /// <summary>One member; null when there is none.</summary>
    /// <param name="name">Its name, exactly.</param>
    public abstract LogicValue Get(string name);
}
