"""Documents that no marks show: what a verb of making, issuing or carrying out says to be one, by its head word; in a headline what is out.

制定发展规划; 发布2031年中央预算内投资计划; 新版市场准入负面清单; 稳定就业二十条举措; 关于……的决定草案.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon import either
from kg.model import Kind
from kg.recognizers.bills import PROCEDURE
from kg.recognizers.found import Found
from kg.recognizers.headed import FOREIGN, HAN, LANDS

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTENT_HEADS = """
    行动方案 工作方案 实施方案 改革方案 总体方案 实施意见 指导意见 若干意见 暂行办法 管理办法 实施办法 管理条例 实施细则 监督管理规定 行动计划 发展规划 规划纲要 三年行动计划 三年行动方案 三年行动 若干措施 条例 办法 细则
    白皮书 倡议书 框架协议 联合声明 联合公报 公报 宣言 声明 通知 十年规划 中长期规划 振兴行动 提升行动 攻坚行动 升级行动 行动纲领 行动议程 执行预案 应急预案 五年规划 协定 表决办法
"""
VERBS = """
    落实好 落实 实施好 实施 执行 贯彻 制定 制订 出台 印发 发布 公布 颁布 研究制定 制定出台 制定实施 修订 起草 编制 审议通过 通过 签署 发表 推出 抓好 针对 根据 按照 依据 批准 审议 贯彻落实 完成 启动 启动实施 下发 实行 研究 推动 推进
