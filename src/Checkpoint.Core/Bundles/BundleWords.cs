using Checkpoint.Signals;

namespace Checkpoint.Bundles;

/// <summary>Each refusal in one line: what happened, and what to do next.</summary>
public static class BundleWords
{
    static readonly Dictionary<BundleRefusal, Words> Table = new()
    {
        [BundleRefusal.TooLarge] = new("名单包过大：请县里重新签发", "The bundle is too large: have it made again"),
        [BundleRefusal.NotABundle] = new("不是签名名单包，或文件不完整：请重新拷贝", "Not a signed bundle, or not all of it: copy it again"),
        [BundleRefusal.Algorithm] = new("签名算法不受支持：请用 ES256 重新签发", "The signature's algorithm is not taken: sign again with ES256"),
        [BundleRefusal.UnknownSigner] = new("本机不认识签发密钥：请先导入新的信任名单", "The signer is not known here: import the newest trust list first"),
        [BundleRefusal.BadSignature] = new("签名核验不符，内容可能被改：请从中心重新取", "The signature does not fit: the content was changed; get it from the centre again"),
        [BundleRefusal.SignerNotAllowed] = new("该密钥无权签发此类名单：请用有权的密钥签发", "That key may not sign this kind: sign with one that may"),
        [BundleRefusal.SignerOutOfDate] = new("签发密钥当时不在有效期：请用新密钥签发", "The signer's key was out of its time: sign with a newer key"),
        [BundleRefusal.Malformed] = new("名单内容有误：请县里改正后重新签发", "The content is not right: have it mended and signed again"),
        [BundleRefusal.NewerFormat] = new("名单格式比本机程序新：请先升级程序", "Made for a newer program: upgrade this box first"),
        [BundleRefusal.WrongKind] = new("名单种类与位置不符：请放到对应位置", "Another kind than its place says: put it where it belongs"),
        [BundleRefusal.Older] = new("比本机用过的版本旧：请取最新的", "Older than one that was in force here: get the newest"),
        [BundleRefusal.Conflict] = new("同一版本号内容不同：请中心换新版本号签发", "Another content under a known version: sign it under a new one"),
        [BundleRefusal.SignedEarlier] = new("版本号更高但签发时间更早：请检查签发电脑的时钟", "A higher version signed earlier: check the clock where it was signed"),
        [BundleRefusal.WrongBase] = new("增量与本机版本接不上：请取完整名单", "The changes do not follow from the version here: get the whole list"),
        [BundleRefusal.TooManyDeltas] = new("增量过多：请取完整名单", "Too many changes since a whole list: get the whole list"),
        [BundleRefusal.Harmful] = new("规则会把居民挡在门外或拦住应急车辆：请改正后重新签发", "These rules would lock somebody out or stop an emergency vehicle: mend them and sign again"),
    };

    /// <summary>The line for a refusal.</summary>
    /// <exception cref="KeyNotFoundException">The refusal is <see cref="BundleRefusal.None"/>.</exception>
    public static Words Of(BundleRefusal refusal) => Table[refusal];
}
