namespace Checkpoint.Lab.Dcc;

/// <summary>Holds each expectation of a vector against what the gate says. Nothing here knows a file's name.</summary>
static class DccJudge
{
    // What a gate is not asked. Named, so that nobody takes them for passed.
    static readonly string[] NotAsked =
        ["EXPECTEDENCODE", "EXPECTEDPICTUREDECODE", "EXPECTEDSCHEMAVALIDATION"];

    /// <summary>Whether the gate has an answer to a kind of expectation.</summary>
    public static bool Asks(string key) => key.StartsWith("EXPECTED", StringComparison.Ordinal)
        && !NotAsked.Contains(key, StringComparer.Ordinal) && !string.Equals(key, "EXPECTEDRESULTS", StringComparison.Ordinal);

    /// <summary>Judges every expectation that the gate has an answer to.</summary>
    public static IEnumerable<DccJudgement> Judge(DccVector vector, DccVerdict verdict)
    {
        var evidence = new DccEvidence(vector);
        foreach (var (key, expected) in vector.Expected.Where(entry => Asks(entry.Key)))
        {
            var judgement = new DccJudgement(key, expected, Tell(key, verdict, evidence), verdict.Why);
            yield return judgement.Agrees
                ? judgement
                : judgement with { Dispute = evidence.Against(key, expected, verdict.Check), IsMoot = IsMoot(judgement, vector, verdict) };
        }
    }

    static bool? Tell(string key, DccVerdict verdict, DccEvidence evidence) => key switch
    {
        "EXPECTEDUNPREFIX" => verdict.StoppedAt > DccStage.Prefix,
        "EXPECTEDB45DECODE" => verdict.StoppedAt > DccStage.Base45,
        "EXPECTEDCOMPRESSION" => verdict.StoppedAt > DccStage.Compression,
        "EXPECTEDDECODE" => verdict.StoppedAt > DccStage.Structure,
        "EXPECTEDVERIFY" => verdict.StoppedAt > DccStage.Signature,
        "EXPECTEDVALIDOBJECT" or "EXPECTEDVALIDJSON" => verdict.StoppedAt > DccStage.Structure && evidence.IsContent(verdict.Check),
        "EXPECTEDKEYUSAGE" => After(verdict.StoppedAt, DccStage.Purpose),
        "EXPECTEDEXPIRATIONCHECK" => After(verdict.Dates, DccStage.Dates),
        _ => null,
    };

    // A stage after the signature answers only for what reached it.
    static bool? After(DccStage stoppedAt, DccStage stage) => stoppedAt >= stage ? stoppedAt > stage : null;

    // The gate refused before, and the vector wants a refusal there: the later question is never put.
    static bool IsMoot(DccJudgement judgement, DccVector vector, DccVerdict verdict) =>
        judgement.Told is null && verdict.StoppedAt <= DccStage.Signature && vector.Expected.GetValueOrDefault("EXPECTEDVERIFY", defaultValue: true) is false;
}
