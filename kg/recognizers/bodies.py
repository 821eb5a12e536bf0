"""Institutions that no list holds, by their head word and the right left edge.

主题教育中央第十八巡回指导组, 中国人民银行货币政策司, 中美、中欧金融工作组, 二十国集团可持续金融工作组,
十四届全国人大民族委员会、外事委员会, 美国财政部, 中国政府; and what refers back to one: 该行, 该所.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon import COUNTRIES, GENERIC_MODIFIERS, either
from kg.model import Kind
from kg.recognizers.found import Found, Layer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HAN = "\u4e00-\u9fff"
NUMERAL = "[一二三四五六七八九十百]"
DEPARTMENT = re.compile(
    rf"(?!各)[{HAN}（）]{{1,9}}?(?:司|局|处|部|室|厅|中心|研究所|研究院|学院|总部|分行|支行|营业管理部|委员会|事务所|公司|报社)"
)
GROUP = re.compile(
    rf"(?:(?!派|成立|设立|建立|组成|组织|和|与|及|的|等|将|在)[{HAN}“”]){{0,12}}?(?:工作组|领导小组|指导组|巡视组|督导组|督查组|纪检监察组|纪检组|协调小组|专班|联席会议)"
)
COUNTRY_PAIR = "中美|中欧|中英|中法|中德|中日|中俄|中韩|中印|中澳|中瑞|中意|中新|中加|中沙|中巴|中非|中阿"
PAIRS = re.compile(
    rf"((?:{COUNTRY_PAIR})(?:、(?:{COUNTRY_PAIR}))+)([{HAN}]{{0,6}}(?:工作组|联合工作组|对话机制))"
)
PAIR = re.compile(rf"(?:{COUNTRY_PAIR})[{HAN}]{{0,6}}(?:工作组|联合工作组)")
STATIONED = re.compile(
    rf"(?:中央纪委国家监委|中央纪委监察部|中央纪委|中纪委)驻([{HAN}]{{2,16}}?)(?:纪检监察组|纪检组)"
)
INSPECTION = re.compile(
    rf"(?:主题教育)?(?:中央|省委|市委)?第{NUMERAL}{{1,4}}(?:巡回)?(?:指导组|巡视组|督导组|督查组|巡察组)"
)
SESSION = re.compile(rf"第?{NUMERAL}{{1,4}}届$")
CONGRESSES = ("全国人大", "全国政协", "全国人民代表大会", "全国人大常委会", "全国政协常委会")
COMMITTEE = re.compile(
    r"(?:宪法和法律|监察和司法|内务司法|财政经济|教育科学文化卫生|教科文卫|外事|华侨|环境与资源保护|环境资源保护|农业与农村|社会建设|民族|法律|预算工作|法制工作|香港基本法|澳门基本法|代表资格审查)委员会"
)
COMMITTEE_GAP = re.compile("(?:常委会|、|和|，)?")
PRESIDIUM = re.compile("(?:大会)?主席团(?!会议)")
FOREIGN = tuple(c for c in COUNTRIES if c not in ("中国", "中方", "美方", "欧盟"))
INITIALS = {
    "美": "美国",
    "日": "日本",
    "英": "英国",
    "法": "法国",
    "德": "德国",
    "俄": "俄罗斯",
    "韩": "韩国",
    "乌": "乌克兰",
    "伊": "伊朗",
    "叙": "叙利亚",
    "朝": "朝鲜",
}
MINISTRY = either(
    "财政部 商务部 外交部 国防部 司法部 国务院 国会 参议院 众议院 议会 央行 中央银行 政府 国家安全委员会 最高法院 能源部 农业部 卫生部 内政部 劳工部 交通部 教育部 环境部 国土安全部 证券交易委员会 国家银行 总统府 国民议会 联邦议院 贸易代表办公室 国防军 内阁 经济部 工业和贸易部 气象厅 防卫省 外务省 财务省 经济产业省 统计局 国家统计局 劳工统计局 海关 移民局"
)
ABROAD = re.compile(
    rf"(?P<country>{either(' '.join(FOREIGN), '中国')}|(?<![0-9中北南欧日英对和与])[{''.join(INITIALS)}](?=[财国司参众央]))(?P<body>{MINISTRY})(?![门军债])"
)
PROVINCES = "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 香港 澳门 深圳 广州 雄安新区"
LOCAL = re.compile(
    rf"{either(PROVINCES)}(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区|特区)?(?:[{HAN}]{{2,3}}(?:市|区|县))?"
    r"(?:人民政府|政府|省委|市委|区委|县委|党委|纪委监委|纪委|人大常委会|人大|政协|高级人民法院|人民检察院|发展改革委|发改委|工信厅|商务厅|商务局|教育厅|教育局|住建厅|住房和城乡建设厅|住房城乡建设厅|证监局|银保监局|金融监管局|税务局|公安厅|公安局|生态环境厅|卫健委|卫生健康委|国资委|人社厅|人力资源社会保障厅|科技厅|市场监管局|农业农村厅|水利厅|交通运输厅|统计局|金融办|财政厅|财政局|地方金融监管局)(?!员)"
)
LOCAL_PARTY = re.compile(
    rf"{either(PROVINCES)}(?:省|市|自治区)?委(?=书记|副书记|常委|、|召开|举行|印发|领导|主要)"
)
JOINT_CONTROL = re.compile(rf"国务院[{HAN}]{{0,24}}?联防联控(?:工作)?机制")
EMBASSY = re.compile(rf"{either(' '.join(FOREIGN), '中国')}驻[{HAN}]{{2,10}}?(?:大使馆|总领事馆|领事馆|使馆)")
AGENCY = re.compile(rf"路透(?=[{HAN}]{{2,6}}\d{{1,2}}月\d{{1,2}}日)")
OF_LAW = re.compile(
    rf"国务院(?!有关|各|相关)[{HAN}]{{2,12}}?(?:监督管理机构|管理机构|主管部门|行政部门|监督管理部门)|(?:存款保险|投资者保护|[{HAN}]{{2,6}}保障)基金管理机构"
)
MECHANISM = re.compile(
    rf"(?:参加|加入|依托|建立健全|建立|参与|发挥好?)(?P<name>[{HAN}“”]{{4,16}}?(?:协调机制|部际联席会议|工作联席会议))(?!制)"
)
COMPANY = re.compile("(?:股份有限公司|有限责任公司|有限公司|集团公司|总公司)")
STEM = re.compile(rf"[{HAN}A-Z]{{2,14}}$")
HEADS = """
    交易所 委员会 监管局 管理局 办公室 研究院 研究所 研究中心 协会 学会 商会 联合会 基金会 交易中心 结算所 法院 检察院 总局 总署 证监局 银保监局 联合社 登记公司 大学 通讯社 电视台 使馆 领事馆 集团 银行 事务所 联盟 公会 促进会 总会 联谊会 党校
