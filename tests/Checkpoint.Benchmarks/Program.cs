using BenchmarkDotNet.Running;

// Built by ./test and not run by it. For one class: -- --filter '*PolicyBenchmarks*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
