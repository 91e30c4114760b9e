namespace Checkpoint.Sealing;

/// <summary>Why a sealed text cannot be opened.</summary>
public enum OpenFault
{
    /// <summary>It can.</summary>
    None = 0,

    /// <summary>It is no sealed text of ours: another form, another algorithm, or too long.</summary>
    NotSealed = 1,

    /// <summary>It was sealed to another key.</summary>
    OtherKey = 2,

    /// <summary>It was sealed to this key and changed since.</summary>
    Damaged = 3,

    /// <summary>It opens, and what is in it is not what is sealed here.</summary>
    NotFields = 4,
}