"""
HEADED = re.compile(
    rf"(?:{either(HEADS)})(?![{HAN}]?(?:议|员$|员们)|生|国家|成员|化|业|间|股|家|卡|券|系|类|存|贷|账|体)"
)
EDGE = re.compile(r".*(?:[的在由与和及向对为被将经从于是、了到至同要等就并把让给据该其使受赴以])")
VERB_EDGE = re.compile(
    r".*"
    + either("""
        召开 举行 主持 出席 参加 成立 设立 组建 表示 指出 发布 印发 会同 联合 以及 根据 按照 通过 建立 健全 完善 依托 推动 加强 支持 听取 审议 牵头 负责 其中 包括 目前 今天 日前 近日 领导 作为 关于 来自 担任 兼任 任命 组织 加快 推进 深化 完成
        经过 依法 提请 批准 决定 增补 递补 提升 发挥 重视 敦促 致信 欢迎 祝贺 复信 会见 致电 当选 来到 帮助 选举 访问 考察 前往 走进 需要 获得 用好 委托 授权 派出 接受 宣布 进入 或者 分别 表决 选 派 毕业 创办 筹备 扩展 合作 联系 位于 服务 开展 进一步
        充分 实现 代表 获悉 报道 显示 认为 称 说 没有 可以 如果 还 也 已 不 有关 驻 更好地 好 指导 加入 参与 申请 撤销 起诉 敦促 要求 呼吁 调查 隶属 邀请 就读 考上 原 前 现 时任 当地 连续 告诉 针对 围绕 借助 利用 投保 吸收 存放 境外 境内 直接 办 见证 参观 下调 上调 深入 一旦 制裁 鼓励 引导 经过 样 求 祝愿 谴责 控制 打击 走访 看望 慰问 率领 带领 期间 其间 逐步 扩大 稳步 统一 过程中 会上 基础上 框架下 领导下 当天
        """)
)
PREFIXED = frozenset("驻 原 前 现 选 派 还 也 已 不 好 称 说".split())
GENERIC = re.compile(
    "^"
    + either(
        " ".join(GENERIC_MODIFIERS),
        """这 那 本 该 其 两 三 四 五 六 七 八 九 十 几 数 每 新 省级 市级 县级 基层 国家级 社会 专业 专门 地方 行业 政府 民间 上级 下级 主管 监督 监管 管理 执法 司法 审计 人民 相关 国有 民营 上市 外资 股份 居民 村民 业主 个 一个 一家 任何 各专门 常务 工作
        商业 村镇 政策性 开发性 农村 城市 投资 民营 代理 清算 中小 结算 合作 外国 外资 参加 存款 贷款 托管 同业 开户 发卡 跨国 产业 企业 大型 重点 综合 高等 老年 职业 著名 理工 名牌 国外 海外 世界一流 一流 双一流 战略 军事 政治 经济 贸易 关税 货币 创新 产学研 常任 全国各 传统 影子 中央$ 直销 私人 主要
        联邦最高 中级 高级 基层 地区 国际刑事法 证券 期货 科研 检察 审判 纪律 党的 普通 家委 村 街道 社区 居 学生 校 共产 宝贝 青年 女 银行 信息 资产 中资 华资 境外 境内 网上 手机 移动 电话 互联网 虚拟 区域性 系统重要性 全国性 股份制 住房 储蓄 绿色 全球 多边 中心$ 双边 开发 控股 主办 承办 传媒 科技 汽车 媒体 艺术 财团 犯罪 武装 黑客 贩毒 利益 诈骗 航母 打击群""",
    )
)
PARTIAL = re.compile("一家|一所|一个|之一|各|多家|有关|所谓|什么|怎样|这|那|第一所|两")
OF_PLACE = re.compile(either(PROVINCES, " ".join(FOREIGN)))
LONGEST_STEM = 14
REFERS = {
    "行": "行",
    "所": "所",
    "局": "局",
    "会": "会",
    "部": "部",
    "公司": "公司",
    "组织": "组织",
    "机构": "",
    "银行": "行",
    "协会": "协会",
    "集团": "集团",
    "委员会": "委员会",
    "交易所": "交易所",
}
STATIONED_TEAM = re.compile("派驻纪检监察组|驻行纪检监察组|派驻纪检组")
REFERRING = re.compile(
    "该(?:公司|组织|机构|银行|协会|集团|委员会|交易所|行(?!业|为|动|程)|所(?![有以在谓需])|局(?![面势])|会(?![议谈晤员]))"
)


def find_bodies(text: str, layer: Layer, begin: int, end: int) -> Iterator[Found]:
    """Yield the institutions of a sentence (a range of the text) that are not known as a whole."""
    part = text[begin:end]
    yield from _coordinated(part, begin)
    for pattern, reason in PLAIN:
        for match in pattern.finditer(part):
            yield Found(
                begin + match.start(), begin + match.end(), Kind.INSTITUTION, match.group(), (), reason
            )
    for match in MECHANISM.finditer(part):
        yield Found(
            begin + match.start("name"),
            begin + match.end("name"),
            Kind.INSTITUTION,
            match["name"],
            (),
            "mechanism taken part in",
        )
    for match in ABROAD.finditer(part):
        label = INITIALS.get(match["country"], match["country"]) + match["body"]
        known = layer.ending(begin + match.end()) if match["country"] == "中国" else None
        entries = known.entries if known is not None and known.kind is Kind.INSTITUTION else ()
        yield Found(
            begin + match.start(), begin + match.end(), Kind.INSTITUTION, label, entries, "body of a country"
        )
    for known in layer.within(begin, end):
        if known.kind is Kind.INSTITUTION:
            yield from _session(text, begin, known)
            yield from _department(text, layer, known)
    yield from _committees(text, layer, begin, end)
    yield from _headed(text, layer, begin, end)


PLAIN = (
    (STATIONED, "stationed inspection team"),
    (INSPECTION, "numbered team"),
    (PAIR, "bilateral group"),
    (OF_LAW, "body by its duty"),
    (AGENCY, "agency in a dateline"),
    (LOCAL, "local body"),
    (LOCAL_PARTY, "local body"),
    (EMBASSY, "embassy"),
    (JOINT_CONTROL, "mechanism of the State Council"),
)


def _coordinated(part: str, offset: int) -> Iterator[Found]:
    """中美、中欧金融工作组: each member of the row with the shared head."""
    for match in PAIRS.finditer(part):
        at = offset + match.start()
        pairs = match[1].split("、")
        for number, pair in enumerate(pairs, 1):
            tail = len(match[2]) if number == len(pairs) else 0
            yield Found(at, at + len(pair) + tail, Kind.INSTITUTION, pair + match[2], (), "coordination")
            at += len(pair) + 1


def _session(text: str, begin: int, known: Found) -> Iterator[Found]:
    """十四届全国人大: the congress with its number."""
    before = SESSION.search(text, max(begin, known.begin - 6), known.begin)
    if before and known.label.startswith(("全国人大", "全国政协", "全国人民代表大会")):
        own = known.label in ("全国人大", "全国政协", "全国人民代表大会")
        yield Found(
            before.start(),
            known.end,
            Kind.INSTITUTION,
            text[before.start() : known.end],
            () if own else known.entries,
            "congress with its number",
        )


def _department(text: str, layer: Layer, known: Found) -> Iterator[Found]:
    """中国人民银行货币政策司 before a title, or a group of a body: 二十国集团可持续金融工作组."""
    for pattern, needs_title in ((GROUP, False), (DEPARTMENT, True)):
        match = pattern.match(text, known.end)
        if match and not EDGE.match(match.group()[:-2]):
            following = layer.starting(match.end())
            if not needs_title or (following is not None and following.kind is None):
                yield Found(
                    known.begin,
                    match.end(),
                    Kind.INSTITUTION,
                    text[known.begin : match.end()],
                    (),
                    "part of a body",
                )
                return


def _committees(text: str, layer: Layer, begin: int, end: int) -> Iterator[Found]:
    """十四届全国人大民族委员会、外事委员会: the committees of a congress, each with its owner's name."""
    owner, at = "", -1
    for match in COMMITTEE.finditer(text, begin, end):
        before = layer.ending(match.start())
        whole = layer.ending(match.end())
        if whole is not None and whole.label.startswith("全国人大"):
            number = SESSION.search(text, max(begin, whole.begin - 6), whole.begin)
            owner, at = text[number.start() if number else whole.begin : match.start()], match.end()
        elif before is not None and before.label in CONGRESSES:
            number = SESSION.search(text, max(begin, before.begin - 6), before.begin)
            start = number.start() if number else before.begin
            owner, at = text[start : before.end], match.end()
            yield Found(
                start, match.end(), Kind.INSTITUTION, text[start : match.end()], (), "committee of a congress"
            )
        elif owner and COMMITTEE_GAP.fullmatch(text, at, match.start()):
            at = match.end()
            yield Found(
                match.start(), match.end(), Kind.INSTITUTION, owner + match.group(), (), "committee in a row"
            )
        elif text[match.start() - 1 : match.start()] in "、，。；：“ \n" or before is not None:
            yield Found(
                match.start(), match.end(), Kind.INSTITUTION, match.group(), (), "committee of a congress"
            )
    for match in PRESIDIUM.finditer(text, begin, end):
        yield Found(match.start(), match.end(), Kind.INSTITUTION, "大会主席团", (), "presidium")


