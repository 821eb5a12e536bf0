"""Wordings of what is no state of affairs: work among themselves, amounts, attitudes, what is only told of something."""

from __future__ import annotations

from kg.lexicon import any_of

PARTY = any_of(
    # how the Party governs itself, its organisations and what it opposes
    "从严治党|建党|党的建设|党建|党组织|党管|党执政|党规|党内|党性|党风|廉政|腐败(?<!金融腐败)(?<!领域腐败)(?<!的腐败)|形式主义|官僚主义|执纪|纪律(?<!财经纪律)(?!建设的)|政治纪律|制度笼子",
    "组织建设|组织保障|领导班子|干部|巡视|主题教育|群团|统一战线|统战|工会|共青团|考核监督",
    # whom it follows
    "两个维护|两个确立|四个意识|四个自信|全面领导|集中统一领导|核心地位|政治(?:建设|能力|判断力|责任|任务|站位|生态)|政治引领|意图$|主基调",
    # of what mind its people are, and how they work
    "优良(?:作风|传统)|红色|作风建设|工作作风|作风$(?<!科研作风)|思想(?:上|建设)|理论武装|初心|情怀|担当|本领|精神状态|舆论|防微杜渐",
    "责任感|紧迫感|使命感|风险防范意识|责任意识|防范意识|忧患意识|机遇意识|风险意识|工作能力|工作方式方法|全局观|执行力|台账|主体责任(?<=^主体责任)|严的(?<=^严的)",
)
"""What concerns the Party itself, which is nobody's policy."""

_WHOLE = (
    # ground to stand on, somebody's orders, a pair of mottoes
    "在.*(?:基础|之)上|(?:党中央|国务院|中央).*(?:部署|要求|精神)|“[^”]*、[^”]*”",
    # a role, strength, cooperation
    "(?:着|了)?(?:十分|非常|更加)?(?:积极|重要|关键|应有|更大)?(?:的)?(?:(?<=[要键极大的])(?:支撑|保障|引领|示范|推动|促进|带动|骨干))?(?:作用|贡献)",
    "(?:汇聚|凝聚)?力量|(?:工作)?作风|.{0,2}(?:协同|协调|密切)配合",
    # rules, and problems in general
    "等?(?:作出|做出|提出)了?.{0,4}(?:规定|要求|部署|安排)|相关规定|(?:发展中的?|前进中的|存在的|实际|具体|有关|这些|一些)问题",
    # a bare figure or time, what has most of the weight
    "\\d[\\d.]*[%％]?|在?[\\d.]+[%％]|(?:超过?|近|约|达到?)?[一二三四五六七八九十]+成|.{0,2}后|.{0,4}以[^，的]{2,8}为主",
)
_BEGINS = (
    # a verb that goes on, a particle, somebody
    "上(?!市|门|下游|[亿万])|我们|(?:成立|设立|发起|提出|开展|实施|出台|签署)的|(?:成立|设立|发起)了|有(?:自己|了|着|一[个定])|(?:了)?[到至](?!位)",
    # something named before, or that is still to be named
    "(?:这|该|其他|上述|此|本(?!区域|地区|国|土)|主义)|(?:以下|攻坚克难|时间节点)|(?:了)?(?:不少|许多|很多|重重)",
    # an amount, but not a line that is to be held (18亿亩耕地红线)
    "超过?\\d|[\\d.]+(?:亿|万|个|项|家|名|人|户|种|条)(?!.*[红底]线$)",
    # a time, or what is in front of another thing
    "后(?!续|备|期|劲|顾|疫|方|台|勤|发|市|端|轮|者)|为(?:重点|主体?|核心|基础|牵引|导向|代表|标志|特征|中心|引领|目标|抓手)的",
)
_ENDS = (
    # a practice, a sign, a resolve
    "的(?:实践|过程|进程|原则|认识|文章)|的(?:坚定|积极|重要|明确|强烈|正当)*(?:信息|信号|决心|信心|历史重任|重任|共识|积极性|举措|启示|表态|贡献者|抓手)",
    # how it is to be done
    "到行动上|落实到位|整体推进|做法|下大?功夫|生动实践|统一意志|顶层设计",
    "(?:根据|按照|依据|结合).{2,}(?:需求|要求|情况|特点|实际|原则)|有关规定|(?:批示|指示)(?:和)?(?:批示|要求|精神)*",
    # what weight it has
    "(?:意义重大|很重要|非常重要|至关重要|十分重要|意义|深感失望|提出要求)|一次(?:重大|深刻|历史性|伟大|新的?)*(?:理论)?(?:突破|飞跃|变革|革命|创新)|感到.{2}|有待.{2,4}",
    # of what mind somebody is
    "(?:战略定力|忧患意识|思维|观念|底气|智慧|(?<!功能)定位|自己的事情?|规律性认识|规律性把握|预案|历史主动|定力|迎难而上)",
    # money, papers that go on to speak, circumstances
    "(?:补助|奖补|救灾|专项|补贴)资金|(?:指导意见|意见|方案|办法|通知|条例|规定|决定|公报|报告|公告)(?:明确|发布|出台|印发|公布|提出|强调|指出|要求)|相关内容|(?<!有关)情况",
    "(?:使用|适用|覆盖|实施|试点)范围|(?<![小同及临准平战实按当届定适顿])时",
    # a clause that breaks off or only tells how a thing stands
    "的|(?:不低于|不高于|不超过|不少于|不多于|到|至|约|超|达|(?<![作有行所无])为)-?|(?<=[）)率息])[加减]|的.{1,8}(?:已经?|正在)[\u4e00-\u9fff]{2,3}",
)
_END_FIRST = "的做下整落生统顶根按依结有批指意很非至十深提一感战忧思观底智定自规预历迎补奖救专方办通条决公报相情使适覆实试时不到约超达为加减"
"""The characters that one of those may begin with."""
NOT_STATE = any_of(
    f"^(?:(?:{'|'.join(_WHOLE)})$|{'|'.join(_BEGINS)})",
    f"(?=[{_END_FIRST}])(?:{'|'.join(_ENDS)})$",
    "发生.*变化|打下|奠定|措施来|等方式|目标将|任重道远|^在(?:合理|正常)[^，]{0,4}(?:范围|区间)内?$",
)
"""What a verb has for its object and is no state: the whole of it, its beginning, its end."""

