namespace Checkpoint.Devices.Kernel;

/// <summary>What goes wrong on the simulated bus: enum fault of i2c-mlxsim.c.</summary>
public enum BusFault
{
    /// <summary>Nothing.</summary>
    Good = 0,

    /// <summary>Nobody acknowledges the address.</summary>
    Silent = 1,

    /// <summary>The packet error code does not fit.</summary>
    WrongCode = 2,

    /// <summary>A bit of the word is turned.</summary>
    TurnedBit = 3,

    /// <summary>The bus hangs until the controller gives up.</summary>
    Stuck = 4,

    /// <summary>The sensor says that it could not measure.</summary>
    Flagged = 5,

    /// <summary>A bit of every fourth word is turned.</summary>
    OneInFour = 6,
}