def _headed(text: str, layer: Layer, begin: int, end: int) -> Iterator[Found]:
    for pattern in (COMPANY, HEADED):
        for match in pattern.finditer(text, begin, end):
            before = STEM.search(text, max(begin, match.start() - LONGEST_STEM), match.start())
            if before is None:
                continue
            start, stop, stem = before.start(), match.end(), before.group()
            for edge in (EDGE, VERB_EDGE):
                if cut := edge.match(stem):
                    start += cut.end()
                    stem = stem[cut.end() :]
            if found := _checked(text, layer, start, stop, stem):
                yield found


def _checked(text: str, layer: Layer, start: int, stop: int, stem: str) -> Found | None:
    """The name if it is none of the generic ones, and cuts no known name at its left edge."""
    name = text[start:stop]
    if len(stem) < 2 or GENERIC.match(name) or PARTIAL.search(stem):
        return None
    if name.endswith("银行") and not OF_PLACE.match(name):
        following = layer.starting(stop)
        if following is None or following.kind is not None:
            return None
    known = next(
        (
            f
            for f in layer.within(max(0, start - 12), stop)
            if f.begin < start < f.end
            or (
                f.begin > start
                and f.end == stop
                and not (
                    text[start:stop].endswith("委员会") and f.end - f.begin <= 5 and f.begin - start >= 4
                )
            )
        ),
        None,
    )
    if known is not None and known.kind is not None:
        return None
    whole = layer.starting(start)
    if (
        whole is not None
        and whole.kind is Kind.INSTITUTION
        and whole.label.endswith("委")
        and text[whole.end : stop] == "员会"
    ):
        return Found(start, stop, Kind.INSTITUTION, name, whole.entries, "known name in full")
    return Found(start, stop, Kind.INSTITUTION, name, (), "head word")


