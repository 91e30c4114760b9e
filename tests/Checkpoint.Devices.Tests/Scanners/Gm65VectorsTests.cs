using System.Text.Json;
using Checkpoint.Devices.Simulated;

namespace Checkpoint.Devices.Scanners;

public sealed class Gm65VectorsTests
{
    [Fact]
    public void Every_recorded_frame_fits_its_check_or_skips_it()
    {
        var frames = Frames();

        foreach (var frame in frames)
            Gm65Crc.Fits(Bytes(frame).AsSpan(2)).ShouldBe(frame.GetProperty("match").GetBoolean(), frame.GetRawText());

        frames.Count.ShouldBeGreaterThan(5);
    }

    [Fact]
    public void Every_recorded_check_is_computed_as_it_was()
    {
        foreach (var frame in Frames())
        {
            var crc = Gm65Crc.Of(Bytes(frame).AsSpan(2..^2));
            crc.ToString("X4", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(frame.GetProperty("computedCrc").GetString());
        }
    }

    [Fact]
    public async Task Every_recorded_command_is_answered_with_a_recorded_reply()
    {
        var cancel = TestContext.Current.CancellationToken;
        var commands = Frames().Select(Bytes).Where(bytes => bytes[0] == 0x7E).ToArray();

        foreach (var command in commands)
        {
            var module = new SimulatedGm65(TimeProvider.System, "\r"u8.ToArray());
            var stream = new Gm65Stream("\r"u8.ToArray());
            var buffer = new byte[64];
            stream.Owe();

            await module.WriteAsync(command, cancel);
            var count = await module.ReadAsync(buffer, TimeSpan.Zero, cancel);
            var said = stream.Take(buffer.AsSpan(0, count), TimeSpan.Zero);

            said.ShouldHaveSingleItem().ShouldNotBeOfType<Gm65Event.Code>(Convert.ToHexString(command));
        }

        commands.Length.ShouldBeGreaterThan(3);
    }

    [Fact]
    public void The_commands_are_the_recorded_ones()
    {
        var recorded = Frames().Select(frame => Convert.ToHexString(Bytes(frame))).ToArray();

        foreach (var command in (byte[][])[Gm65Command.Save, Gm65Command.Heartbeat, Gm65Command.Read(0x002A, 2), Gm65Command.Write(0x002A, 0x39, 0x01)])
            recorded.Contains(Convert.ToHexString(command), StringComparer.Ordinal).ShouldBeTrue();
        recorded.Contains(Convert.ToHexString(Gm65Command.Trigger)[..^4] + "ABCD", StringComparer.Ordinal).ShouldBeTrue();
    }

    static List<JsonElement> Frames()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(SharedData.Require("sensors/gm65_vectors.json")));
        return [.. document.RootElement.GetProperty("frames").EnumerateArray().Select(frame => frame.Clone())];
    }

    static byte[] Bytes(JsonElement frame) =>
        Convert.FromHexString(frame.GetProperty("bytes").GetString()!.Replace(" ", "", StringComparison.Ordinal));
}
