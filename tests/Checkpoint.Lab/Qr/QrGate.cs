using System.Diagnostics.CodeAnalysis;
using Checkpoint.Devices;
using Checkpoint.Devices.Codes;
using Checkpoint.Devices.Pictures;

namespace Checkpoint.Lab.Qr;

/// <summary>Shows pictures to a bare library and, as a gate's camera would, to our decoder around the same library.</summary>
[SuppressMessage("Reliability", "CA2213", Justification = "The caller owns both decoders.")]
sealed class QrGate(IQrDecoder bare, PatientDecoder ours, QrRule rule)
{
    const int EmptyRounds = 3;

    /// <summary>Processor times of pictures with a code.</summary>
    public QrTimes WithCode { get; } = new();

    /// <summary>Processor times of pictures without one.</summary>
    public QrTimes WithoutCode { get; } = new();

    /// <summary>Bytes that our decoder left to the collector on frames without a code.</summary>
    public long Garbage { get; private set; }

    /// <summary>Shows one picture.</summary>
    public QrShowing Show(QrPicture picture)
    {
        var frame = GreyPng.ReadFile(picture.Path);
        ours.Forget();
        return picture.Kind == QrKind.Empty ? ShowEmpty(picture, frame) : ShowCode(picture, frame);
    }

    QrShowing ShowCode(QrPicture picture, GreyFrame frame)
    {
        var plain = Time(WithCode.AddBare, () => bare.Decode(frame)?.Bytes.ToArray());
        for (var shown = 1; ; shown++)
        {
            var seen = Time(WithCode.AddOurs, () => ours.Look(frame));
            if (seen is not null || shown == ours.Turns)
                return new(picture, rule.Judge(picture, plain), rule.Judge(picture, seen?.Symbol.Bytes.ToArray()), seen?.Look, shown);
        }
    }

    // Both in turn, so that whatever else the machine does hits both, and of each turn the best of some rounds.
    QrShowing ShowEmpty(QrPicture picture, GreyFrame frame)
    {
        byte[]? wrong = null;
        byte[]? plain = null;
        var (bareBest, oursBest) = (NewTimes(), NewTimes());
        for (var shown = 0; shown < EmptyRounds * ours.Turns; shown++)
        {
            var turn = shown % ours.Turns;
            plain ??= Time(t => Keep(bareBest, turn, t), () => bare.Decode(frame)?.Bytes.ToArray());
            wrong ??= Time(t => Keep(oursBest, turn, t), () => Look(frame, isSteady: shown >= ours.Turns))?.Symbol.Bytes.ToArray();
        }

        Array.ForEach(bareBest, WithoutCode.AddBare);
        Array.ForEach(oursBest, WithoutCode.AddOurs);
        return new(picture, rule.Judge(picture, plain), rule.Judge(picture, wrong), null, EmptyRounds * ours.Turns);
    }

    // In the first round the decoder's pictures may still grow to the frame's size.
    CodeSighting? Look(GreyFrame frame, bool isSteady)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var seen = ours.Look(frame);
        if (isSteady)
            Garbage += GC.GetAllocatedBytesForCurrentThread() - before;
        return seen;
    }

    TimeSpan[] NewTimes() => [.. Enumerable.Repeat(TimeSpan.MaxValue, ours.Turns)];

    static void Keep(TimeSpan[] best, int turn, TimeSpan time) => best[turn] = best[turn] < time ? best[turn] : time;

    static T Time<T>(Action<TimeSpan> note, Func<T> act)
    {
        var start = ThreadTime.Now();
        var result = act();
        note(ThreadTime.Now() - start);
        return result;
    }
}
