using Checkpoint.Testing;

namespace Checkpoint.Devices.Buses;

public sealed class PluggedTests
{
    readonly ManualClock clock = new(DateTimeOffset.UnixEpoch);
    readonly Plugged<Part> plugged;
    bool isThere;
    int opened;

    public PluggedTests() => plugged = new(Open, clock);

    [Fact]
    public void What_is_not_there_is_asked_for_again_only_after_a_wait_that_doubles()
    {
        Should.Throw<IOException>(() => plugged.Get()).Message.ShouldBe("not there");
        Should.Throw<IOException>(() => plugged.Get()).Message.ShouldContain("a moment ago");
        clock.Advance(Plugged<Part>.ShortestWait);
        Should.Throw<IOException>(() => plugged.Get()).Message.ShouldBe("not there");

        isThere = true;
        clock.Advance(Plugged<Part>.ShortestWait);
        Should.Throw<IOException>(() => plugged.Get(), "the second wait is twice the first");
        clock.Advance(Plugged<Part>.ShortestWait);

        plugged.Get().IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void What_is_open_stays_open()
    {
        isThere = true;

        plugged.Get().ShouldBeSameAs(plugged.Get());
        opened.ShouldBe(1);
    }

    [Fact]
    public void What_does_not_answer_for_long_is_closed_and_opened_anew()
    {
        isThere = true;
        var first = plugged.Get();

        for (var use = 1; use < Plugged<Part>.MostSilent; use++)
            plugged.Answered(it: false);
        plugged.Get().ShouldBeSameAs(first);
        plugged.Answered(it: false);

        first.IsOpen.ShouldBeFalse();
        plugged.Get().ShouldNotBeSameAs(first);
    }

    [Fact]
    public void One_answer_forgives_the_silence_before()
    {
        isThere = true;
        var first = plugged.Get();
        for (var use = 1; use < Plugged<Part>.MostSilent; use++)
            plugged.Answered(it: false);

        plugged.Answered(it: true);
        plugged.Answered(it: false);

        plugged.Get().ShouldBeSameAs(first);
    }

    Part Open()
    {
        opened++;
        return isThere ? new() : throw new IOException("not there");
    }

    sealed class Part : IDisposable
    {
        public bool IsOpen { get; private set; } = true;

        public void Dispose() => IsOpen = false;
    }
}
