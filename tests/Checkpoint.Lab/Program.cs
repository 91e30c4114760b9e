using System.CommandLine;
using Checkpoint.Lab.Seeds;

// Everything that is proven or measured and takes longer than a unit test. Each verb ends with a line "N passed, N failed".
var root = new RootCommand("What takes longer than a unit test: proofs, measurements and the demonstration.")
{
    SeedsCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
