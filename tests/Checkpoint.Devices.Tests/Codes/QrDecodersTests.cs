namespace Checkpoint.Devices.Codes;

public sealed class QrDecodersTests
{
    [Fact]
    public void The_better_library_that_is_installed_is_opened()
    {
        if (!ZxingDecoder.IsInstalled && !ZbarDecoder.IsInstalled)
            Assert.Skip("no library for QR codes");

        using var decoder = QrDecoders.Open();

        decoder.Name.ShouldStartWith(ZxingDecoder.IsInstalled ? "zxing-cpp 2.3." : "zbar 0.");
    }

    [Fact]
    public void Where_no_library_is_installed_the_packages_are_named()
    {
        if (ZxingDecoder.IsInstalled || ZbarDecoder.IsInstalled)
            Assert.Skip("a library for QR codes is installed");

        Should.Throw<DllNotFoundException>(QrDecoders.Open).Message.ShouldContain("libzxing3");
    }

    [Fact]
    public void A_decoder_without_its_library_says_which_package_has_it()
    {
        if (ZxingDecoder.IsInstalled)
            Assert.Skip("zxing-cpp is installed");

        Should.Throw<DllNotFoundException>(() => new ZxingDecoder()).Message.ShouldContain("libzxing3");
    }
}