def referred(text: str, found: Iterable[Found]) -> Iterator[Found]:
    """Yield the places of 该行, 该所, 该公司, each turned to the last body before it that has this head."""
    bodies = [f for f in found if f.kind is Kind.INSTITUTION]
    for whole in {
        f.label: f for f in bodies if f.reason == "body by its duty" and f.label.startswith("国务院")
    }.values():
        for match in re.finditer(f"(?<!国务院){re.escape(whole.label[3:])}", text):
            yield Found(
                match.start(), match.end(), Kind.INSTITUTION, whole.label, (), "short for the body before"
            )
    stationed = [f for f in bodies if STATIONED.fullmatch(f.label)]
    for match in STATIONED_TEAM.finditer(text) if stationed else ():
        yield Found(
            match.start(),
            match.end(),
            Kind.INSTITUTION,
            stationed[-1].label,
            (),
            "stationed team named before",
        )
    for match in REFERRING.finditer(text):
        tail = REFERS[match.group()[1:]]
        whole = next(
            (
                f
                for f in reversed(bodies)
                if f.end <= match.start()
                and (f.label.endswith(tail) or any(e.label.endswith(tail) for e in f.entries))
            ),
            None,
        )
        if whole is not None and match.start() - whole.end < 400:
            yield Found(
                match.start(), match.end(), Kind.INSTITUTION, whole.label, whole.entries, "coreference"
            )
