namespace Checkpoint.Sensing;

/// <summary>Why a thermometer gave no temperature. Values are stored and published: never renumber.</summary>
public enum SensorFault
{
    /// <summary>No fault; the zero value, never produced.</summary>
    None = 0,

    /// <summary>The bus had no acknowledgement from the sensor's address.</summary>
    NoAnswer = 1,

    /// <summary>The packet error code (CRC-8) does not match the bytes.</summary>
    BadChecksum = 2,

    /// <summary>The sensor set its own error flag (bit 15 of the word), or says that its calibration is lost.</summary>
    ErrorFlag = 3,

    /// <summary>The checksum is right but the word lies outside what the sensor can measure.</summary>
    OutOfRange = 4,

    /// <summary>What the sensor said of one moment was good each time, and not the same.</summary>
    Disagreement = 5,

    /// <summary>The sensor answered, but has nothing measured to tell yet.</summary>
    NotReady = 6,
}
