namespace Checkpoint.Devices.Thermometers;

/// <summary>
/// The constants that an MLX90632 carries from its calibration, as they are in its EEPROM (datasheet 3901090632, "EEPROM"; the names are
/// the datasheet's).
/// </summary>
sealed record Mlx90632Calibration
{
    /// <summary>Die: reference, in 256ths.</summary>
    public required int PR { get; init; }

    /// <summary>Die: gain, in 2²⁰ths.</summary>
    public required int PG { get; init; }

    /// <summary>Die: curvature, in 2⁴⁴ths.</summary>
    public required int PT { get; init; }

    /// <summary>Die: offset, in 256ths.</summary>
    public required int PO { get; init; }

    /// <summary>Die as the object's background: gain, in 65536ths.</summary>
    public required int Ea { get; init; }

    /// <summary>Die as the object's background: reference, in 256ths.</summary>
    public required int Eb { get; init; }

    /// <summary>Object: sensitivity, in 2⁴⁶ths.</summary>
    public required int Fa { get; init; }

    /// <summary>Object: what the die's temperature adds to the sensitivity, in 2³⁶ths per °C.</summary>
    public required int Fb { get; init; }

    /// <summary>Object: what its own temperature adds to the sensitivity, in 2³⁶ths per °C.</summary>
    public required int Ga { get; init; }

    /// <summary>Die: weight of its second reading, in 1024ths.</summary>
    public required short Gb { get; init; }

    /// <summary>Object: weight of the die's second reading, in 1024ths.</summary>
    public required short Ka { get; init; }

    /// <summary>The customer's gain, in 16384ths.</summary>
    public required short Ha { get; init; }

    /// <summary>The customer's offset, in 1024ths of a °C.</summary>
    public required short Hb { get; init; }
}
