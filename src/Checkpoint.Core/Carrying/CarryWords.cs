using Checkpoint.Signals;

namespace Checkpoint.Carrying;

/// <summary>Each refusal in one line: what happened, and what to do next.</summary>
public static class CarryWords
{
    static readonly Dictionary<CarryRefusal, Words> Table = new()
    {
        [CarryRefusal.TooLarge] = new("文件过大，不是传送文件：请删除", "Too large to be a carried file: remove it"),
        [CarryRefusal.NotCarried] = new("不是传送文件，或拷贝不完整：请回到原处重新导出", "Not a carried file, or not all of it: carry it out again at its origin"),
        [CarryRefusal.BadSignature] = new("签名核验不符，内容可能被改：请回到原处重新导出", "The signature does not fit, the content was changed: carry it out again at its origin"),
        [CarryRefusal.Malformed] = new("内容有误：请保留文件并报技术员", "The content is not right: keep the file and call the technician"),
        [CarryRefusal.NewerFormat] = new("由较新的程序写成：请先升级本机", "Made by a newer program: upgrade this machine first"),
        [CarryRefusal.UnknownDevice] = new("中心不认识这个卡点盒：请先写入 Fleet:Devices", "The box is not in the fleet: add it to Fleet:Devices first"),
        [CarryRefusal.OtherKey] = new(
            "签名密钥与该盒首次登记的不同：请到盒上用 carry key 核对，确属该盒再执行 carry trust",
            "Signed by another key than this box's first: compare it with carry key at the box, then carry trust if it is the box's"),
        [CarryRefusal.UnknownHub] = new("本机不认识中心的签名密钥：请先导入新的信任名单", "The hub's key is not on the trust list here: import the newest trust list first"),
        [CarryRefusal.OtherBox] = new("给别的卡点盒的，已略过", "For another box, passed over"),
        [CarryRefusal.PartsMissing] = new("码没有扫全：请补扫所缺的", "Not all codes were scanned: scan those that are missing"),
    };

    /// <summary>The line for a refusal.</summary>
    /// <exception cref="KeyNotFoundException">The refusal is <see cref="CarryRefusal.None"/>.</exception>
    public static Words Of(CarryRefusal refusal) => Table[refusal];

    /// <summary>The line in both languages.</summary>
    /// <exception cref="KeyNotFoundException">The refusal is <see cref="CarryRefusal.None"/>.</exception>
    public static string Line(CarryRefusal refusal) => $"{Of(refusal).Chinese}。 {Of(refusal).English}.";
}
