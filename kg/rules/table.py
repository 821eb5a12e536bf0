"""Every rule that a fact can come from, as a row that an analyst can read; tests run each row's sentences.

>>> RULES["uses-tool"].predicate, RULES["uses-tool"].examples[0]
('uses', '央行下调存款准备金率0.5个百分点。')
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A rule: the predicate that it says, what it needs, what it says, sentences where it fires and does not."""

    id: str
    predicate: str
    needs: str
    zh: str
    en: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...] = ()


ROWS = (
    # Who holds which post
    Row(
        "post-title", "holds", "a body, its titles, a person right after them (or in a row with one); a person and 委员 / 委员长 at an assembly's own meeting",
        "姓名前的职务：每个职务各记一条", "Each title before a name is a post at the body before it.",
        ("财政部部长蓝佛安会见客人。", "中国人民银行副行长张青松、宣昌能出席会议。"),
        ("新任行长将于近日到任。", "央行行长们讨论了通胀前景。"),
    ),
    Row(
        "appointment", "holds", "persons, 为 / 任 / 担任 / 当选, a body and a title",
        "某人为（任、担任、当选）某机构某职", "Who is made or is said to be something at a body.",
        ("潘功胜任中国人民银行行长。", "蓝佛安担任财政部部长。"),
        ("林知远为客户经理讲解新规。",),
    ),
    # Meetings
    Row(
        "convenes", "convenes", "a body, 召开 / 举行 / 举办, a meeting; 主持, a meeting that its body's name begins; a row of bodies (after 由), 主办, a meeting; for the document's own, its host",
        "某机构召开（举行、举办）某会议", "A body holds a meeting.",
        ("中国人民银行3月2日召开金融消费者保护工作会议。", "国家外汇管理局召开2031年全国外汇管理工作会议。"),
        ("董事会认为没有必要召开会议。", "新华社记者列席了中国人民银行工作会议。"),
    ),
    Row(
        "passed-at", "convenes", "a meeting named after a body that the text also names alone, right before 通过, in its head",
        "法规题注中某机构的会议通过", "The body whose meeting passed a law held that meeting.",
        ("云岭支付条例\n（2031年3月1日国务院第88次常务会议通过　2031年3月9日国务院公布）",),
        ("代表们审议了有关议案。",),
    ),
    Row(
        "chairs", "chairs", "a person before 主持 in the clause (or after 由), and a meeting",
        "某人主持会议", "A person chairs a meeting.",
        ("国务院总理李强今天上午主持召开国务院常务会议。", "中国人民银行召开2031年工作会议。潘功胜主持会议。"),
        ("主持人林晓月宣布节目开始。",),
    ),
    Row(
        "speaks-at", "speaksAt", "a person before 讲话 / 致辞 / 发言 / 作报告 in the clause, and a meeting",
        "某人在会议上讲话（致辞、作报告）", "A person addresses a meeting.",
        ("中国人民银行召开2031年工作会议。潘功胜出席会议并讲话。",),
        ("会议学习了有关讲话精神。",),
    ),
    Row(
        "speech-at", "speaksAt", "a person, 在, a meeting, 上 and a word of speaking",
        "某人在某会议上的讲话、表示", "What somebody said at a meeting shows that he spoke there.",
        ("会议学习了习近平总书记在中央金融工作会议上的重要讲话。",),
        ("习近平总书记历来重视养老服务。",),
    ),
    Row(
        "report-delivered", "speaksAt", "the document's own meeting, a person and 作的……报告 / 汇报 / 说明",
        "会议听取某人作的报告", "Whose report a meeting hears spoke there.",
        ("全国人大常委会召开第十四次会议。会议听取了秘书长林知远作的关于预算执行情况的报告。",),
        ("中国人民银行召开2031年工作会议。会议听取了工作报告。",),
    ),
    Row(
        "attends", "attends", "a person before 出席 / 参加 / 列席 / 到会 in the clause, and a meeting",
        "某人出席（参加、列席）会议", "A person attends a meeting.",
        ("中国人民银行召开2031年工作会议。副行长宣昌能、陶玲出席会议。",),
        ("各单位负责人参加会议。",),
    ),
    Row(
        "quoted-at", "speaksAt", "the document's own meeting, a person who came to it, or with his post at a press conference or a forum, before 表示 / 介绍 / 说; a row of people there before 回答提问 / 发表意见 / 提出建议",
        "在发布会、座谈会上被引述者，或出席会议而被引述者，即发言者", "Whoever is quoted at a press conference or a forum, or came to the meeting, spoke there.",
        ("国务院新闻办公室3月5日举行新闻发布会。中国人民银行副行长朱鹤新介绍，贷款利率稳中有降。", "国务院副总理顾云岚主持召开云岭工作会议。顾云岚指出，要扩大内需。"),
        ("中国人民银行召开2031年工作会议。中国人民银行副行长朱鹤新介绍，贷款利率稳中有降。",),
    ),
    Row(
        "meets-with", "attends", "the document's own round table, 同 / 与 persons 举行",
        "同某人举行对话会，某人即出席者", "Those with whom a round table is held attend it.",
        ("李强同世界银行行长彭安杰、国际货币基金组织总裁格奥尔基耶娃举行“1+10”对话会。",),
        ("李强同世界银行行长彭安杰通电话。",),
    ),
    Row(
        "represented", "attends", "the document's own meeting, a body with 负责同志 / 有关同志 / 代表, 出席 / 参加 / 列席",
        "机构派人出席会议", "A body whose unnamed people attend is there.",
        ("中国人民银行召开2031年工作会议。审计署、财政部有关同志应邀列席会议。",),
        ("中国人民银行召开2031年工作会议。各部室主要负责同志参加会议。",),
    ),
    Row(
        "talk", "attends", "two persons, 会见 / 同……会谈 / 通电话, in the first sentences, or a headline of such a talk (speaksAt for who is quoted)",
        "领导人会见、会谈", "A talk between leaders is a meeting; both take part, who is quoted speaks.",
        ("国务院总理李强会见世界银行行长彭安杰。", "国务院总理李强同世界银行行长彭安杰通电话。", "李强会见外国工商界代表并座谈"),
        ("市民王小二会见了老同学。", "国务院总理李强致电世界银行行长彭安杰。"),
    ),
    Row(
        "guided-by", "guidedBy", "a verb of carrying out, a meeting with 精神 / 部署 / 要求 or a doctrine; or 以……为指导",
        "贯彻落实某会议精神、部署；以某思想为指导", "A meeting or a body follows a meeting's decisions or a doctrine.",
        ("证监会贯彻落实中央金融工作会议精神。",),
        ("代表们讨论了中央经济工作会议的有关报道。", "要弘扬钉钉子精神。"),
    ),
    # Bodies and bodies
    Row(
        "cooperates-with", "cooperatesWith", "与 / 同 / 和, a body, 合作 / 对话 / 沟通 / 协调 / 协议",
        "与某机构合作、对话、签署协议", "A body works or talks with another.",
        ("国家外汇管理局将深化同国际清算银行、亚洲开发银行的合作。",),
        ("财政部与企业加强沟通。", "货币政策与财政政策加强协调。"),
    ),
    Row(
        "signs-between", "cooperatesWith", "two bodies side by side, then 签署 / 达成 / 建立 and an agreement or a mechanism",
        "甲、乙签署协议", "Two bodies sign or set up something with each other.",
        ("国家外汇管理局、香港金融管理局日前签署备忘录。",),
        ("国际货币基金组织和世界银行发布报告。",),
    ),
    Row(
        "leads-body", "leads", "牵头 / 主办 and then a body",
        "牵头（设立）某工作组、平台", "A body leads or sets up another.",
        ("财政部牵头设立中美经济工作组。",),
        ("证监会牵头起草退市规则。",),
    ),
    Row(
        "takes-part", "participatesIn", "依托 / 参与 / 加入 / 通过, a body or forum",
        "依托、参与、加入某组织或平台", "A body takes part in an organisation or a forum.",
        ("中国人民银行依托二十国集团平台推动债务处置。",),
        ("中国人民银行依托大数据平台监测资金流动。",),
    ),
    # Documents
    Row(
        "issues-document", "issues", "an agent that is a body, a verb of making, a document as its object",
        "出台、印发、发布、修订某文件", "A body makes, publishes or changes a document.",
        ("中国人民银行印发《云岭金融标准化管理办法》。",),
        ("财政部解读《云岭地方债务管理办法》。", "企业应制定应急预案。"),
    ),
    Row(
        "document-issued", "issues", "a document in the subject's place, a verb of making after it, an agent",
        "文件出台、施行（被动）", "A document that is said to be made; the agent is the body that speaks.",
        ("国务院常务会议6月2日召开。会议指出，《云岭支付条例》公布施行。",),
        ("中国人民银行解读《云岭支付条例》。",),
    ),
    Row(
        "issued-itself", "issues", "a first line that is a title of a notice or regulation, a body that orders, an agent",
        "通知、办法全文由其发布机构发布", "The document that a text is, issued by the body that it bears.",
        ("中国人民银行关于规范云岭支付市场的通知\n人民银行各分行：\n现就有关事项通知如下。",),
        ("中国人民银行规范云岭支付市场\n各分行积极行动。",),
    ),
    Row(
        "made-by", "issues", "a document whose name begins with its makers (甲关于……), or a relative clause of making before it, or who brings a bill, or the head of a law",
        "文件名或其定语写明由谁制定、发布，或由谁提请审议", "A document whose name, or the clause before it, says who made it or brings it.",
        ("各行应执行《财政部关于规范云岭支付市场的通知》。", "国务院提出了关于提请审议云江保护法草案的议案。", "各行要执行中国人民银行、财政部近日印发的《云岭支付办法》。"),
        ("各行应执行《关于规范云岭支付市场的通知》。",),
    ),
    Row(
        "implements-document", "implements", "an agent, a verb of carrying out, a document as its object; or a strategy before 实施, a document before 任务分工",
        "落实、执行、实施某文件或战略，为文件任务分工", "A body carries out a document.",
        ("中国人民银行将落实《云岭绿色金融行动方案》。",),
        ("依照本条例，中国人民银行对支付机构实施监督管理。", "财政部解读《云岭地方债务管理办法》。"),
    ),
    # Tools
    Row(
        "uses-tool", "uses", "an agent that is a body, a verb that acts on tools, a tool as its object; 确保 / 保障, a tool and 落实 / 发放",
        "对政策工具的任何动作", "A body does something to or with a tool.",
        ("央行下调存款准备金率0.5个百分点。", "中国人民银行将延续实施碳减排支持工具。"),
        ("中国人民银行解读中期借贷便利。", "商业银行应合理使用支农支小再贷款。"),
    ),
    Row(
        "tool-acted-on", "uses", "a tool in the subject's place, a verb that acts on tools after it, an agent; a rate that somebody leads down (引导……下行), or a tool and 由……提高到",
        "工具在前、动作在后（利率下调）", "A tool that is said to be acted on; the agent is the body that speaks.",
        ("中国人民银行2月5日公告，存款准备金率下调0.25个百分点。",),
        ("中国人民银行表示，专项再贷款使用情况良好。",),
    ),
    Row(
        "tool-used-to-an-end", "uses", "an agent, 通过, a tool, a verb that pursues or supports",
        "通过某工具支持、促进……", "What stands between 通过 and a verb is used to that end.",
        ("财政部通过专项债券支持云岭水网建设。",),
        ("企业通过再贷款支持设备更新。",),
    ),
    Row(
        "tool-listed", "uses", "an act on unnamed tools, then 分别为 / 包括 and tools",
        "先说创设几项工具，再列出名称", "Tools listed after the act that is done to all of them.",
        ("中国人民银行创设两项新的政策工具，分别为证券、基金、保险公司互换便利和股票回购增持再贷款。",),
        ("中国人民银行的政策工具箱内容丰富，包括公开市场操作、再贷款。",),
    ),
    Row(
        "tool-in-charge", "uses", "a tool as the subject of a clause with 要 / 将 and a verb, an agent",
        "工具作主语：某工具要支持……", "A tool that is to do something is used.",
        ("中国人民银行要求，碳减排支持工具要支持清洁能源。",),
        ("会议认为，存款保险改革历程值得总结。",),
    ),
    Row(
        "adopts-stance", "adopts", "an agent that is a body, a stance in the clause, no 不再 / 放弃",
        "实施、坚持某政策取向", "A body declares the orientation of its policy.",
        ("中国人民银行将继续实施稳健的货币政策。",),
        ("中国人民银行不再实施宽松的货币政策。",),
    ),
    # Goals and ends
    Row(
        "pursues-goal", "pursues", "an agent that is a body, a verb that pursues, a state of affairs as its object; or one in the name of what it issues",
        "保持、促进、防范某种状态，包括所发文件名称所说的", "A body is after a state of affairs.",
        ("中国人民银行将保持流动性合理充裕。", "国务院统筹发展和安全。"),
        ("中国人民银行加强调查研究。", "企业应提高核心竞争力。", "国务院不搞“大水漫灌”。", "各国应维护自由贸易。"),
    ),
    Row(
        "short-goal", "pursues", "稳 / 保 / 防 / 促 / 调 / 扩 / 惠 / 控 / 降 / 补 with a field, an agent",
        "稳增长、促改革等短语", "The short goals of the genre, each by itself.",
        ("国务院统筹推进稳增长、促改革、调结构各项工作。",),
        ("稳定币发行人应当取得牌照。",),
    ),
    Row(
        "reviewed-goal", "pursues", "a clause without a verb at its head, in what is reviewed as done, ending in 化解 / 深化 / 提升",
        "总结部分：某某稳妥化解", "What a review says was done to what is named first.",
        ("中国人民银行召开2031年工作会议。会议指出，2030年，重点领域金融风险稳妥化解。",),
        ("中国人民银行召开2031年工作会议。会议指出，2030年，外汇市场平稳运行。",),
    ),
    Row(
        "target", "pursues", "预期目标 / 目标任务 / 到某年 before, a clause without a verb at its head, a quantity and a figure or a change",
        "预期目标：某指标达到多少", "A target figure: the clause itself is the goal, stated over its quantity.",
        ("国务院常务会议6月2日召开。会议指出，明年发展主要预期目标是：国内生产总值增长5%左右；城镇调查失业率控制在5.5%以内。",),
        ("国务院常务会议6月2日召开。会议指出，去年国内生产总值增长5%。",),
    ),
    Row(
        "means-to-end", "servesGoal", "a tool, stance or document named before a goal in the same sentence; a document with a goal in its name",
        "前面的工具（取向、文件）服务于后面的目标", "A means that is named first serves the goal that follows.",
        ("中国人民银行两次下调存款准备金率，保持流动性合理充裕。",),
        ("中国人民银行保持流动性合理充裕，下调存款准备金率。",),
    ),
    Row(
        "purpose-of-means", "servesGoal", "a goal (or a sector: then supports) led in by 为 or 围绕, and a means after it",
        "为达到某目标而动用某工具", "An end marked by 为 or 围绕 that comes first: the means after it serve it.",
        ("中国人民银行为保持流动性合理充裕，下调存款准备金率。",),
        ("中国人民银行保持流动性合理充裕，下调存款准备金率。",),
    ),
    Row(
        "goal-over-indicator", "concerns", "a goal with a known quantity, or one by head word, in it",
        "目标所针对的指标", "The quantity that a goal is stated over.",
        ("中国人民银行引导社会融资规模合理增长。",),
        ("中国人民银行公布了社会融资规模数据。",),
    ),
    Row(
        "tool-over-indicator", "concerns", "a tool whose name holds a quantity before 控制, or with its 余额 and a figure",
        "工具名中的指标（总量控制），或工具的余额", "The quantity that an instrument caps, or what is outstanding of it.",
        ("国务院将优化能源消费总量控制。", "抵押补充贷款余额为27000亿元。"),
        ("中国人民银行下调存款准备金率0.5个百分点。",),
    ),
    # Sectors
    Row(
        "supports-sector", "supports", "an agent that is a body, 支持 / 服务 / 加大对……的支持 / 流向, a field or a group",
        "支持某领域、某群体", "A body supports a field or a group.",
        ("中国人民银行支持民营小微企业。", "中国人民银行引导更多金融资源流向先进制造业。"),
        ("金融机构支持小微企业续贷。", "农业农村部不支持违规占用耕地项目。"),
    ),
    Row(
        "means-support", "supports", "a tool named before the sector in the same sentence, or a document that is the subject or is issued",
        "前面的工具、作主语或印发的文件支持后面的领域", "A tool that is named first, or a document, supports the sector that follows.",
        ("中国人民银行运用支农支小再贷款支持乡村振兴。",),
        ("中国人民银行支持乡村振兴，下调了存款准备金率。", "中国人民银行落实金融16条，支持房地产企业。"),
    ),
    Row(
        "tool-extended", "supports", "a tool, 扩大到 / 扩展至, a sector",
        "工具扩大到的领域", "The sector that a tool is extended to.",
        ("国务院将支小再贷款扩大到村镇银行。",),
        ("国务院将支小再贷款额度扩大到3000亿元。",),
    ),
    Row(
        "named-for", "supports", "a document with 支持, or a tool with 补贴 / 减免 / 贴息, and a sector in its name",
        "文件、工具名称所说的支持对象", "The sector that a document's or a tool's name says it is for.",
        ("中国人民银行印发《关于金融支持绿色产业发展的指导意见》。", "财政部实施小微企业贷款贴息政策。"),
        ("中国人民银行印发《绿色产业统计办法》。",),
    ),
)  # fmt: skip

RULES = {row.id: row for row in ROWS}
"""The rows by the id that stands in pol:rule."""
