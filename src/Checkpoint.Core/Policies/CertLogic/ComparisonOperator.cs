namespace Checkpoint.Policies.CertLogic;

/// <summary>How two values are held against each other.</summary>
public enum ComparisonOperator
{
    /// <summary><c>&lt;</c>, <c>before</c>.</summary>
    Less,

    /// <summary><c>&lt;=</c>, <c>not-after</c>.</summary>
    LessOrEqual,

    /// <summary><c>&gt;</c>, <c>after</c>.</summary>
    Greater,

    /// <summary><c>&gt;=</c>, <c>not-before</c>.</summary>
    GreaterOrEqual,
}
