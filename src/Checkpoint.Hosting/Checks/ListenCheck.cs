using System.Net;
using System.Net.Sockets;

namespace Checkpoint.Hosting.Checks;

/// <summary>Whether the program could answer where it is told to.</summary>
public static class ListenCheck
{
    /// <summary>Listens for a moment.</summary>
    /// <param name="endpoint">Address and port.</param>
    public static CheckLine Run(IPEndPoint endpoint)
    {
        const string name = "web";
        try
        {
            using var listener = new TcpListener(endpoint);
            listener.Start();
            return new(name, true, $"http://{endpoint} is free");
        }
        catch (SocketException error)
        {
            return new(
                name,
                false,
                $"http://{endpoint}: {error.Message}. If this program is running already, that is it; else stop the other one, or change Web:Listen.");
        }
    }
}
