namespace Checkpoint.Devices.Codes;

/// <summary>Opens the decoders that this machine has.</summary>
public static class QrDecoders
{
    /// <summary>Opens zxing-cpp where it is installed (it reads far more of the hard frames, faster), else zbar.</summary>
    /// <exception cref="DllNotFoundException">Neither is installed; names the packages.</exception>
    public static PatientDecoder Open()
    {
        if (ZxingDecoder.IsInstalled)
            return OpenZxing();
        return ZbarDecoder.IsInstalled
            ? OpenZbar()
            : throw new DllNotFoundException(
                "No library for QR codes: install libzxing3 (Debian 13), libzbar0t64 (Debian 13) or libzbar0 (Debian 12).");
    }

    /// <summary>Opens zxing-cpp.</summary>
    /// <exception cref="DllNotFoundException">It is not installed.</exception>
    public static PatientDecoder OpenZxing() => new(new ZxingDecoder());

    /// <summary>Opens zbar.</summary>
    /// <exception cref="DllNotFoundException">It is not installed.</exception>
    public static PatientDecoder OpenZbar() => new(new ZbarDecoder());
}
