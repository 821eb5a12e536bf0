"""Bodies that their head word shows (……交易所, ……有限公司, ……大学), with the left edge where a verb or a small word ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon import COUNTRIES, GENERIC_MODIFIERS, either
from kg.model import Kind
from kg.recognizers.edges import behind_count, behind_verb
from kg.recognizers.found import Found, Layer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.clauses import Grammar

HAN = "\u4e00-\u9fff"
FOREIGN = tuple(c for c in COUNTRIES if c not in ("中国", "中方", "美方", "欧盟"))
LANDS = "美俄法德英日韩印澳欧阿巴白哈越老柬泰马新意西葡墨智秘古加乌塔吉土伊沙埃非拉尼缅蒙捷匈波塞希瑞荷比丹挪芬爱奥以科卡约苏肯坦安赞津刚喀南"
"""The characters that countries are told by beside 中 (中德, 中欧)."""
COUNTRY = re.compile(rf"{either(' '.join(FOREIGN))}\Z")
"""The name of a foreign country that ends a range."""
PROVINCES = "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 香港 澳门 深圳 广州 雄安新区"
COMPANY = re.compile("(?:股份有限公司|有限责任公司|有限公司|集团公司|总公司)")
COMPANY_ENDS = ("股份有限公司", "有限责任公司", "有限公司")
COMPANY_ABROAD = re.compile(
    rf"(?:{either(' '.join(FOREIGN))})(?!(?:大型|跨国|上市|评级|本土|科技|互联网|石油|企业|中资|总|分|子|航空|汽车)公司|[一两三][家大]?|著名|知名|违规|多家)(?:(?![的在了和与是为等对将从据由、家个向就到访出之某各多])[{HAN}]){{2,6}}公司(?!们)"
)
"""A foreign company that goes by its country (俄罗斯铁路公司)."""
STEM = re.compile(rf"[{HAN}A-Z]{{2,14}}$")
HEADS = """
    交易所 委员会 监管局 管理局 办公室 研究院 研究所 研究中心 协会 学会 商会 联合会 基金会 交易中心 结算所 法院 检察院 总局 总署 证监局 银保监局 联合社 登记公司 大学 通讯社 电视台 使馆 领事馆 集团 银行 事务所 联盟 公会 促进会 总会 联谊会 党校 人民政府 证券 信托 基金
