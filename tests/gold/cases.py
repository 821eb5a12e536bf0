"""Annotated sentences: what a careful reader takes from a short text, and whether a reading has it.

A file holds topics ("# uses-tool"), a topic cases, a case one or more lines of text and what is said of it:

    = 中国人民银行将下调存款准备金率。                  the text; each such line is a line of it
    + PolicyTool 存款准备金率                          must be found: a class and a name
    + 中国人民银行 uses 存款准备金率 Planned Lower      must be found: a fact, with status, year, action as far as said
    + 潘功胜 holds 中国人民银行 行长                    a post: the body, then the title
    + 央行 uses 降准 times=2 amount=0.5个百分点         other qualifiers by name: times, amount, manner, order, invited
    - 中国人民银行 pursues *                          must not be found; * stands for anything
    ! uses PolicyTool                                 of these nothing but what the + lines say
    ? why the reader gets it wrong today              counted as wrong until it is right; no excuse
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

from kg.model import Kind
from kg.normalise import document
from kg.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Claim, Entity, Reading
    from kg.vocabulary import Vocabulary

HERE = Path(__file__).parent
KINDS = {kind.value for kind in Kind}
PREDICATES = set(
    "holds chairs speaksAt attends convenes guidedBy cooperatesWith leads participatesIn issues implements "
    "adopts uses pursues servesGoal supports concerns *".split()
)
QUALIFIER = re.compile(
    "Done|Planned|Ongoing|nostatus|noyear|(?:19|20)\\d\\d|Create|Continue|Raise|Lower|Use|Improve|Expand|Advance|Reduce|End|"
    "(?:times|amount|manner|order|invited)=.+"
)
ALIKE = {
    "PolicyTool": 0.8,
    "Indicator": 0.8,
    "PolicyStance": 0.75,
    "PolicyDocument": 0.75,
    "Meeting": 0.75,
    "Sector": 0.75,
    "PolicyGoal": 0.7,
}
"""How alike two names must be; the edges of a phrase are a matter of taste, a name is right or wrong."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact as it is annotated; `title` only for posts."""

    subject: str
    predicate: str
    object: str
    title: str = "*"
    qualifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A text and what is said of it: lines that begin with + or -, and what the + lines have all of."""

    place: str
    topic: str
    text: str
    lines: tuple[str, ...]
    only: tuple[str, ...] = ()
    known: str | None = None


def cases() -> list[Case]:
    """Every case of every file of this folder."""
    return [case for path in sorted(HERE.glob("*.txt")) for case in _cases(path)]


def _cases(path: Path) -> Iterator[Case]:
    topic = ""
    number = 1
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = block.strip("\n").split("\n")
        place = f"{path.name}:{number}"
        number += block.count("\n") + 2
        if rows[0].startswith("# "):
            topic = rows.pop(0)[2:]
        marks: dict[str, list[str]] = defaultdict(list)
        for row in rows:
            marks[row[:1]].append(row if row[:1] in "+-" else row[2:])
        if text := "\n".join(marks["="]):
            said = tuple(row for row in rows if row[0] in "+-")
            yield Case(
                place, topic, text, said, tuple(" ".join(marks["!"]).split()), " ".join(marks["?"]) or None
            )


def fact_in(line: str) -> Fact | None:
    """The fact of a line (after its mark), or None where it names an entity.

    >>> fact_in("财政部 uses 专项债券 Planned")
    Fact(subject='财政部', predicate='uses', object='专项债券', title='*', qualifiers=('Planned',))
    """
    words = line.split()
    at = next((n for n, word in enumerate(words) if n and word in PREDICATES), None)
    if at is None or words[0] in KINDS:
        return None
    rest = words[at + 1 :]
    qualifiers = []
    while len(rest) > 1 and QUALIFIER.fullmatch(rest[-1]):
        qualifiers.append(rest.pop())
    title = rest.pop() if words[at] == "holds" and len(rest) > 1 else "*"
    return Fact(" ".join(words[:at]), words[at], " ".join(rest), title, tuple(qualifiers))


class Judge:
    """Compares what is annotated with what was read."""

    def __init__(self, case: Case, reading: Reading, vocabulary: Vocabulary) -> None:
        """Collect the names of everything that was read."""
        self.case = case
        self.claims = reading.claims
        self.vocabulary = vocabulary
        self.entities = {m.entity.iri: m.entity for m in reading.mentions}
        self.names: dict[str, set[str]] = defaultdict(set)
        for mention in reading.mentions:
            self.names[mention.entity.iri].add(
                normal(reading.document.folded[mention.span.begin : mention.span.end])
            )

    def verdicts(self) -> Iterator[tuple[str, str, bool]]:
        """For each line its class or predicate, the line, and whether it holds."""
        for line in self.case.lines:
            fact = fact_in(line[2:])
            if fact is None:
                kind, _, name = line[2:].partition(" ")
                holds = any(self.is_named(e, name) for e in self.of_kind(kind))
                yield kind, line, holds == (line[0] == "+")
            else:
                yield fact.predicate, line, any(self.says(c, fact) for c in self.claims) == (line[0] == "+")
        for one in self.case.only:
            extra = self.extra_entities(one) if one in KINDS else self.extra_claims(one)
            yield one, f"! {one} " + " ".join(extra), not extra

    def of_kind(self, kind: str) -> list[Entity]:
        """The entities of a class that the text names."""
        return [e for e in self.entities.values() if e.kind.value == kind]

    def extra_entities(self, kind: str) -> list[str]:
        """The entities of a class that no + line names."""
        facts = [f for line in self.case.lines if line[0] == "+" and (f := fact_in(line[2:]))]
        named = [n for f in facts for n in (f.subject, f.object)] + [
            line[2:].partition(" ")[2] for line in self.case.lines if line.startswith(f"+ {kind} ")
        ]
        return [e.label for e in self.of_kind(kind) if not any(self.is_named(e, name) for name in named)]

    def extra_claims(self, predicate: str) -> list[str]:
        """The claims of a predicate that no + line says."""
        wanted = [f for line in self.case.lines if line[0] == "+" and (f := fact_in(line[2:]))]
        return [
            shown(c)
            for c in self.claims
            if c.predicate == predicate and not any(self.says(c, f) for f in wanted)
        ]

    def says(self, claim: Claim, fact: Fact) -> bool:
        """Whether a claim is the annotated fact."""
        if fact.predicate not in ("*", claim.predicate):
            return False
        ends = [(claim.subject, claim.object)]
        if claim.predicate == "cooperatesWith":
            ends.append((claim.object, claim.subject))
        if not any(self.is_named(s, fact.subject) and self.is_named(o, fact.object) for s, o in ends):
            return False
        titled = claim.predicate != "holds" or fnmatchcase(claim.object.title or "", fact.title)
        return titled and all(_qualified(claim, word) for word in fact.qualifiers)

    def is_named(self, entity: Entity, name: str) -> bool:
        """Whether a name (* for anything, | between forms) is one of an entity's; for a post, of its body's."""
        if name == "*":
            return True
        if "|" in name:
            return any(self.is_named(entity, form) for form in name.split("|"))
        names = self.names_of(entity)
        wanted = normal(name)
        if "*" in name:
            return any(fnmatchcase(each, wanted) for each in names)
        limit = ALIKE.get(entity.kind.value, 1.0)
        return wanted in names or any(
            SequenceMatcher(None, wanted, n, autojunk=False).ratio() >= limit for n in names if limit < 1
        )

    def names_of(self, entity: Entity) -> set[str]:
        """Every name of an entity, in the text and in the vocabulary."""
        if entity.kind is Kind.POST:
            iri, label = entity.institution or "", entity.label.removesuffix(entity.title or "")
        else:
            iri, label = entity.iri, entity.label
        entry = self.vocabulary.entries.get(iri)
        return self.names[iri] | {
            normal(n) for n in (label, *((entry.label, *entry.labels) if entry else ()))
        }


def _qualified(claim: Claim, word: str) -> bool:
    name, equals, value = word.partition("=")
    if equals:
        held = getattr(claim, name)
        return value in held if name == "manner" else value == str(held)
    if word.startswith("no"):
        return getattr(claim, word[2:]) is None
    return word in (claim.status and claim.status.value, claim.year and str(claim.year), claim.action)


def shown(claim: Claim) -> str:
    """A claim as a line of a case."""
    words = (
        claim.subject.label,
        claim.predicate,
        claim.object.label,
        claim.status and claim.status.value,
        claim.year,
        claim.action,
        f"[{claim.rule}]",
    )
    return " ".join(str(word) for word in words if word)


def normal(name: str) -> str:
    """A name without what is only spelling."""
    return re.sub(r"[\s《》“”\"‘’,，、。;；:：()（）·\-]", "", unicodedata.normalize("NFKC", name).casefold())


def judged(case: Case, vocabulary: Vocabulary) -> tuple[Reading, list[tuple[str, str, bool]]]:
    """The reading of a case's text and the verdicts on its lines."""
    reading = read(document(case.text, identifier=case.place), vocabulary)
    return reading, list(Judge(case, reading, vocabulary).verdicts())
