using System.ComponentModel.DataAnnotations;

namespace Checkpoint.Hub.Configuration;

/// <summary>The text names a ledger. An empty one is <see cref="RequiredAttribute"/>'s to refuse.</summary>
[AttributeUsage(AttributeTargets.Property)]
sealed class LedgerConnectionAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is not string { Length: > 0 } text || LedgerOptions.FileOf(text) is not null || LedgerOptions.IsPostgres(text);

    public override string FormatErrorMessage(string name) => "Data Source=FILE (SQLite) or Host=…;Database=… (PostgreSQL)";
}