"""
RELEASED_HEADS = f"{CONTENT_HEADS} 意见 决定 方案 规划 计划 措施 规定 清单 报告 纲要 指引 目录 指南 标准 规范 规程 名录 蓝皮书 绿皮书"
BARE_HEADS = "方案 规划 计划 目录 规则 指引 清单 指南 名录 规程"
MAKING = "审议通过 修订 制定 制订 出台 印发 发布 公布 颁布 研究制定 制定出台 制定实施 落实好 落实 实施好 实施 启动实施 编制 制定并实施 制定和实施 研究制定和实施"
LED_IN = re.compile(
    "^(?:随着)?(?:(?:包括|涵盖|涉及|围绕)[^，。]*?的(?=\\d)|[^，。]*等(?=[\\d一二三四五六七八九十]{1,3}[项条]))?(?:[^，。]*?(?:发布|印发|出台|公布|下发|达成|签署|制定)的)?(?:(?:(?:原则)?通过了|实施|完成|奉行|下发|发表|公开|发布|公布|印发|并发布|落实|出台|同|新修订的|专门的|全新|全国统一的|我国(?:首个|首份|首张)?|中国首[个份]|国家(?!级|[\u4e00-\u9fff]{0,3}战略)))?"
)
LEAD = either(
    "深入 全面 扎实 继续 加快 抓紧 尽快 稳步 大力 持续 有序 组织 并 好 了 国家 新的 新一轮 进一步 有效 认真 推动"
)
NAME = rf"[{HAN}“”0-9、A-Za-z（）+]"
AFTER_VERB = re.compile(
    rf"(?:{either(VERBS)})(?!(?<=研究)[院所室员生会中])(?:{LEAD})*(?P<name>(?:关于)?{NAME}{{2,40}}?{either(CONTENT_HEADS)})"
    r"(?=[，。；、！落\n]|$|(?:和|与|及|以及|等|后|的通知|的规定|的决定|任务))"
)
AFTER_MAKING = re.compile(
    rf"(?:{either(MAKING)})(?:{LEAD})*(?P<name>{NAME}{{2,40}}?{either(BARE_HEADS)})(?=[，。；！\n]|$|(?:和|与|及|以及|等|后|的通知|并))"
)
ITEMS = re.compile(
    rf"(?:落实好|落实|贯彻|实施|出台|新?推出|新推|印发|发布|制定|公布)(?:了)?(?P<name>(?:(?![的了]|一系列)[{HAN}、“”]|的){{0,36}}?(?:\d{{1,3}}|[一二三四五六七八九十]{{1,3}})[条项](?:(?!的)[{HAN}“”]){{0,12}}?(?:措施|举措))(?=[，。；！\n]|$|和|并|等)"
)
INITIATIVE = re.compile(
    rf"(?:落实好?|实施|参与|支持|响应|提出|践行|加入|发起|启动)(?:了)?(?P<name>“[{HAN}、]{{4,24}}倡议”|(?:(?![的了各]|相关|有关|上述)[{HAN}]){{3,14}}倡议)(?![者书国精])"
)
AFTER_RELEASE = re.compile(
    rf"(?:{either('发布 印发 公布 颁布 下发 下达')})(?:实施)?(?:了)?(?:{LEAD})*(?P<name>{NAME}{{4,44}}?(?:{either(RELEASED_HEADS)}|{NAME}{{4}}政策))(?=[，。；！\n]|$|和|并|及|以及|后)"
)
"""What is out, whatever it is called, has a name (下达2031年中央预算内投资计划)."""
TO_DO = "关于 支持 促进 推动 推进 加强 规范 建立 完善 深化 保障 提高 提升 鼓励 扩大 改善 加快 优化 防范 降低 健全 发展 稳定"
DESCRIBED_HEADS = "方案 规划 办法 具体措施 若干措施 若干政策措施 具体办法 实施方案 行动方案"
AFTER_DRAFTING = re.compile(
    rf"(?:{either('制定 制订 出台 研究制定 制定出台 研究出台')})(?:了)?"
    rf"(?P<name>{NAME}{{4,40}}?的(?:意见|决定|通知)|{either(TO_DO)}{NAME}{{4,40}}?的{either(DESCRIBED_HEADS)})(?=[，。；！\n]|$|和|并)"
)
RELEASED = re.compile(
    rf"(?:^|(?<=[。，：；\n]))(?:\d、)?(?P<name>[{HAN}“”0-9、·—A-Za-z]{{4,40}}?{either(RELEASED_HEADS)})(?:今天|今|近日|日前|今日|将|\d{{1,2}}日|正式)*(?:发布|印发|出台|公布|施行|获通过|获批)(?=[。，；\n]|$)",
    re.MULTILINE,
)
"""What a headline says to be out (珠三角金融改革总体方案公布)."""
ACTION = re.compile(
    rf"(?:实施好|实施|启动实施|落实|启动|开展|抓好|推进)(?:{LEAD})*(?:\d{{4}}年(?:度)?)?(?P<name>(?!军事|打击|救援|制裁|专项|集中)[{HAN}“”、A-Za-z+]{{4,24}}?(?<!自觉)(?<!军事)(?<!实际)(?<!具体)行动)”?(?=[，。；！\n]|$|(?:和|与|及|以及|等|各项工作|的落实|落实|落地|任务))"
)
REPORT = re.compile(
    rf"(?:发布|公布|发表)(?:了|的)?(?:新一期|最新一期|最新)?(?P<name>(?!有关|相关)(?:(?![的了])[{HAN}“”A-Z0-9]){{5,30}}?(?:报告|统计数据))(?=[，。；：\n]|$|显示|指出|说|称|认为)"
)
PACKAGE = re.compile(
    rf"(?P<name>“[{HAN}]{{1,10}}\d{{1,3}}条”|“[{HAN}]{{1,6}}[一二三四五六七八九十]{{1,3}}条”|(?:(?!发布|公布|印发|推出|新推|提出|制定|宣布|[的了出抓好落于要将台布])[{HAN}]){{4,16}}\d{{1,3}}条[{HAN}]{{0,8}}?(?:举措|措施))"
)
CONSTITUTION = re.compile(
    rf"(?P<name>(?:{either(' '.join(FOREIGN))})宪法(?!法院|委员会)|(?<![国本新平])宪法(?=和(?:法律(?!委)|基本法)|、法律|赋予|确定的))"
)
BASIC_LAW = re.compile("宪法(?:和|与|、)(?P<name>基本法)")
YEARLY = re.compile(
    rf"(?P<name>(?:国务院)?(?:关于)?\d{{4}}年[{HAN}]{{4,24}}执行情况[与和]\d{{4}}年[{HAN}]{{4,24}}草案的报告)"
)
DRAFT = re.compile(rf"(?<=[及与和、])(?P<name>\d{{4}}年(?:(?!的)[{HAN}]){{4,16}}草案)(?!的)")
"""The two yearly reports to the congress and the drafts beside them."""
PARCEL = re.compile(
    rf"(?P<name>一揽子(?!政策|措施|方案|计划|新|硬|综合|有针对性|支持政策)[{HAN}]{{2,12}}?(?:政策措施|政策|方案|计划|措施))"
)
SUPPORTING = re.compile(rf"(?P<name>(?:支持|促进|稳)[{HAN}]{{2,20}}?一揽子(?:政策措施|政策|措施|计划))")
ENACTED = re.compile(
    rf"(?:{either(MAKING)}|部署|推出)(?:了|实施|落实|抓好|推进|{LEAD})*(?P<name>(?:(?![的了])[{HAN}]){{3,16}}?一揽子(?:政策措施|政策|措施))"
)
"""A package that goes by what it is for (落实降本减负一揽子政策)."""
EDITION = re.compile(
    rf"(?P<name>(?:新版|\d{{4}}年?版)(?:《[^》]{{4,30}}》|[{HAN}（）]{{3,20}}?(?:清单|目录|名录|指南|标准|准则)))(?!管理|制度)"
)
"""A new edition is a document, whatever its name alone stands for (新版市场准入负面清单)."""
ENTERED = re.compile(
    rf"(?:列入|纳入|入选|进入)(?:了)?(?P<name>{NAME}{{3,24}}?(?:名录|目录))(?=[，。；、\n]|$)"
)
MADE = re.compile(
    rf"(?:完成|启动)(?:了)?(?P<name>[{HAN}“”0-9A-Za-z]{{2,30}}?(?:方案|规划|办法))的(?:制定|编制|起草)"
)
FRONTED = re.compile(
    rf"(?P<name>[{HAN}、]{{4,40}}?(?:办法|规定|细则|方案))由[^，。；]{{2,40}}?(?:另行)?(?:制定|规定|公布)"
)
CONSULTED = re.compile(
    rf"就(?P<name>(?:(?!就)[{HAN}、“”（）]){{4,40}}?(?:办法|规定|细则|规则|条例|指引|方案|标准|准则|草案|修订稿|征求意见稿))(?:向社会|面向社会)?(?:公开)?征求意见"
)
"""What is put out for comment (就《……》公开征求意见), without marks."""
ABOUT = re.compile(
    rf"(?P<name>关于[^，。；：:\n《》]{{4,50}}?{either('通知 决定 声明 公告 办法 方案 答复 批复 决议 指导意见 实施意见 若干意见 草案的说明 的报告 综合报告 专项报告 情况报告 的书面报告 的综合报告 的专项报告 的审查结果报告 的审查报告 的中期报告 的议案 的若干措施 的若干意见 审议结果的报告 执法检查报告 的调研报告 的审计工作报告 的解释')})(?=[，。；;：:和并、\n]|$|以及|明确|指出|提出|要求|规定|强调|进行|开展)"
)
INSPECTED = re.compile(rf"(?P<name>(?:(?![的了、对询问]|审议|听取|讨论)[{HAN}]){{2,20}}?法执法检查报告)")
"""What an assembly's inspectors report on a law (渔业法执法检查报告)."""
STANDARD = re.compile(
    rf"(?:{either('制定 制订 修订 出台 发布 公布')}){{1,2}}(?:了)?(?P<name>(?:(?![的了]|相关|有关|统一)[{HAN}“”]){{4,18}}?标准)(?=[，。；、和\n]|$)"
)
TREATY = re.compile(
    f"(?P<name>(?:双边|两国|中[{LANDS}]{{1,2}}|[{LANDS}]中|(?<![个份项签的分他级体美])(?<![多首这该些]个)(?=自贸|自由))(?:双边)?(?:高水平)?(?:全面)?(?:自贸区?|自由贸易区?|投资保护|投资|贸易)协定|两岸[\u4e00-\u9fff]{{2,14}}?协议)(?!网络|数量|书)"
)
"""A treaty that two sides speak of by its kind (加快双边自贸协定升级谈判)."""
BAD_START = re.compile(
    "^(?:"
    + either(
        "有关 相关 一系列 一批 新的 各项 具体 这些 上述 本 该 了 配套 中国特色 若干 这 的 为期 多种 专门的 建设性 各代表团 此 其 统一 下一步 国家有关 其他 明确 科学 切实 可行 合理 不同 两 三 年度 任何 既定 和 与 及 以及 完善 严格 工作 整体 整改 自己 详细 人大 通知 公告 多项 一份 包括 本法 国家级 省级 性 完毕"
    )
    + ")"
)
VAGUE = re.compile(
    "《|发表|(?:举措|措施|思路|政策|任务|目标)和(?:办法|方案|规划|措施)$|等(?:办法|方案|规定|规划|计划|措施|意见|标准)$|多个|有关的|与其|相应|并发布|各项|意见和|的(?:行动|实施)?计划$|要求|重要指示|^一项|更多|商签|很多|最新|去年|并制定|^\\d(?!\\d{0,2}[条项][\u4e00-\u9fff]{4,}(?:措施|举措)|\\d{3}(?:年|(?![多余万亿名家个项条])))|解决方案|^确定的|提出要|等一系列|精神的|这个|这一|本通知|上述|、(?:制定|制订|出台|完善|编制|实施|安排|细化|建立|健全|优化|改进|加大|扩大)"
)
FULL = {"宪法": "中华人民共和国宪法"}
"""Documents by the word alone, each with its name."""
HINT = re.compile(
    either(
        "倡议 统计数据 条举措 条措施 条” 行动 0条 1条 2条 3条 4条 5条 6条 7条 8条 9条",
        CONTENT_HEADS,
        BARE_HEADS,
        RELEASED_HEADS,
        DESCRIBED_HEADS,
        "决定 声明 公告 答复 批复 决议 草案 一揽子 宪法 预案 两岸",
    )
)
CUED = (
    ("", AFTER_VERB),
    ("", AFTER_MAKING),
    ("", AFTER_RELEASE),
    ("的", AFTER_DRAFTING),
    ("倡议", INITIATIVE),
    ("行动", ACTION),
    ("报告", REPORT),
    ("统计数据", REPORT),
    ("的", MADE),
    ("关于", ABOUT),
    ("由", FRONTED),
    ("征求意见", CONSULTED),
    ("条", PACKAGE),
    ("措施", ITEMS),
    ("举措", ITEMS),
    ("", RELEASED),
    ("草案", YEARLY),
    ("宪法", CONSTITUTION),
    ("宪法", BASIC_LAW),
    ("草案", DRAFT),
    ("检查报告", INSPECTED),
    ("标准", STANDARD),
    ("一揽子", PARCEL),
    ("一揽子", SUPPORTING),
    ("一揽子", ENACTED),
    ("版", EDITION),
    ("录", ENTERED),
    ("协定", TREATY),
    ("协议", TREATY),
)
"""What a sentence must hold for a pattern to be tried, and the pattern."""


