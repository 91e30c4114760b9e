using System.Net;
using System.Net.Sockets;
using Checkpoint.Hosting.Mqtt;
using Checkpoint.Testing.Fuzzing;

namespace Checkpoint.Lab.Fuzz;

/// <summary>A broker that welcomes callers, and then says packets, some of them spoiled.</summary>
/// <param name="random">Seeded: it chooses what is said, and what is spoiled of it.</param>
sealed class HostileBroker(Random random) : IDisposable
{
    const int MostPackets = 12;

    /// <summary>So many of <see cref="Bodies"/> are welcomes, which come first.</summary>
    const int Welcomes = 2;

    const int ConnectBytes = 4096;
    const int VersionAt = 8;
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    static readonly byte[][] Bodies =
    [
        [0, 0, 0],
        [0, 0, 14, 33, 0, 9, 36, 1, 37, 1, 39, 0, 1, 0, 0, 42, 1],
        [0, 1, (byte)'t', 0, 42],
        [0, 1, (byte)'t', 0, 7, 24, 1, 1, 2, 0, 0, 0, 9, 3, 0, 1, (byte)'c', 11, 0x80, 1, 35, 0, 1, 38, 0, 1, (byte)'n', 0, 1, (byte)'v', 42],
        [0, 7],
        [0, 1, 0x87, 4, 31, 0, 1, (byte)'r'],
        [0, 1, 0, 1],
        [],
        [0x8E, 4, 31, 0, 1, (byte)'r'],
    ];

    static readonly byte[] Heads = [0x20, 0x20, 0x30, 0x32, 0x40, 0x40, 0x90, 0xD0, 0xE0];

    readonly TcpListener listener = Listening();
    readonly ByteMutations mutations = new(random);

    /// <summary>Where it listens.</summary>
    public BrokerEndpoint Endpoint => new("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port, null, null);

    /// <summary>Packets that were said, whole or not.</summary>
    public long Packets { get; private set; }

    /// <summary>Whether it behaves.</summary>
    public bool IsGood { get; set; }

    /// <summary>Serves callers, one after another.</summary>
    public async Task ServeAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            using var caller = await listener.AcceptTcpClientAsync(cancel);
            try
            {
                await SpeakAsync(caller.GetStream(), cancel);
            }
            catch (IOException)
            {
                // The caller has heard enough.
            }
        }
    }

    public void Dispose() => listener.Dispose();

    async Task SpeakAsync(NetworkStream stream, CancellationToken cancel)
    {
        var heard = new byte[ConnectBytes];
        if (await stream.ReadAsync(heard, cancel) <= VersionAt)
            return;
        byte[] welcome = heard[VersionAt] == 5 ? [0x20, 3, 0, 0, 0] : [0x20, 2, 0, 0];
        await stream.WriteAsync(IsGood || random.Next(8) > 0 ? welcome : Said(first: 0), cancel);
        if (IsGood)
        {
            // SUBSCRIBE has its id behind two bytes of header (MQTT 5, 3.8).
            _ = await stream.ReadAsync(heard, cancel);
            await stream.WriteAsync(new byte[] { 0x90, 4, heard[2], heard[3], 0, 1 }, cancel);
        }
        else
        {
            for (var packets = random.Next(1, MostPackets); packets > 0; packets--)
                await stream.WriteAsync(Said(random.Next(20) == 0 ? 0 : Welcomes), cancel);
        }

        // Until the caller hangs up, or waits for the rest of a packet that promises more.
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        enough.CancelAfter(Patience);
        try
        {
            while (await stream.ReadAsync(heard, enough.Token) > 0)
            {
                // Whatever it says.
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // Enough.
        }
    }

    // Most are well, so that many come through before one ends the call; most of the others have a length that fits what it stands before.
    byte[] Said(int first)
    {
        Packets++;
        var which = random.Next(first, Bodies.Length);
        var body = Bodies[which].Length > 0 && random.Next(3) == 0 ? mutations.Make(Bodies[which]).Bytes : Bodies[which];
        byte[] packet = [Heads[which], .. LengthOf(body), .. body];
        return random.Next(20) == 0 ? mutations.Flipped(packet) : packet;
    }

    static byte[] LengthOf(byte[] body) =>
        body.Length < 0x80 ? [(byte)body.Length] : [(byte)(body.Length & 0x7F | 0x80), (byte)(body.Length >> 7)];

    static TcpListener Listening()
    {
        var one = new TcpListener(IPAddress.Loopback, 0);
        one.Start();
        return one;
    }
}