ATTITUDE = any_of(
    # on what somebody sets his mind
    "^[把将](?:有关|相关|自己的事|[^，]*(?:着力点|重心|重点)放|思想|工作|事情|功夫|精力|心思)",
    # as what it is regarded, how high it is put
    "(?:支撑|方向|基础|硬道理|政治|保障|内容|任务|手段|途径|举措|动力|出发点|着力点|落脚点|切入点|突破口|考量|抓手|依靠|主线|基调|重点(?:领域)?|目标|首要任务|重中之重|标准|战略工程)$",
    "(?:位置|高度|考虑|首位|第一位|来抓|之中|全过程|各方面|各环节)$|(?<=作为)(?:武器|工具)来",
    # what is done with it in an office
    "^[把将].*(?:纳入(?!.*(?:布局|格局|轨道))|列入|转发|下放|提前[到至]|引入|改为)|(?:预期|预测|增速|增长率?)[^，]{0,12}(?:[上下]调|调[高低]|拉[到高])",
)
"""What somebody does with a thing behind 把 or 将 that brings no state about."""

TELLING = any_of(
    # needs, abilities, duties
    "需要(?!的|$|[、和])|就可以|就能|才能|不能|难以|必须|应当|负责(?!.*的)|要(?<![主需重首纲摘只想必]要)(?!素|求|点|件|领|害)",
    # is, is not, says, meets
    "是(?<![但还总国都别其于]是)(?!否|非)|没有(?!.*的)|事关|表明|表示(?!.*的)|深感|面临(?!的)|遇到(?!.*的)|遭遇(?!.*的)|不利于(?!.*的)|有利于(?!.*的)|主要靠|催生|产生严重|通过决议",
    # how far it has come
    "以来$|年来$|月来$|正在|仍(?<!持仍)(?!然)|并未|尚未|相继|进展顺利|加速向|为契机|有增无减|在望|近期(?:印发|出台)|将(?:印发|出台)|实现.{0,4}突破$",
)
"""What makes a sentence of the words behind a verb, which was a noun and their subject."""

FARING = any_of(
    "^已|^将(?!来)|^计划|(?:强大|雄厚|广阔)$|有所|不断|日益|(?<!可)持续(?!健康)|显著|明显",
    "^(?:效能|韧性|水平|能力|动力|成效|活力|质量)(?:提升|增强|提高|改善|释放|不断|显著)|(?:全面|稳步|加快|加速|深入|持续|逐步)(?:深化|推进|提升|增强|落地|展开|见效|完善)$",
    # the noun goes on: 发展战略, 建设项目, 投资者
    "^(?:方案|任务|措施|举措|事业|战略|大局|主义|站在|企业|项目|机构|商(?![品业贸务事])|观|权(?!益|利)|区(?!域)|银行|中国家|贷款|者|型|性|局|部门?|集团|公司|经验|成果)",
)
"""What follows a noun that may be a verb and says how its thing fares, or makes a longer noun of it."""
