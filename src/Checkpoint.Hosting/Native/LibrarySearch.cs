using System.Runtime.InteropServices;

// Native libraries come from the system's folders, never from where the program happens to be started.
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
