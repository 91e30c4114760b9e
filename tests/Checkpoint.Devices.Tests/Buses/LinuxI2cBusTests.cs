using System.Runtime.InteropServices;
using Checkpoint.Devices.Native;

namespace Checkpoint.Devices.Buses;

public sealed class LinuxI2cBusTests
{
    [Fact]
    public void A_bus_that_is_not_there_is_named()
    {
        var error = Should.Throw<IOException>(() => LinuxI2cBus.Open("/dev/i2c-no-such-bus"));

        error.Message.ShouldContain("/dev/i2c-no-such-bus");
    }

    [Fact]
    public void A_file_that_is_no_bus_is_refused()
    {
        var error = Should.Throw<IOException>(() => LinuxI2cBus.Open("/dev/null"));

        error.Message.ShouldStartWith("/dev/null is no I²C bus: ");
    }

    [Theory]
    [InlineData(0x0EFF_0009UL, true)] // a Raspberry Pi: messages, and SMBus made of them
    [InlineData(0x0006_0008UL | 0x0060_0000UL, true)] // an SMBus controller with packet error codes
    [InlineData(0x0EFF_0000UL, false)] // one that leaves the codes out, as i2c-stub does
    [InlineData(0x0020_0008UL, false)] // one that can only read
    public void Only_a_controller_that_carries_packet_error_codes_will_do(ulong functionality, bool suffices)
    {
        LinuxI2cBus.Suffices((I2cAbilities)functionality).ShouldBe(suffices);
    }

    [Fact]
    public unsafe void The_layouts_are_those_of_the_64_bit_kernel()
    {
        sizeof(I2cDev.Message).ShouldBe(16);
        Offset<I2cDev.Message>(nameof(I2cDev.Message.Flags)).ShouldBe(2);
        Offset<I2cDev.Message>(nameof(I2cDev.Message.Length)).ShouldBe(4);
        Offset<I2cDev.Message>(nameof(I2cDev.Message.Bytes)).ShouldBe(8);
        sizeof(I2cDev.Messages).ShouldBe(16);
        Offset<I2cDev.Messages>(nameof(I2cDev.Messages.Count)).ShouldBe(8);
        sizeof(I2cDev.SmbusRequest).ShouldBe(16);
        Offset<I2cDev.SmbusRequest>(nameof(I2cDev.SmbusRequest.Command)).ShouldBe(1);
        Offset<I2cDev.SmbusRequest>(nameof(I2cDev.SmbusRequest.Kind)).ShouldBe(4);
        Offset<I2cDev.SmbusRequest>(nameof(I2cDev.SmbusRequest.Data)).ShouldBe(8);
    }

    static int Offset<T>(string field) => (int)Marshal.OffsetOf<T>(field);
}
