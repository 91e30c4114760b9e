using Checkpoint.Testing;
using Checkpoint.Testing.Fuzzing;

namespace Checkpoint.Passes;

public sealed class CodeFuzzTests
{
    const int Codes = 20_000;

    [Fact]
    public void No_mutated_code_throws_or_is_accepted_or_takes_much()
    {
        using var corpus = CodeCorpus.Load(DataFolder.Find());

        var tally = new CodeFuzz(corpus, seed: 20220401).Run(Codes);

        tally.Codes.ShouldBe(Codes);
        tally.Failures.ShouldBeEmpty();
        tally.TooSlow.ShouldBe(0);
        tally.MostBytes.ShouldBeLessThan(CodeFuzz.MaxBytes);
        tally.Outcomes.ShouldContainKey("BadSignature");
        tally.Outcomes.ShouldContainKey("Damaged Text");
    }
}
