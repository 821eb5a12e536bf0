"""What gives a word away: a table of heads by class, and patterns of whole names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.lexicon import ADVERBS, MODALS, either, words
from kg.model import Kind


@dataclass(frozen=True, slots=True)
class Heads:
    """Names of a class that end in one of these words; their left edge is for the corpus to tell."""

    kind: Kind
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """Names of a class that a pattern takes whole, in its first group."""

    id: str
    kind: Kind
    regex: re.Pattern[str]


HEADS = (
    Heads(Kind.TOOL, words(
        "再贷款 再贴现 借贷便利 互换便利 流动性便利 支持工具 政策工具 调节工具 金融工具 支持计划 准备金率 准备金 逆回购 "
        "专项债券 特别国债 专项国债 首付比例 贷款利率 贴息 补贴 专项资金 引导基金 试点 资本缓冲 免税政策 免签政策 "
        "退税 税收优惠 信贷政策 集采 关税 配额 收储 最低工资标准 收购价 存款保险 公开市场操作 回购工具 互换协议 "
        "融资协调机制 负面清单 白名单 信用担保 融资担保 环境税 碳排放权交易 保证金制度 注册制 互联互通机制"
    )),
    Heads(Kind.INSTITUTION, words(
        "委员会 领导小组 工作组 指挥部 总局 管理局 监管局 统计局 能源局 银行 基金会 协会 联合会 商会 学会 研究院 研究所 "
        "研究中心 发展中心 交易所 清算所 公司 集团 基金组织 合作组织 贸易组织 卫生组织 联盟 议会 法院 检察院 "
        "总署 办公室 财政部 外交部 商务部 国防部 央行 总工会 促进会 论坛 大学 通讯社 电视台 日报社 理事会"
    )),
    Heads(Kind.MEETING, words(
        "工作会议 经济会议 代表大会 全体会议 常务会议 专题会议 座谈会 峰会 领导人会议 部长级会议 部长会议 "
        "非正式会议 高峰论坛 博览会 进博会 服贸会 年会 全会 对话会 听证会 电视电话会议 动员大会 表彰大会"
    )),
    Heads(Kind.INDICATOR, words(
        "指数 总额 增加值 余额 发行量 吞吐量 发电量 用电量 零售额 失业率 利率 汇率 顺差 逆差 储备 产量 营业收入 "
        "可支配收入 交易额 进出口额 成交额 利润 价格 覆盖率 增长率 普及率 渗透率 客运量 货运量 融资规模 投资额"
    )),
    Heads(Kind.SECTOR, words(
        "产业 行业 制造业 服务业 中小企业 小微企业 企业 领域 市场 经济带 城市群 示范区 试验区 自贸港 地区 群体"
    )),
)  # fmt: skip
"""A row a class."""

DOCUMENT_TAILS = either(
    "法 条例 办法 规定 意见 通知 方案 规划 纲要 决定 计划 指引 准则 公告 报告 宣言 声明 协定 协议 公约 章程 细则 目录 "
    "白皮书 要点 议定书 备忘录 倡议 行动纲领 草案 暂行 试行 解释 决议 公报 讲话 论述 体系 标准 清单 框架 路线图"
)
_MANNER = either(*ADVERBS, *MODALS)
_GOAL_VERBS = either(
    "保持 维护 促进 推动 推进 实现 防范 化解 守住 稳定 增强 提升 提高 扩大 优化 健全 完善 构建 深化 巩固 遏制 防止 "
    "降低 确保 保障 加快 坚持 满足 建设 激发 改善 畅通 增进 缓解 落实 夯实 筑牢 打赢"
)
WHOLES = (
    Whole("《……》", Kind.DOCUMENT, re.compile(
        rf"《([^《》\n]{{2,58}}{DOCUMENT_TAILS}(?:（[^（）]{{1,12}}）)?)》")),
    Whole("goal verb, then the rest of the clause", Kind.GOAL, re.compile(
        rf"(?:^|[，；：、。])(?:{_MANNER})*({_GOAL_VERBS}[\u4e00-\u9fff“”]{{4,16}})(?=[，；、。！]|$)")),
    Whole("the orientation of a policy", Kind.STANCE, re.compile(
        r"(?:实施好?|施好|执行|坚持|继续|采取|保持|推行|体现|[和与以用])*((?:[\u4e00-\u9fff]{2,4}的){1,2}(?:货币|财政|就业|产业|宏观|信贷|房地产|科技|外汇)政策)")),
    Whole("坚持以……为主线, ……方针, ……原则", Kind.STANCE, re.compile(
        r"坚持([\u4e00-\u9fff]{4,8}?)(?:工作)?(?:的?(?:原则|方针|总基调|总方针))")),
)  # fmt: skip
"""A row a pattern; the first group is the name."""
