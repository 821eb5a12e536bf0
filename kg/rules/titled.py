"""Ends that the name of a document says: 《关于促进……健康发展的意见》, 深化……改革实施方案."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.lexicon import either
from kg.model import Claim, Kind, Mention, Span, Status
from kg.rules import goals as goal_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.clauses import Grammar
    from kg.link import Linker
    from kg.recognizers.found import Found
    from kg.scene import Scene

BEGIN = re.compile("《?(?:[^《》]*?(?:关于|国务院(?= )) ?|20\\d\\d年(?:度)?)?(?:新时代|新形势下|当前)?")
"""What stands before the matter of a document in its name: whose it is, of which year."""
HEADS = either("意见 办法 方案 计划 规划 措施 举措 决定 通知 规定 纲要 条例 细则 要点 政策 行动")
END = re.compile(
    f"(?=[^《》]*{HEADS})(?:的|{HEADS}|[\\d一二三四五六七八九十]{{1,3}}[条项]|(?:20\\d\\d[—-]?)+年?|[（(][^（()）]*[）)]|"
    + either("""
    若干 实施 指导 工作 总体 管理 暂行 具体 三年 五年 中长期 专项 整治 冬季 夏季 春季 秋冬 一揽子 和接续 “十五五” “十四五” “十三五” “十二五”
    """)
    + ")+》?$"
)
"""How the name of a document ends, behind its matter."""
NEXT = re.compile(
    " |(?<=[\u4e00-\u9fff]{6})(?<![和与对的、把以、为“])(?=(?:进一步|有效|全面|依法|切实|更好|加快)?(?:促进|推动|推进|加快|实现|降低|扩大|提升|提高|化解|激发|释放|加强|强化|(?<!改革)完善|健全|构建|鼓励)(?![和与、的])[\u4e00-\u9fff“]{4})"
)
"""Where the next end begins in a name without marks (提高政府监管效能推动高质量发展)."""
UNDERTAKEN = re.compile(
    "(?:加强|强化|整治|清理|发展|推行|延长|调整|落实|优化落实|实施|开展|做好|共建|支持(?!.*(?:发展|稳定|改革|开放)$))|.*(?:建设|工作|合作|目录|期限|一系列)$"
)
"""What a document sets about, which is no state to be reached."""
HOW = re.compile("(?:[、和]?(?:高质量|健康|规范|稳定|平稳|创新|协调|可持续))+(?:发展|增长)$|质量$")
"""How a thing is to fare, behind its name in the name of a document."""


@dataclass(frozen=True, slots=True)
class Titles:
    """The names of a text's documents, with the grammar that reads what they say."""

    scene: Scene
    grammar: Grammar
    linker: Linker

    def find(self, claims: list[Claim]) -> Iterator[Claim | Mention]:
        """Yield the ends in the documents' names: each document is for its own, and who issues one pursues them."""
        issued = [claim for claim in claims if claim.predicate == "issues"]
        told: set[str] = set()
        for line in self.scene.lines:
            span = line.sentence.span
            for name in self.scene.of_kind(span, Kind.DOCUMENT) if Kind.DOCUMENT in line.kinds else ():
                document = self.scene.entity(name)
                ends = [*self._ends(name)] if document.iri not in told else ()
                told |= {document.iri} if ends else set()
                for verb, object_, place in ends:
                    if any(c.subject == document and _alike(c.object.label, object_) for c in claims):
                        continue
                    goal = self.linker.goal(verb, object_)
                    aim = Claim(
                        document,
                        "servesGoal",
                        goal,
                        (span,),
                        "means-to-end",
                        status=Status.PLANNED,
                        confidence=0.8,
                    )
                    yield Mention(goal, place, "name of a document")
                    yield aim
                    for c in issued:
                        if c.object == document:
                            yield replace(
                                aim,
                                subject=c.subject,
                                predicate="pursues",
                                evidence=c.evidence,
                                rule="pursues-goal",
                                year=c.year,
                                item=c.item,
                            )

    def _ends(self, name: Found) -> Iterator[tuple[str, str, Span]]:
        """The ends in a name, each with its verb, its object and its place."""
        text = self.scene.text
        first = BEGIN.match(text, name.begin, name.end)
        end = END.search(text, first.end(), name.end) if first else None
        if first is None or end is None:
            return
        cuts = [(m.start(), m.end()) for m in NEXT.finditer(text, first.end(), end.start())]
        begins, stops = [first.end(), *(e for _, e in cuts)], [*(b for b, _ in cuts), end.start()]
        for begin, stop in zip(begins, stops, strict=True):
            for phrase in self.grammar.phrases_from(text, begin, stop):
                if not phrase.frame and not UNDERTAKEN.match(text, phrase.span.begin, stop):
                    yield from goal_rules.goals(self.scene, phrase, self.linker.goals)


def _alike(goal: str, object_: str) -> bool:
    """Whether a goal that the text ties to the document already says the same of the same thing."""
    return HOW.sub("", object_) in goal and goal.endswith(object_[-2:])
