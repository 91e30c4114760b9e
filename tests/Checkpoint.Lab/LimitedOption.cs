using System.CommandLine;
using System.CommandLine.Parsing;

namespace Checkpoint.Lab;

/// <summary>Options of verbs that take a whole number in a range.</summary>
static class LimitedOption
{
    /// <summary>Makes one, whose help and whose refusal name the range.</summary>
    /// <param name="name">Name with its dashes.</param>
    /// <param name="what">What it is, a sentence.</param>
    /// <param name="usual">Taken when it is not given.</param>
    /// <param name="least">Least value.</param>
    /// <param name="most">Greatest value.</param>
    public static Option<int> Create(string name, string what, int usual, int least, int most)
    {
        var option = new Option<int>(name) { Description = $"{what} {least} to {most}.", DefaultValueFactory = _ => usual };
        option.Validators.Add((OptionResult result) =>
        {
            if (result.GetValueOrDefault<int>() is var given && (given < least || given > most))
                result.AddError($"{name} {given}: expected {least} to {most}.");
        });
        return option;
    }
}
