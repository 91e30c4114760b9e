using System.Collections.Immutable;
using Checkpoint.Passes.Hc1;
using Checkpoint.Passes.Identity;
using Checkpoint.Passes.Nzcp;
using Checkpoint.Passes.Shc;

namespace Checkpoint.Passes;

/// <summary>Every kind of code that a gate knows.</summary>
static class PassFormats
{
    static readonly ImmutableArray<PassFormat> All =
        [new Gp1Format(), new Hc1Format(), new ShcFormat(), new NzcpFormat(), new NationalIdFormat(), new HealthCodeFormat(), new CarryCodeFormat()];

    /// <summary>The kind that a text begins like; null for none.</summary>
    public static PassFormat? Of(string text)
    {
        foreach (var format in All)
        {
            if (format.Recognises(text))
                return format;
        }

        return null;
    }
}
