using System.Runtime.CompilerServices;
using Checkpoint.Devices.Native;

namespace Checkpoint.Devices.Gpio;

/// <summary>Watches inputs, and asks for them again with back-off when they are missing, taken or lost.</summary>
/// <param name="chip">The chip's device file.</param>
/// <param name="wires">The lines; none is watched for nothing.</param>
/// <param name="debounce">How long each must be steady before its edge is told.</param>
/// <param name="clock">What the back-off goes by.</param>
sealed class LineWatch(string chip, IReadOnlyList<GpioWire> wires, TimeSpan debounce, TimeProvider clock)
{
    /// <summary>What failed.</summary>
    public LineFaults Faults { get; } = new();

    /// <summary>Every change from now on, in order, and first what is found.</summary>
    /// <param name="patience">How long to wait for the next; null for ever. When that is over, nothing is told.</param>
    /// <param name="cancel">Ends the watch.</param>
    public async IAsyncEnumerable<IReadOnlyList<LineChange>> WatchAsync(Func<TimeSpan?> patience, [EnumeratorCancellation] CancellationToken cancel)
    {
        GpioInputs? inputs = null;
        try
        {
            while (true)
            {
                IReadOnlyList<LineChange> changes = [];
                var pause = TimeSpan.Zero;
                try
                {
                    if (inputs is null)
                        inputs = GpioInputs.Open(chip, wires, debounce, out changes);
                    else
                        changes = await inputs.WaitAsync(patience(), cancel);
                    Faults.Clear();
                }
                catch (IOException error)
                {
                    inputs?.Dispose();
                    inputs = null;
                    pause = Faults.Add(error);
                }

                yield return changes;
                await Task.Delay(pause, clock, cancel);
            }
        }
        finally
        {
            inputs?.Dispose();
        }
    }
}
