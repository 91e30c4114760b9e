using System.Net.Sockets;
using Checkpoint.Hosting.Mqtt.Native;

namespace Checkpoint.Hosting.Mqtt.Guard;

/// <summary>The line between the library and a broker, with a <see cref="PacketGuard"/> on what comes from the broker. The network thread's.</summary>
sealed class GuardedLine : IDisposable
{
    const int OutboundBytes = 64 * 1024;

    readonly Socket broker;
    readonly Socket library;
    readonly PacketGuard guard;
    readonly byte[] outbound = new byte[OutboundBytes];
    ReadOnlyMemory<byte> toBroker;
    ReadOnlyMemory<byte> toLibrary;
    bool isDeaf;
    bool isMute;

    /// <summary>Takes the place of the broker behind a socket that the library has opened.</summary>
    /// <param name="descriptor">The library's socket.</param>
    /// <param name="version">Version of the protocol: 5, or 4 for 3.1.1.</param>
    /// <exception cref="IOException">The process has no descriptor left.</exception>
    public GuardedLine(int descriptor, int version)
    {
        (broker, library) = SocketPair.Insert(descriptor);
        guard = new(version);
    }

    /// <summary>What ended the line; the library finds its end behind what came before. Null while it lives, or when the broker just hung up.</summary>
    public string? Failure { get; private set; }

    /// <summary>Whether it ended because of what the broker sent.</summary>
    public bool IsRefusing => guard.Fault is not null;

    /// <summary>Whether something went out, so that somebody listens at the address.</summary>
    public bool HasSent { get; private set; }

    /// <summary>Whether nothing goes out any more: all that the library said before it hung up has gone, or cannot go.</summary>
    public bool IsDrained => isMute && toBroker.IsEmpty;

    /// <summary>What to wait for at the broker's end.</summary>
    public Watch AtBroker => new((int)broker.Handle, ToRead: toLibrary.IsEmpty && !isDeaf, ToWrite: !toBroker.IsEmpty);

    /// <summary>What to wait for at the library's end.</summary>
    public Watch AtLibrary => new((int)library.Handle, ToRead: toBroker.IsEmpty && !isMute, ToWrite: !toLibrary.IsEmpty);

    /// <summary>Passes on what the library says, as far as it goes without waiting.</summary>
    public void PassOut()
    {
        while (!toBroker.IsEmpty || TryTakeFromLibrary())
        {
            if (TrySend(broker, ref toBroker, out var error))
            {
                HasSent = true;
                continue;
            }

            if (error != SocketError.WouldBlock)
                Silence(TextOf(error));
            return;
        }
    }

    /// <summary>Passes on what the broker says, as far as it goes without waiting and is well.</summary>
    public void PassIn()
    {
        while (true)
        {
            if (!TrySend(library, ref toLibrary, out var error))
            {
                if (error != SocketError.WouldBlock)
                    (toLibrary, isDeaf) = (default, true); // the library has hung up
                return;
            }

            if (isDeaf)
                library.Shutdown(SocketShutdown.Send);
            if (!TryTakeFromBroker())
                return;
        }
    }

    public void Dispose()
    {
        broker.Dispose();
        library.Dispose();
    }

    bool TryTakeFromLibrary()
    {
        if (isMute)
            return false;
        var count = library.Receive(outbound, SocketFlags.None, out var error);
        isMute = count == 0 && error != SocketError.WouldBlock;
        toBroker = outbound.AsMemory(0, count);
        return count > 0;
    }

    bool TryTakeFromBroker()
    {
        if (isDeaf)
            return false;
        var count = broker.Receive(guard.Room().Span, SocketFlags.None, out var error);
        if (error == SocketError.WouldBlock)
            return false;

        guard.Filled(count);
        toLibrary = guard.Next();
        if (guard.Fault is { } fault)
            End($"the broker sent what it should not: {fault}");
        else if (count == 0)
            End(error == SocketError.Success ? null : TextOf(error));
        return true;
    }

    // What the broker said last may explain why it takes no more, so the library reads on.
    void Silence(string reason)
    {
        Failure ??= reason;
        isMute = true;
        toBroker = default;
    }

    void End(string? reason)
    {
        Failure ??= reason;
        isDeaf = true;
    }

    static bool TrySend(Socket socket, ref ReadOnlyMemory<byte> bytes, out SocketError error)
    {
        error = SocketError.Success;
        while (!bytes.IsEmpty)
        {
            var count = socket.Send(bytes.Span, SocketFlags.None, out error);
            if (error != SocketError.Success)
                return false;
            bytes = bytes[count..];
        }

        return true;
    }

    static string TextOf(SocketError error) => new SocketException((int)error).Message;
}
