using Checkpoint.Devices;
using Checkpoint.Passages;
using Checkpoint.Policies;
using Checkpoint.Signals;

namespace Checkpoint.Edge.Passages;

/// <summary>
/// What the gate shows and says, in one place: the gate's loop sets it, and a watch beside it says so when the disk keeps that loop waiting. The
/// voice comes last: what is said is about a light that is on. Thread-safe.
/// </summary>
sealed class GateLight(IIndicator indicator, ISpeaker speaker, GateView view, TimeProvider time)
{
    readonly Lock showing = new();
    long? writingSince;
    bool saidSo;

    /// <summary>An entry is being written.</summary>
    public void BeginWriting()
    {
        lock (showing)
            (writingSince, saidSo) = (time.GetTimestamp(), false);
    }

    /// <summary>It is on disk, or could not be written: what follows shows it.</summary>
    public void EndWriting()
    {
        lock (showing)
            writingSince = null;
    }

    /// <summary>Shows that a person is being registered, once, if that goes on for so long.</summary>
    /// <param name="after">How long.</param>
    /// <returns>Whether it is shown now.</returns>
    public bool TrySayStillWriting(TimeSpan after)
    {
        lock (showing)
        {
            if (saidSo || writingSince is not { } since || time.GetElapsedTime(since) < after)
                return false;
            saidSo = true;
            indicator.Show(SignalTable.StillWriting);
            view.Show(SignalTable.StillWriting);
            speaker.Say(SignalTable.StillWriting.Phrase);
            return true;
        }
    }

    /// <summary>Shows a prompt, or that an entry could not be written.</summary>
    public void Show(Signal signal)
    {
        lock (showing)
        {
            indicator.Show(signal);
            view.Show(signal);
            speaker.Say(signal.Phrase);
        }
    }

    /// <summary>Shows a decision that is written down.</summary>
    /// <param name="signal">Its signal.</param>
    /// <param name="record">What was written.</param>
    /// <param name="policy">The rules that it was decided under.</param>
    public void Show(Signal signal, PassageRecord record, Policy policy)
    {
        lock (showing)
        {
            indicator.Show(signal);
            view.Show(signal, record, policy);
            speaker.Say(signal.Phrase);
        }
    }
}
