using Checkpoint.Policies;
using Checkpoint.Testing;

namespace Checkpoint.Edge.Configuration;

public sealed class PolicyFileTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_policy_that_the_program_prints_can_be_given_back_to_it() =>
        (Read(DefaultPolicy.Json) with { Rules = [] }).ShouldBe(DefaultPolicy.Policy with { Rules = [] });

    [Fact]
    public void A_wrong_file_stops_the_gate_with_every_problem() =>
        Should.Throw<InvalidDataException>(() => Read("""{"version":0,"rule":1}""")).Message.ShouldContain("$.rule");

    [Fact]
    public void A_policy_that_shuts_residents_out_stops_the_gate() => Should.Throw<InvalidDataException>(() => Read(
        """{"version":2,"rules":[{"id":"shut","logic":false,"otherwise":{"verdict":"hold","reason":"rule-not-met"}}]}"""))
        .Message.ShouldContain("\"shut\"");

    [Fact]
    public void A_file_that_is_not_there_is_told_with_what_to_do() =>
        Should.Throw<InvalidDataException>(() => new PolicyOptions { File = folder["none.json"] }.ToPolicy()).Message.ShouldContain("Policy:File");

    Policy Read(string json)
    {
        File.WriteAllText(folder["policy.json"], json);
        return new PolicyOptions { File = folder["policy.json"] }.ToPolicy();
    }
}