PUSHED = re.compile("(?:出台|印发|制定|研究|发布|下发|通过|提出|公布|审议)了?(?P<verb>推动|推进)$")
"""What stands before a name that begins with a verb of its own, which is no verb that is said of it (研究推动……的若干意见)."""


def find_described(part: str, begin: int) -> Iterator[Found]:
    """What a verb of making, issuing or carrying out says to be a document."""
    for cue, pattern in CUED:
        for match in pattern.finditer(part) if cue in part else ():
            name = LED_IN.sub("", match["name"])
            titled = name.endswith(("的通知", "的指导意见", "的实施意见", "的若干意见", "的意见", "的决定"))
            name = name.removeprefix("的") if titled else name
            long = len(name) > 5 or pattern in (CONSTITUTION, BASIC_LAW, TREATY)
            if (
                (titled or pattern in (TREATY, INSPECTED) or not BAD_START.match(name))
                and not VAGUE.search(name)
                and not PROCEDURE.search(name)
                and long
            ):
                begun = PUSHED.search(part, 0, match.end("name") - len(name))
                name = begun["verb"] + name if begun else name
                yield Found(
                    begin + match.end("name") - len(name),
                    begin + match.end("name"),
                    Kind.DOCUMENT,
                    FULL.get(name) or clean(name),
                    (),
                    "document after a verb",
                )


def clean(name: str) -> str:
    """The name without its marks and quotes.

    >>> clean("《中华人民共和国商业银行法（修改建议稿）》")
    '中华人民共和国商业银行法（修改建议稿）'
    """
    return re.sub("[《》“”]|(?<![A-Za-z]) (?![A-Za-z])", "", name)
