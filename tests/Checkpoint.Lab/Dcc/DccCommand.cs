using System.CommandLine;
using System.Globalization;

namespace Checkpoint.Lab.Dcc;

/// <summary>Holds the gate against EU digital certificates: <c>dcc DIR</c>.</summary>
static class DccCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("dir") { Description = "Folder of test files, any depth." };
        var command = new Command("dcc", "Check EU digital certificates and hold each expectation against the gate.") { folder };
        command.SetAction(result => Run(result.GetRequiredValue(folder).FullName));
        return command;
    }

    static int Run(string folder)
    {
        var report = new Report();
        var vectors = DccVector.ReadAll(folder).ToList();
        report.Check(vectors.Count > 0, $"{vectors.Count} files with TESTCTX");
        var results = vectors.ConvertAll(vector => (Vector: vector, Verdict: DccVerdict.Of(vector)));
        var judged = results.SelectMany(result => DccJudge.Judge(result.Vector, result.Verdict).Select(judgement => (result.Vector, judgement)))
            .ToList();

        foreach (var group in judged.GroupBy(entry => entry.judgement.Key, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
            Summarise(report, group.Key, [.. group.Select(entry => entry.judgement)]);
        foreach (var (vector, judgement) in judged.Where(entry => !entry.judgement.Agrees))
            Differ(report, vector, judgement);
        Report.Note($"disputed in all: {judged.Count(entry => entry.judgement.Dispute is not null)}; never counted as passed");
        Reasons(results);
        NotAsked(vectors);
        KnownIssues(folder, judged);
        return report.Close();
    }

    static void Summarise(Report report, string key, IReadOnlyList<DccJudgement> all)
    {
        var agree = all.Count(judgement => judgement.Agrees);
        var disputed = all.Count(judgement => judgement is { Agrees: false, Dispute: not null });
        var moot = all.Count(judgement => judgement.IsMoot);
        var differ = all.Count - agree - disputed - moot;
        report.Check(differ == 0, string.Create(CultureInfo.InvariantCulture,
            $"{key,-26} expected true {all.Count(judgement => judgement.Expected),4}  false {all.Count(judgement => !judgement.Expected),3}"
            + $"  agree {agree,4}  disputed {disputed,2}  not reached {moot,2}  disagree {differ,2}"));
    }

    static void Differ(Report report, DccVector vector, DccJudgement judgement)
    {
        var line = $"{vector.Name} {judgement.Key} expected {judgement.Expected}, gate says {judgement.Told?.ToString() ?? "nothing"}: {judgement.Why}";
        if (judgement.Dispute is { } dispute)
            Report.Note($"DISPUTED {line}; {dispute}");
        else if (judgement.IsMoot)
            Report.Note($"not reached {line}");
        else
            report.Check(good: false, line);
    }

    // What every refusal was refused for.
    static void Reasons(IReadOnlyList<(DccVector Vector, DccVerdict Verdict)> results)
    {
        Report.Note("outcomes:");
        foreach (var group in results.GroupBy(result => result.Verdict.Why, StringComparer.Ordinal).OrderByDescending(group => group.Count()))
            Report.Note($"{group.Count(),5}  {group.Key,-28} {string.Join(' ', group.Take(12).Select(result => result.Vector.Name))}");
    }

    static void NotAsked(IEnumerable<DccVector> vectors)
    {
        foreach (var group in vectors.SelectMany(vector => vector.Expected.Keys).Where(key => !DccJudge.Asks(key)).CountBy(key => key, StringComparer.Ordinal))
            Report.Note($"not asked of a gate, not counted: {group.Key} ({group.Value})");
    }

    // Files that the data's own authors call wrong; named beside what the gate says of them.
    static void KnownIssues(string folder, IReadOnlyList<(DccVector Vector, DccJudgement Judgement)> judged)
    {
        var list = Path.Combine(folder, "known_issues.csv");
        if (!File.Exists(list))
            return;
        foreach (var fields in File.ReadLines(list).Skip(1).Select(line => line.Split(',')).Where(fields => fields.Length >= 4))
        {
            var files = judged.Where(entry => Concerns(entry.Vector.Name, fields[1], fields[2])).ToList();
            var differ = files.Count(entry => !entry.Judgement.Agrees);
            Report.Note($"known issue {fields[0]} {fields[1]} {fields[2]}: {files.Count} expectations here, {files.Count - differ} agree ({fields[3]})");
        }
    }

    static bool Concerns(string name, string country, string set)
    {
        var pieces = name.Split(Path.DirectorySeparatorChar);
        return pieces.Contains(country, StringComparer.Ordinal)
            && (set.Length == 0 || string.Equals(Path.GetFileNameWithoutExtension(name), set, StringComparison.Ordinal));
    }
}
