using Checkpoint.Edge;
using Checkpoint.Edge.Scanning;
using Checkpoint.Hosting.Native;

// Before anything else is loaded: the gate starts it again whenever it is lost, and waits for it.
if (args is [ScannerStart.Verb])
    return ScanCommand.Run();

NativeHeap.UseOneArena();
return await EdgeCommands.RunAsync(args);
