using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Checkpoint.Passes;

namespace Checkpoint.EndToEnd;

/// <summary>Codes that strangers bring, made here, and their pictures.</summary>
static class StrangersCode
{
    /// <summary>An EU certificate about somebody, by an issuer that nobody trusts.</summary>
    /// <param name="name">Family name, ASCII, at most 20 characters.</param>
    /// <param name="birth">Date of birth.</param>
    /// <param name="number">The certificate's own number, at most 20 characters.</param>
    /// <param name="now">A moment at which it is good.</param>
    public static string Certificate(string name, string birth, string number, DateTimeOffset now)
    {
        byte[] certificate =
        [
            0xA4, .. Text("ver"), .. Text("1.3.0"), .. Text("dob"), .. Text(birth), .. Text("nam"), 0xA1, .. Text("fn"), .. Text(name),
            .. Text("v"), 0x81, 0xA1, .. Text("ci"), .. Text(number),
        ];
        byte[] token =
        [
            0xA4, 0x01, .. Text("XX"), 0x04, .. Number(now.AddYears(1).ToUnixTimeSeconds()), 0x06, .. Number(now.AddYears(-1).ToUnixTimeSeconds()),
            0x39, 0x01, 0x03, 0xA1, 0x01, .. certificate,
        ];
        byte[] headers = [0xA2, 0x01, 0x26, 0x04, .. Bytes(RandomNumberGenerator.GetBytes(8))];
        return "HC1:" + Base45.Encode(Compress([0xD2, 0x84, .. Bytes(headers), 0xA0, .. Bytes(token), .. Bytes(RandomNumberGenerator.GetBytes(64))]));
    }

    /// <summary>Draws a code (Debian's package qrencode).</summary>
    public static async Task DrawAsync(string text, string path, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("qrencode", ["-t", "PNG", "-l", "M", "-s", "6", "-m", "6", "-o", path]) { UseShellExecute = false, RedirectStandardInput = true };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(text.AsMemory(), cancel);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancel);
        process.ExitCode.ShouldBe(0);
    }

    static byte[] Text(string text) => [(byte)(0x60 | text.Length), .. Encoding.ASCII.GetBytes(text)];

    static byte[] Number(long value) => [0x1A, (byte)(value >> 24), (byte)((value >> 16) & 0xFF), (byte)((value >> 8) & 0xFF), (byte)(value & 0xFF)];

    static byte[] Bytes(byte[] content) => content.Length < 24 ? [(byte)(0x40 | content.Length), .. content] : [0x58, (byte)content.Length, .. content];

    static byte[] Compress(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var zlib = new ZLibStream(target, CompressionLevel.SmallestSize))
            zlib.Write(bytes);
        return target.ToArray();
    }
}
