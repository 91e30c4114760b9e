using Checkpoint.Testing.Kernel.Clocks;

namespace Checkpoint.EndToEnd.Kernel;

public class ClockScriptTests
{
    // What a box journals of its clock at once; see ClockLoop.
    const int Burst = 8;

    [Fact]
    public void The_same_seed_draws_the_same_steps() => new ClockScript(7).Draw(44).ShouldBe(new ClockScript(7).Draw(44));

    [Theory]
    [InlineData(1)]
    [InlineData(20261122)]
    public void Forty_four_steps_set_every_kind_of_wrong_clock_with_and_without_a_time_servers_answer(ulong seed)
    {
        var steps = new ClockScript(seed).Draw(44);

        foreach (var isAnswered in new[] { false, true })
        {
            var wrong = steps.Where(step => step.IsAnswered == isAnswered).Select(step => step.Move).Except([ClockMove.SetRight, ClockMove.Answered, ClockMove.Killed]);
            wrong.Count().ShouldBe(10);
        }

        steps.Count(step => step.Move is ClockMove.Killed).ShouldBe(3);
        steps.Select(step => step.Number).ShouldBe(Enumerable.Range(1, 44));
    }

    [Fact]
    public void A_script_ends_with_a_time_servers_answer_however_short_it_is()
    {
        for (var steps = 1; steps < 30; steps++)
            new ClockScript(1).Draw(steps)[^1].Move.ShouldBe(ClockMove.Answered);
    }

    [Fact]
    public void So_few_turns_belong_to_one_start_that_the_box_journals_them_all()
    {
        var turns = 0;
        foreach (var step in new ClockScript(3).Draw(200))
        {
            turns = step.Move is ClockMove.Killed ? 0 : turns + (step is { IsAnswered: true, Move: ClockMove.SetRight } ? 0 : 1);
            turns.ShouldBeLessThanOrEqualTo(Burst);
        }
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("Asia/Shanghai")]
    public void A_clock_that_is_set_before_a_border_of_summer_time_crosses_it(string zone)
    {
        var place = TimeZoneInfo.FindSystemTimeZoneById(zone);

        var begins = ClockTarget.Moment(ClockMove.SummerBegins, zone)!.Value;
        var ends = ClockTarget.Moment(ClockMove.SummerEnds, zone)!.Value;

        (place.GetUtcOffset(begins + ClockTarget.Ahead) - place.GetUtcOffset(begins)).ShouldBe(TimeSpan.FromHours(1));
        (place.GetUtcOffset(ends + ClockTarget.Ahead) - place.GetUtcOffset(ends)).ShouldBe(TimeSpan.FromHours(-1));
    }
}
