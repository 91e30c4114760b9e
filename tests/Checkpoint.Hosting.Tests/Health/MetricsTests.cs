using System.Diagnostics.Metrics;
using Checkpoint.Testing;

namespace Checkpoint.Hosting.Health;

public sealed class MetricsTests
{
    [Fact]
    public void The_text_is_as_prometheus_wants_it()
    {
        var metrics = new Metrics();
        var admitted = metrics.Counter("checkpoint_passages_total", "Passages by verdict.", ("verdict", "admit"));
        var depth = metrics.Gauge("checkpoint_outbox_entries", "Entries that wait,\nwith a \\ in the help.");
        var held = metrics.Counter("checkpoint_passages_total", "Passages by verdict.", ("verdict", "hold"), ("note", "a \"b\" \\ c\nd"));
        var seconds = metrics.Histogram("checkpoint_decision_seconds", "Time to the light.", [0.1, 0.5, 1], ("site", "村口"));
        metrics.Gauge("checkpoint_room_celsius", "As read.", () => double.NaN);

        admitted.Increment();
        admitted.Add(41);
        held.Increment();
        depth.Set(1e21);
        depth.Set(12.5);
        foreach (var s in (double[])[0.05, 0.1, 0.3, 7])
            seconds.Observe(s);

        metrics.ToString().ShouldBe(
            """
            # HELP checkpoint_passages_total Passages by verdict.
            # TYPE checkpoint_passages_total counter
            checkpoint_passages_total{verdict="admit"} 42
            checkpoint_passages_total{verdict="hold",note="a \"b\" \\ c\nd"} 1
            # HELP checkpoint_outbox_entries Entries that wait,\nwith a \\ in the help.
            # TYPE checkpoint_outbox_entries gauge
            checkpoint_outbox_entries 12.5
            # HELP checkpoint_decision_seconds Time to the light.
            # TYPE checkpoint_decision_seconds histogram
            checkpoint_decision_seconds_bucket{site="村口",le="0.1"} 2
            checkpoint_decision_seconds_bucket{site="村口",le="0.5"} 3
            checkpoint_decision_seconds_bucket{site="村口",le="1"} 3
            checkpoint_decision_seconds_bucket{site="村口",le="+Inf"} 4
            checkpoint_decision_seconds_sum{site="村口"} 7.45
            checkpoint_decision_seconds_count{site="村口"} 4
            # HELP checkpoint_room_celsius As read.
            # TYPE checkpoint_room_celsius gauge
            checkpoint_room_celsius NaN

            """);
    }

    [Fact]
    public async Task Updates_from_many_threads_all_count()
    {
        var metrics = new Metrics();
        var counter = metrics.Counter("c_total", "c");
        var histogram = metrics.Histogram("h", "h", [1]);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () =>
            {
                for (var i = 0; i < 10_000; i++)
                {
                    counter.Increment();
                    histogram.Observe(0.5);
                }
            },
            TestContext.Current.CancellationToken)));

        metrics.ToString().ShouldContain("c_total 80000\n");
        metrics.ToString().ShouldContain("h_sum 40000\n");
    }

    [Theory]
    [InlineData("")]
    [InlineData("1st")]
    [InlineData("with-dash")]
    [InlineData("line\n")]
    public void A_name_that_prometheus_would_refuse_is_a_bug(string name) =>
        Should.Throw<ArgumentException>(() => new Metrics().Counter(name, "c"));

    [Fact]
    public void A_series_is_made_once()
    {
        var metrics = new Metrics();
        metrics.Counter("c_total", "c", ("a", "1"));
        metrics.Counter("c_total", "c", ("a", "2"));

        Should.Throw<ArgumentException>(() => metrics.Counter("c_total", "c", ("a", "1")));
        Should.Throw<ArgumentException>(() => metrics.Gauge("c_total", "c", ("a", "3")));
    }

    [Theory]
    [InlineData]
    [InlineData(1.0, 1.0)]
    [InlineData(2.0, 1.0)]
    public void Bounds_that_do_not_rise_are_a_bug(params double[] bounds) =>
        Should.Throw<ArgumentException>(() => new Metrics().Histogram("h", "h", bounds));

    [Fact]
    public void A_histograms_observations_reach_a_listener_as_they_are()
    {
        var heard = new List<double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (string.Equals(instrument.Meter.Name, Metrics.MeterName, StringComparison.Ordinal)
                    && string.Equals(instrument.Name, "heard_seconds", StringComparison.Ordinal))
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, observation, _, _) => heard.Add(observation));
        listener.Start();

        new Metrics().Histogram("heard_seconds", "h", [1.0]).Observe(0.123456789);

        heard.ShouldBe([0.123456789]);
    }

    [Fact]
    public void A_counter_never_falls() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new Metrics().Counter("c_total", "c").Add(-1));

    [Fact]
    public void No_more_series_are_made_than_the_limit()
    {
        var metrics = new Metrics();
        for (var i = 0; i < Metrics.MaxSeries; i++)
            metrics.Counter("c_total", "c", ("i", $"{i}"));

        Should.Throw<InvalidOperationException>(() => metrics.Counter("one_more_total", "c"));
    }

    [Fact]
    public void The_process_tells_its_memory_files_and_uptime()
    {
        var metrics = new Metrics();
        var clock = new ManualClock(DateTimeOffset.UnixEpoch);
        ProcessMetrics.AddTo(metrics, clock);

        clock.Advance(TimeSpan.FromMinutes(2));

        metrics.ToString().ShouldMatch("process_resident_memory_bytes [0-9]{7,}");
        metrics.ToString().ShouldMatch("process_open_fds [1-9]");
        metrics.ToString().ShouldContain("process_uptime_seconds 120\n");
    }
}
