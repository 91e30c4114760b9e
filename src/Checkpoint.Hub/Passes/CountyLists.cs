using Checkpoint.Bundles;
using Checkpoint.Hosting.Bundles;

namespace Checkpoint.Hub.Passes;

/// <summary>The county's published lists: a folder with <c>root.pem</c> and every bundle, the same that goes to the boxes.</summary>
/// <param name="folder">The folder.</param>
sealed class CountyLists(string folder)
{
    /// <summary>What a box that has everything in the folder has in force.</summary>
    /// <exception cref="InvalidDataException">The root is missing, or a bundle in the folder is refused.</exception>
    public BundleState State()
    {
        var (state, steps) = BundleRule.OfferAll(new(RootFile.Read(Path.Combine(folder, "root.pem"))), BundleFolder.Read(folder));
        foreach (var (name, step) in steps)
        {
            // An older whole list and the changes to it are both superseded by what came after; anything else is a mistake to mend first.
            if (step is BundleStep.Refused { WantsWhole: false } refused && refused.Why != BundleRefusal.Older)
                throw new InvalidDataException(Words(name, refused));
        }

        return state;
    }

    /// <summary>Adds a bundle, if boxes will take it.</summary>
    /// <param name="state">What is in force.</param>
    /// <param name="bundle">The bundle.</param>
    /// <param name="from">The version that it changes; null for a whole one.</param>
    /// <returns>What is in force then, and the file.</returns>
    /// <exception cref="InvalidDataException">Boxes would refuse it.</exception>
    public (BundleState State, string File) Publish(BundleState state, ReadOnlyMemory<byte> bundle, int? from = null)
    {
        var accepted = BundleRule.Offer(state, bundle) switch
        {
            BundleStep.Accepted step => step,
            BundleStep.Refused refused => throw new InvalidDataException(Words("新名单 new bundle", refused)),
            _ => throw new InvalidDataException("没有变化。 Nothing has changed."),
        };
        var path = Path.Combine(folder, BundleFolder.NameOf(accepted.Bundle.Header, from));
        using var file = new FileStream(path, FileMode.CreateNew);
        file.Write(bundle.Span);
        return (accepted.Next, path);
    }

    /// <summary>Header of the next version of a kind.</summary>
    public static BundleHeader Next(BundleState state, BundleKind kind, TimeProvider clock) => new(kind, state.VersionOf(kind) + 1, clock.GetUtcNow());

    /// <summary>What is wrong with a bundle, in both languages.</summary>
    public static string Words(string name, BundleStep.Refused refused)
    {
        var words = BundleWords.Of(refused.Why);
        return $"{name}: {words.Chinese}。 {words.English}.{(refused.Detail.Length > 0 ? $" ({refused.Detail})" : "")}";
    }
}
