namespace Checkpoint.Policies.CertLogic;

/// <summary>What kind of value a CertLogic expression came to.</summary>
public enum LogicKind
{
    /// <summary>Nothing: absent, or not known.</summary>
    Null,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A number; expressions hold whole ones only, data may hold others.</summary>
    Number,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A date-time, whole milliseconds UTC; only <c>plusTime</c> and <c>dccDateOfBirth</c> make one.</summary>
    Moment,

    /// <summary>A list.</summary>
    List,

    /// <summary>Named members.</summary>
    Members,

    /// <summary>The data did not fit the operation; what the reference implementations throw.</summary>
    Failure,
}