"""
HEADED = re.compile(
    rf"(?:{either(HEADS)})(?<!协商会)(?<!招商会)(?<!中学会)(?<!广大学)(?<!南联盟)(?![{HAN}]?(?:议|员$|员们)|(?<=联合会)商|生|计|问(?![题责])|号|国家|成员|化|业|间|股|家|卡|券|系|类|存|贷|账|体)"
)
EDGE = re.compile(
    r".*(?:[的在由与及向对为被将从于是、至要就并把让给据该其此使受赴以]|(?<!共)和|了(?!解)|到(?!访)|同(?![体济仁方煤盟])|等(?!待)|经(?![济贸营]))"
)
VERB_EDGE = re.compile(
    r".*(?:"
    + either("""
        召开 举行 主持 出席 参加 成立 设立 组建 表示 指出 发布 印发 会同 联合 以及 根据 按照 通过 建立 健全 完善 依托 推动 加强 支持 听取 审议 牵头 负责 其中 包括 目前 今天 日前 近日 领导 作为 关于 来自 担任 兼任 任命 组织 加快 推进 深化 完成
        经过 依法 提请 批准 决定 增补 递补 提升 发挥 重视 敦促 致信 欢迎 祝贺 复信 会见 致电 当选 来到 帮助 选举 访问 考察 前往 走进 需要 获得 用好 委托 授权 派出 接受 宣布 进入 或者 分别 表决 选 派 毕业 创办 筹备 扩展 联系 位于 服务 开展 进一步
        充分 实现 代表 获悉 报道 显示 认为 称 说 没有 可以 如果 还 也 已 不少 有关 驻 更好地 好 指导 加入 参与 申请 撤销 起诉 要求 呼吁 调查 还有 隶属 邀请 就读 考上 原 前 现 时任 当地 连续 告诉 针对 围绕 借助 利用 投保 吸收 存放 境外 境内 直接 办 见证 参观 下调 上调 深入 一旦 制裁 鼓励 引导 样 求 祝愿 谴责 控制 打击 走访 看望 慰问 率领 带领 期间 其间 逐步 扩大 稳步 统一 过程中 会上 基础上 框架下 领导下 当天 制定 制订 出台 起草 编制 修订 修改 着力 构建 等待 避免 确保 理顺 认定 建成 打造 创建 新建 增设 开设 争创 关闭 拥有 建好 办好 管好 抢占 收购 入驻 了解 率先建设 乘坐 允许 接入 考入 预计 希望 抵达 冲击 援引 免去 辞去 履行 筹建 结束 考虑 鼓吹 警惕 开始 主动 意图 到访 严惩 互设 兼 壮 借鉴 效仿 解散 取缔 改组 重组 回应 离开 结成 重开 空袭 激励 审定
        """)
    + "|不(?!锈钢|动产))"
)
GENERIC = re.compile(
    "^"
    + either(
        " ".join(GENERIC_MODIFIERS),
        """这 那 本 该 其 两 三 四 五 六 七 八 九 十 几 数 每 新 省级 市级 县级 基层 国家级 社会 专业 专门 地方 行业 政府 民间 上级 下级 主管 监督 监管 管理 执法 司法 审计 人民 相关 国有 民营 上市 外资 股份 居民 村民 业主 个 一个 一家 任何 各专门 常务 工作
        商业 村镇 政策性 开发性 农村 城市 投资 代理 清算 中小 结算 合作 外国 参加 存款 贷款 托管 同业 开户 发卡 跨国 产业 企业 大型 重点 综合 高等 老年 职业 著名 理工 名牌 国外 海外 世界一流 一流 双一流 战略 军事 政治 经济 贸易 关税 货币 创新 产学研 高水平 附近 立志 知名 世界百强 常任 全国各 传统 影子 中央$ 直销 私人 主要
        联邦最高 中级 高级 地区 国际刑事法 证券 期货 科研 检察 审判 纪律 党的 普通 家委 村 街道 社区 居 学生 校 共产 宝贝 青年 女 银行 信息 资产 中资 华资 境外 境内 网上 手机 移动 电话 互联网 虚拟 区域性 系统重要性 全国性 股份制 住房 储蓄 绿色 全球 多边 中心$ 双边 开发 控股 主办 承办 传媒 科技 汽车 媒体 艺术 财团 犯罪 武装 黑客 贩毒 利益 诈骗 航母 打击群 涉黑 涉恶 涉毒 一批 智慧 数字 模范 全国法院 全国检察院 中行业 金融办公室 非法 上述 整个 所属 一般 特大型 直辖市 研究型 执政 基层 首个 首家 试点 择任一 全国首家 全国四级 全国许多 全国大学 一审 二审 成员协会 远程 专题协商 地产集团 钢铁协会 国家工程""",
    )
)
COMMON = frozenset(
    "小组办公室 律师事务所 专家委员会 执行法院 国家法院 信托有限公司 网络科技有限公司 环保科技股份有限公司 执行委员会 评估委员会".split()
)
"""Common nouns that a head word makes."""
PARTIAL = re.compile("最大|方式|一家|一所|一个|之一|各|多家|有关|所谓|什么|怎样|这|那|第一所|两")
OF_PLACE = re.compile(either(PROVINCES, " ".join(FOREIGN)))
HAN_CHAR = re.compile(rf"[{HAN}]")
ACTS_AS_BODY = re.compile(
    "(?:今天|日前|近日|昨天|正式|将)*(?:召开|举行|举办|发布|宣布|印发|表示|推出|决定|加入)"
)
KINDS_OF_PLACE = frozenset(
    "直辖市 自治区 自治州 自治县 设区市 设区的市 较大市 地级市 县级市 不设区的市 市辖区".split()
)
LONGEST_STEM = 14
JOINED = re.compile(
    rf"(?P<first>(?:中国|全国|国家|亚洲|国际)(?:(?![的在对为和与将要人])[{HAN}]){{2,6}})(?<![院台馆局委会行部])(?<!中心)(?<!机关)[与和](?:(?![的在对为将要和与])[{HAN}]){{1,8}}$"
)


def find_headed(text: str, layer: Layer, begin: int, end: int, grammar: Grammar) -> Iterator[Found]:
    """Yield the bodies of a range that a head word shows."""
    for pattern in (COMPANY, HEADED):
        for match in pattern.finditer(text, begin, end):
            before = STEM.search(text, max(begin, match.start() - LONGEST_STEM), match.start())
            if before is None:
                continue
            joined = _joined(text, layer, begin, match.start())
            start = joined if joined is not None else _left(text, before.start(), match.start(), grammar)
            named = _checked(text, layer, start, match.end(), text[start : match.start()])
            if named is not None:
                yield named


def _left(text: str, start: int, end: int, grammar: Grammar) -> int:
    """Where the name in a range begins: behind the words that are none of it, a count, and a verb."""
    for edge in (EDGE, VERB_EDGE):
        cut = edge.match(text[start:end])
        start += cut.end() if cut else 0
    return behind_verb(text, behind_count(text, start, end), end, grammar)


def _joined(text: str, layer: Layer, begin: int, end: int) -> int | None:
    """Where a name with 与 or 和 in it begins (中国物流与采购联合会), no body of its own before the 与."""
    joined = JOINED.search(text, max(begin, end - LONGEST_STEM), end)
    if joined is None or layer.of_kind(Kind.INSTITUTION, joined.start(), joined.end("first")):
        return None
    return joined.start()


def _checked(text: str, layer: Layer, start: int, stop: int, stem: str) -> Found | None:
    """The name if it is none of the generic ones, and cuts no known name at its left edge."""
    name = text[start:stop]
    generic = len(stem) < 2 or name in COMMON or GENERIC.match(name) or PARTIAL.search(stem)
    if generic or not _shown(text, layer, start, stop) or _cuts_known(text, layer, start, stop):
        return None
    whole = layer.starting(start)
    rest = text[whole.end : stop] if whole is not None and whole.end < stop else ""
    lengthened = rest in COMPANY_ENDS or (rest == "员会" and whole is not None and whole.label.endswith("委"))
    if whole is not None and lengthened and whole.kind is Kind.INSTITUTION:
        return Found(start, stop, Kind.INSTITUTION, name, whole.entries, "known name in full")
    return Found(start, stop, Kind.INSTITUTION, name, (), "head word")


def _shown(text: str, layer: Layer, start: int, stop: int) -> bool:
    """Whether what stands around a name with a weak head (银行, 证券, 人民政府) shows that it is a body's."""
    name = text[start:stop]
    following = layer.starting(stop)
    titled = following is not None and following.kind is None
    if name.endswith("银行"):
        opens = start == 0 or not HAN_CHAR.match(text[start - 1])
        return titled or bool(OF_PLACE.match(name)) or (opens and ACTS_AS_BODY.match(text, stop) is not None)
    if name.endswith(("人民法院", "人民检察院")):
        return name.partition("人民")[0][-1:] in "省市区县州旗级高事院路"
    if name.endswith("人民政府"):
        return name[-5] in "省市区县州旗" and name.removesuffix("人民政府") not in KINDS_OF_PLACE
    return titled or not name.endswith(("证券", "信托", "基金"))


def _cuts_known(text: str, layer: Layer, start: int, stop: int) -> bool:
    """Whether a name begins or ends inside a known one, or only lengthens to the left one that ends where it ends."""
    short = 5 if text[start:stop].endswith("委员会") else 0
    for known in layer.within(max(0, start - 12), stop + 12):
        inside = known.begin < start < known.end or start < known.begin < stop < known.end
        ends = known.begin > start and known.end == stop
        if known.kind is not None and (
            inside or (ends and not (known.end - known.begin <= short and known.begin - start >= 4))
        ):
            return True
    return False
