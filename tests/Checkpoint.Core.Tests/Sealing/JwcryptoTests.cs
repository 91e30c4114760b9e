using System.Buffers.Text;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Checkpoint.Passes.Trust;

namespace Checkpoint.Sealing;

/// <summary>Sealed fields between this program and jwcrypto, which knows nothing of it (Debian's package python3-jwcrypto).</summary>
public sealed class JwcryptoTests : IDisposable
{
    const string Python = "/usr/bin/python3"; // Debian's own, which has Debian's packages
    const string WhySkipped = "python3-jwcrypto is missing: apt-get install python3-jwcrypto";

    readonly Sealed hub = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => hub.Dispose();

    [Fact]
    public async Task What_is_sealed_here_opens_there()
    {
        var output = await RunAsync(
            """
            import json, sys
            from jwcrypto import jwe, jwk
            given = json.load(sys.stdin)
            token = jwe.JWE()
            token.deserialize(given["token"], jwk.JWK(**given["key"]))
            sys.stdout.write(token.payload.decode())
            """,
            JsonSerializer.Serialize(new { token = hub.Token(Sealed.Somebody), key = Jwk(isPrivate: true) }));

        PersonalFieldsJson.TryRead(Encoding.UTF8.GetBytes(output)).ShouldBe(Sealed.Somebody);
        output.ShouldContain("\"name\":\"张三 \\\"Zhang\\\" 😀\"");
    }

    [Fact]
    public async Task What_is_sealed_there_opens_here()
    {
        var output = await RunAsync(
            """
            import json, sys
            from jwcrypto import jwe, jwk
            given = json.load(sys.stdin)
            token = jwe.JWE(given["plain"].encode(), json.dumps({"alg": "ECDH-ES", "enc": "A256GCM", "kid": given["kid"]}))
            token.add_recipient(jwk.JWK(**given["key"]))
            sys.stdout.write(token.serialize(compact=True))
            """,
            JsonSerializer.Serialize(new
            {
                plain = Encoding.UTF8.GetString(PersonalFieldsJson.Write(Sealed.Somebody)),
                key = Jwk(isPrivate: false),
                kid = HubKey.IdOf(hub.Key),
            }));

        hub.Open(output, out var fault).ShouldBe(Sealed.Somebody, fault.ToString());
    }

    Dictionary<string, string> Jwk(bool isPrivate)
    {
        var key = hub.Key.ExportParameters(includePrivateParameters: true);
        var jwk = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["kty"] = "EC",
            ["crv"] = "P-256",
            ["x"] = Base64Url.EncodeToString(key.Q.X),
            ["y"] = Base64Url.EncodeToString(key.Q.Y),
        };
        if (isPrivate)
            jwk["d"] = Base64Url.EncodeToString(key.D);
        return jwk;
    }

    static async Task<string> RunAsync(string program, string input)
    {
        Assert.SkipUnless(File.Exists(Python) && (await StartAsync("import jwcrypto", "")).Code == 0, WhySkipped);
        var (code, output) = await StartAsync(program, input);
        code.ShouldBe(0);
        return output;
    }

    static async Task<(int Code, string Output)> StartAsync(string program, string input)
    {
        using var process = Process.Start(new ProcessStartInfo(Python, ["-c", program])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Environment = { ["PYTHONIOENCODING"] = "utf-8" },
        })!;
        await process.StandardInput.WriteAsync(input.AsMemory(), Cancel);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        return (process.ExitCode, output);
    }
}
