namespace Checkpoint.Devices.Cameras;

public sealed class VideoSourceTests
{
    [Theory]
    [InlineData("/var/films/gate.mkv", "file:/var/films/gate.mkv", "/var/films/gate.mkv")]
    [InlineData("rtsp://10.0.0.9/live", "rtsp://10.0.0.9/live", "rtsp://10.0.0.9/live")]
    [InlineData("rtsps://gate:S3cret@cam:8554/live?token=abc", "rtsps://gate:S3cret@cam:8554/live?token=abc", "rtsps://cam:8554/live")]
    public void A_source_is_shown_without_what_lets_somebody_in(string text, string address, string name)
    {
        VideoSource.TryRead(text, out var source).ShouldBeTrue();

        (source.Address, source.Name).ShouldBe((address, name));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-i")]
    [InlineData("-rtsp://10.0.0.9/live")]
    [InlineData("film.mkv")]
    [InlineData("http://10.0.0.9/live")]
    [InlineData("concat:/etc/passwd|/etc/shadow")]
    [InlineData("rtsp://")]
    [InlineData("rtsp://10.0.0.9/\nlive")]
    public void Anything_else_is_refused(string? text)
    {
        VideoSource.TryRead(text, out _).ShouldBeFalse();
    }

    [Fact]
    public void An_address_may_be_only_so_long()
    {
        VideoSource.TryRead("/" + new string('a', VideoSource.MostCharacters - 1), out _).ShouldBeTrue();
        VideoSource.TryRead("/" + new string('a', VideoSource.MostCharacters), out _).ShouldBeFalse();
    }

    [Fact]
    public void Every_way_to_write_the_password_is_secret()
    {
        VideoSource.TryRead("rtsp://gate:p%40ss@cam/live", out var source).ShouldBeTrue();

        source.Secrets[0].ShouldBe("rtsp://gate:p%40ss@cam/live");
        source.Secrets.ShouldBe(["p%40ss", "p@ss", "gate:p%40ss", "gate:p@ss", "gate", "rtsp://gate:p%40ss@cam/live", "rtsp://gate:p@ss@cam/live"], ignoreOrder: true);
    }

    [Fact]
    public void Ffmpeg_is_given_the_source_behind_its_own_option_and_no_shell()
    {
        VideoSource.TryRead("/films/$(reboot) -y.mkv", out var source).ShouldBeTrue();

        var program = Ffmpeg.Start(source, new(640, 480, 10, TimeSpan.FromSeconds(5)));

        program.Arguments[program.Arguments.ToList().IndexOf("-i") + 1].ShouldBe("file:/films/$(reboot) -y.mkv");
    }
}
