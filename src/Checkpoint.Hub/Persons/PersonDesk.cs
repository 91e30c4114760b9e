using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Checkpoint.Hub.Ledgers;
using Checkpoint.Hub.Passes.Inspecting;
using Checkpoint.Journaling;
using Checkpoint.Sealing;

namespace Checkpoint.Hub.Persons;

/// <summary>Opens one entry's personal fields: first in memory, then the book, and only then the eyes of whoever asked.</summary>
/// <param name="queries">The ledger.</param>
/// <param name="book">Where it is written down.</param>
/// <param name="clock">The hub's clock.</param>
sealed class PersonDesk(ILedgerQueries queries, IOpeningBook book, TimeProvider clock)
{
    const string Sealed = "sealed";
    const string Skip = "sealed-skip";

    /// <summary>Opens an entry and shows its fields.</summary>
    /// <param name="entry">Which.</param>
    /// <param name="key">The private key.</param>
    /// <param name="opener">Who asks.</param>
    /// <param name="reason">Why.</param>
    /// <param name="output">Gets the fields.</param>
    /// <exception cref="InvalidDataException">There is nothing that this key opens; the message says why, in both languages.</exception>
    /// <exception cref="IOException">The ledger cannot be read, or the opening not be written down: nothing is shown.</exception>
    public void Open(EntryKey entry, ECDsa key, string opener, string reason, TextWriter output)
    {
        var row = queries.Find(entry)
            ?? throw new InvalidDataException($"{EntryName.Of(entry)}: 台账里没有这条记录。 The ledger has no such entry; look its place up again, or wait until the box has delivered it.");
        using var opening = new OpeningKey(key);
        var fields = opening.TryOpen(TokenOf(row.Record.Canonical), out var fault)
            ?? throw new InvalidDataException($"{EntryName.Of(entry)}: {Words(fault, opening.Id)}");

        book.Add(new(clock.GetUtcNow(), entry, opener, reason, opening.Id));

        foreach (var (name, value) in Lines(fields))
            output.WriteLine($"{name}: {PlainText.Of(value)}");
    }

    static string TokenOf(ReadOnlyMemory<byte> canonical)
    {
        using var json = JsonDocument.Parse(canonical);
        if (Text(json.RootElement, Sealed) is { } token)
            return token;
        throw new InvalidDataException(Text(json.RootElement, Skip) is { } why
            ? $"这条记录未封存个人信息。 This entry was written without the personal fields ({PlainText.Of(why)}): they cannot be brought back."
            : "这条记录没有个人信息。 Nothing personal was registered with this entry.");
    }

    static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    static string Words(OpenFault fault, string key) => fault switch
    {
        OpenFault.NotSealed => "封存内容无法识别。 What stands there is not a sealed text of ours; a newer program may read it.",
        OpenFault.OtherKey => $"用的不是这把密钥，请换密钥。 It was sealed to another key than {key}; take the one that was in use on that day.",
        OpenFault.Damaged => "封存内容已损坏，打不开。 It was changed after it was sealed, or is damaged, and cannot be opened.",
        OpenFault.NotFields => "打开了，内容无法识别。 It opens, but what is in it cannot be read; a newer program may read it.",
        _ => throw new UnreachableException(),
    };

    static IEnumerable<(string Name, string Value)> Lines(PersonalFields fields)
    {
        (string Name, string? Value)[] all =
        [
            ("姓名 name", fields.Name), ("身份证号 ID number", fields.IdNumber), ("出生日期 date of birth", fields.BirthDate),
            ("证书编号 certificate", fields.Certificate), ("电话 phone", fields.Phone), ("车牌 plate", fields.Plate),
            ("从何处来 from", fields.From), ("到何处去 to", fields.To), ("事由 purpose", fields.Purpose),
            .. fields.Occupants.Select(name => ("同车人 occupant", (string?)name)),
        ];
        return all.Where(line => line.Value is not null).Select(line => (line.Name, line.Value!));
    }
}
