using System.Collections.Immutable;

namespace Checkpoint.Passes.Identity;

/// <summary>
/// Hosts of provincial health codes: the domains of the provinces' governments and of their service portals, where their codes lead to.
/// Being listed proves nothing: the volunteer looks at the colour either way.
/// </summary>
static class HealthCodeHosts
{
    static readonly ImmutableArray<HealthCodeHost> Table =
    [
        new("gjzwfw.gov.cn", "全国", "the nation", "国家防疫健康信息码"),
        new("beijing.gov.cn", "北京", "Beijing", "北京健康宝"),
        new("tj.gov.cn", "天津", "Tianjin", "津门战疫健康码"),
        new("hebei.gov.cn", "河北", "Hebei", "河北健康码"),
        new("hbzwfw.gov.cn", "河北", "Hebei", "河北健康码"),
        new("shanxi.gov.cn", "山西", "Shanxi", "山西健康码"),
        new("sxzwfw.gov.cn", "山西", "Shanxi", "山西健康码"),
        new("nmg.gov.cn", "内蒙古", "Inner Mongolia", "蒙速办健康码"),
        new("ln.gov.cn", "辽宁", "Liaoning", "辽事通健康码"),
        new("lnzwfw.gov.cn", "辽宁", "Liaoning", "辽事通健康码"),
        new("jl.gov.cn", "吉林", "Jilin", "吉祥码"),
        new("hlj.gov.cn", "黑龙江", "Heilongjiang", "龙江健康码"),
        new("sh.gov.cn", "上海", "Shanghai", "随申码"),
        new("shanghai.gov.cn", "上海", "Shanghai", "随申码"),
        new("jiangsu.gov.cn", "江苏", "Jiangsu", "苏康码"),
        new("jszwfw.gov.cn", "江苏", "Jiangsu", "苏康码"),
        new("zj.gov.cn", "浙江", "Zhejiang", "浙江健康码"),
        new("zjzwfw.gov.cn", "浙江", "Zhejiang", "浙江健康码"),
        new("ah.gov.cn", "安徽", "Anhui", "安康码"),
        new("ahzwfw.gov.cn", "安徽", "Anhui", "安康码"),
        new("fujian.gov.cn", "福建", "Fujian", "福建健康码"),
        new("jiangxi.gov.cn", "江西", "Jiangxi", "赣通码"),
        new("jxzwfww.gov.cn", "江西", "Jiangxi", "赣通码"),
        new("shandong.gov.cn", "山东", "Shandong", "山东健康码"),
        new("sd.gov.cn", "山东", "Shandong", "山东健康码"),
        new("henan.gov.cn", "河南", "Henan", "河南健康码"),
        new("hnzwfw.gov.cn", "河南", "Henan", "河南健康码"),
        new("hubei.gov.cn", "湖北", "Hubei", "湖北健康码"),
        new("hunan.gov.cn", "湖南", "Hunan", "湖南居民健康卡"),
        new("gd.gov.cn", "广东", "Guangdong", "粤康码"),
        new("gdzwfw.gov.cn", "广东", "Guangdong", "粤康码"),
        new("gxzf.gov.cn", "广西", "Guangxi", "广西健康码"),
        new("hainan.gov.cn", "海南", "Hainan", "海南健康码"),
        new("cq.gov.cn", "重庆", "Chongqing", "渝康码"),
        new("sc.gov.cn", "四川", "Sichuan", "天府健康通"),
        new("sczwfw.gov.cn", "四川", "Sichuan", "天府健康通"),
        new("guizhou.gov.cn", "贵州", "Guizhou", "贵州健康码"),
        new("yn.gov.cn", "云南", "Yunnan", "云南健康码"),
        new("xizang.gov.cn", "西藏", "Tibet", "西藏健康码"),
        new("shaanxi.gov.cn", "陕西", "Shaanxi", "陕西一码通"),
        new("gansu.gov.cn", "甘肃", "Gansu", "甘肃健康码"),
        new("qinghai.gov.cn", "青海", "Qinghai", "信康码"),
        new("nx.gov.cn", "宁夏", "Ningxia", "宁夏健康码"),
        new("xinjiang.gov.cn", "新疆", "Xinjiang", "新疆健康码"),
    ];

    /// <summary>The health code of a host, or null.</summary>
    /// <param name="host">Lower case, ASCII.</param>
    public static HealthCodeHost? Find(string host) => Table.FirstOrDefault(entry =>
        host.EndsWith(entry.Suffix, StringComparison.Ordinal)
        && (host.Length == entry.Suffix.Length || host[^(entry.Suffix.Length + 1)] == '.'));
}
