using Checkpoint.Scanning;

namespace Checkpoint.Devices.Scanners;

/// <summary>Reads codes off a serial line. A code ends when the line falls silent, so it may hold any bytes.</summary>
/// <param name="line">The line.</param>
/// <param name="clock">What silence is measured by.</param>
/// <param name="ending">What each code ends in.</param>
sealed class SerialCodes(ISerialLine line, TimeProvider clock, ReadOnlyMemory<byte> ending)
{
    const int BufferBytes = 512;

    readonly byte[] buffer = new byte[BufferBytes];
    readonly Gm65Stream stream = new(ending);
    readonly long start = clock.GetTimestamp();

    /// <summary>Codes that stopped in the middle or were too long.</summary>
    public int Torn { get; private set; }

    /// <summary>Replies to commands.</summary>
    public int Replies { get; private set; }

    /// <summary>Time on this line.</summary>
    public TimeSpan Now => clock.GetElapsedTime(start);

    /// <summary>Sends a command, for which a reply is owed from now on.</summary>
    /// <exception cref="IOException">The line is gone.</exception>
    public ValueTask AskAsync(ReadOnlyMemory<byte> command, CancellationToken cancel)
    {
        stream.Owe();
        return line.WriteAsync(command, cancel);
    }

    /// <summary>Waits for what comes next.</summary>
    /// <param name="until">When it gives up, by <see cref="Now"/>.</param>
    /// <param name="cancel">Gives up too.</param>
    /// <returns>Codes that are complete now; often none.</returns>
    /// <exception cref="IOException">The line is gone.</exception>
    public async ValueTask<IReadOnlyList<Symbol>> NextAsync(TimeSpan until, CancellationToken cancel)
    {
        var next = stream.Due is { } due && due < until ? due : until;
        var count = await line.ReadAsync(buffer, next > Now ? next - Now : TimeSpan.Zero, cancel);
        return Take(buffer.AsSpan(0, count));
    }

    List<Symbol> Take(ReadOnlySpan<byte> bytes)
    {
        var codes = new List<Symbol>();
        foreach (var said in stream.Take(bytes, Now))
        {
            if (said is Gm65Event.Code code)
                codes.Add(new(code.Bytes));
            else if (said is Gm65Event.Torn or Gm65Event.Overlong)
                Torn++;
            else
                Replies++;
        }

        return codes;
    }
}
