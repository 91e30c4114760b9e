namespace Checkpoint.Devices.Codes;

/// <summary>Opens the best decoder that this machine has.</summary>
public static class QrDecoders
{
    /// <summary>Opens zxing-cpp where it is installed (it reads far more of the hard frames, faster), else zbar.</summary>
    /// <exception cref="DllNotFoundException">Neither is installed; names the packages.</exception>
    public static IQrDecoder Open()
    {
        if (ZxingDecoder.IsInstalled)
            return new ZxingDecoder();
        return ZbarDecoder.IsInstalled
            ? new ZbarDecoder()
            : throw new DllNotFoundException(
                "No library for QR codes: install libzxing3 (Debian 13), libzbar0t64 (Debian 13) or libzbar0 (Debian 12).");
    }
}
