namespace Checkpoint.Passes;

/// <summary>What a pass was issued for. Values are in printed codes: never renumber.</summary>
public enum PassClass
{
    /// <summary>No class; never issued.</summary>
    None = 0,

    /// <summary>Lives here.</summary>
    Resident = 1,

    /// <summary>Came back from elsewhere (返乡人员).</summary>
    Returnee = 2,

    /// <summary>Visits.</summary>
    Visitor = 3,

    /// <summary>Works or delivers here.</summary>
    Worker = 4,

    /// <summary>Volunteers here.</summary>
    Volunteer = 5,

    /// <summary>Emergency service: registered and passed.</summary>
    Emergency = 6,

    /// <summary>Mans a gate: the badge to sign on and off with (签到、签退). Lets nobody through.</summary>
    Operator = 7,
}
