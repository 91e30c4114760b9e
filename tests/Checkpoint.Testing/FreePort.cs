using System.Net;
using System.Net.Sockets;

namespace Checkpoint.Testing;

/// <summary>A TCP port on loopback that nobody listens on.</summary>
public static class FreePort
{
    /// <summary>Asks the kernel for one. Somebody else may take it in the meantime, but the kernel hands them out in turn.</summary>
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
