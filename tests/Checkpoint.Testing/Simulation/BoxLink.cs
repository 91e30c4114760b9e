namespace Checkpoint.Testing.Simulation;

/// <summary>The box's end of a session.</summary>
sealed class BoxLink(World world)
{
    const int Identities = 2;

    int messages;

    /// <summary>The session, or 0 if there is none.</summary>
    public int Session { get; private set; }

    public void Up(int session)
    {
        world.Tally.Count("link: up");
        (Session, messages) = (session, 0);
    }

    public void Down() => Session = 0;

    /// <summary>A message id; they begin again with each session, as they do.</summary>
    public int NextMessage(int identity) => (++messages * Identities) + identity;
}
