namespace Checkpoint.Hub.Configuration;

/// <summary>Section <c>Carry</c>: what is carried to boxes by hand.</summary>
sealed class CarryOptions
{
    /// <summary>File of the private key that the hub signs watermarks with; the trust list names its public one. Default none.</summary>
    public string? Key { get; set; }

    /// <summary>Folder of the county's signed lists; the newest of each kind go along. Default none.</summary>
    public string? Lists { get; set; }
}
