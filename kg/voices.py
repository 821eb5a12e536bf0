"""Who speaks for whom: the body that an official's words are, and the body that a document speaks for."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.agents import GATHERINGS, JOINT_BODY, LEARNED, of_members, official, talk
from kg.clauses import after_marker
from kg.floor import Floor, quoted, reported
from kg.link import Linker
from kg.model import Entity, Kind, Mention, Span, Status
from kg.recognizers.issuers import ABROAD, find_heads
from kg.recognizers.meetings import PRESS_CONFERENCE
from kg.rules import attendance
from kg.speakers import PRESS_OFFICES, holders, opening_row, presenters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.model import Claim, Tenure
    from kg.recognizers.found import Found
    from kg.scene import Scene
    from kg.text import Sentence
    from kg.vocabulary import Vocabulary

COLLECTIVE = re.compile("(?:常委|委员|党委书记|党组书记|党组成员|党委委员|国家主席)$")
SPEECH = re.compile(
    "^[^\n]*上的(?:重要|主旨|视频|书面)*(?:讲话|致辞|演讲|发言|开幕辞|闭幕辞)[^\n]{0,4}$", re.MULTILINE
)
"""The first line of a speech: there 我们 are those who meet, and their gathering acts."""
ADDRESS = re.compile("^(?:同志们|女士们|(?:尊敬的)?各位)[^\n。]{0,24}[：:！，]$", re.MULTILINE)
"""The line with which somebody turns to those present: the text is his own words, whomever it names."""
TITLED = re.compile(
    "[^\n《》，。]{2,40}关于[^\n《》]{2,80}的(?:通知|公告|(?:指导|实施|若干)?意见|决定|通报|批复)\\s*$",
    re.MULTILINE,
)
"""The first line of a notice, which its maker says from beginning to end, whomever it tells what to do."""
HEAD = 80
"""The characters of a text in which its first line ends."""
LEADING = frozenset(("中国共产党中央委员会", "中华人民共和国", "中华人民共和国国务院"))
"""The bodies that the leaders of Party and state speak for."""
LEADERS_OWN = frozenset(("PartyBody", "Legislature", "WorkingGroup"))
"""The kinds of bodies whose meetings are those of the leaders who speak there."""
LIFE = re.compile("的一生(?=\n)|逝世(?!\\d*周年)|讣告|生平(?=\n)|久经考验的")
"""What tells a life: the words in it are of other years, and nobody's policy now."""
OBITUARY = 400
"""The characters in which a text shows that it is one."""
MEMBERS = frozenset(("委员", "代表", "常委"))
"""Titles of an assembly whose holders speak for themselves."""
PASSING = re.compile("[受据在按经对向为与同从]")
"""How a clause begins that names a body or a person in passing (受习近平总书记委派)."""
PRESIDENT = "国家主席"
"""The title of who speaks for the state to others."""
STILL = "9999"
"""The date of a text that gives none: posts without an end come first."""
HEADS = frozenset(("党委书记", "行长", "主席", "局长"))
AUTHORITIES = frozenset(("CentralBank", "Regulator"))
"""The titles of who heads a body, and the kinds of bodies that one person may head together."""
NOT_VOICES = ("中华人民共和国", "中央军事委员会", "中央军委", "主席团")
"""How the names of bodies end for which no one person speaks."""
ABROAD_GOVERNMENT = re.compile("(?<!人民)(?<!特别行政区)政府$")
"""Another country's government: what its head says to others is nobody's policy here."""
OPENING, NEAR = 3, 8
"""The sentences that open a text; the characters before a name that still begins a clause."""
PLACED = re.compile("(?:\\d{4}年)?(?P<place>[\u4e00-\u9fff]{2,3}[省市]).*工作会议$")
"""The name of a work conference of a place."""


class Voices:
    """The terms of office of a vocabulary, for questions about who speaks for which body."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Order the terms of office by rank."""
        self.vocabulary = vocabulary
        ranks = {
            form: title.rank or 0 for title in vocabulary.titles for form in (title.word, *title.aliases)
        }
        self.tenures: dict[str, list[tuple[int, Tenure]]] = {}
        for tenure in vocabulary.tenures:
            self.tenures.setdefault(tenure.official, []).append((-ranks.get(tenure.title, 0), tenure))
        self.posts = {
            official: frozenset(vocabulary.entries[t.institution].label for _, t in held)
            for official, held in self.tenures.items()
        }

    def bodies(self, scene: Scene, posts: Iterable[Claim]) -> dict[str, tuple[Entity, ...]]:
        """For each person the institution that speaks through him, by his posts here, else by his tenure.

        Two institutions where he heads two financial authorities (人民银行党委书记、银保监会主席).
        """
        if LIFE.search(scene.text, 0, OBITUARY):
            return {}
        found: dict[str, tuple[Entity, ...]] = {}
        for person, held in self._posts(scene, posts).items():
            main = min(held, key=lambda one: _collective(*one))[1]
            heads = {body.iri: body for title, body in held if title in HEADS and body.type in AUTHORITIES}
            found[person] = tuple({main.iri: main, **(heads if main.iri in heads else {})}.values())
        for person in {e.iri: e for e in scene.entities.values() if e.kind is Kind.OFFICIAL}:
            if person not in found and (body := self._by_tenure(scene, person)):
                found[person] = (self._state(scene, person) or body,)
        return found

    def _state(self, scene: Scene, person: str) -> Entity | None:
        """The state, where its president speaks to others or is called so, if nothing else tells of his posts."""
        entries = self.vocabulary.entries
        presides = next((t.institution for _, t in self.tenures[person] if t.title == PRESIDENT), None)
        abroad = scene.host is not None and scene.host.type in GATHERINGS
        called = f"{entries[person].label}主席" in scene.text and "总书记" not in scene.text
        if presides is None or not (called or abroad or talk(scene.text)):
            return None
        return Linker(entries, {}, year=None).known(entries[presides])

    def _posts(self, scene: Scene, posts: Iterable[Claim]) -> dict[str, list[tuple[str, Entity]]]:
        """The posts that a text gives each person: titles and bodies."""
        by_iri = {e.iri: e for e in scene.entities.values()}
        held: dict[str, list[tuple[str, Entity]]] = {}
        for claim in posts:
            body, title = by_iri.get(claim.object.institution or ""), claim.object.title or ""
            if body is None or LEARNED.search(body.label):
                continue
            if not (body.type == "Legislature" and title in MEMBERS):
                held.setdefault(claim.subject.iri, []).append((title, body))
        return held

    def _by_tenure(self, scene: Scene, person: str) -> Entity | None:
        """The body that a person speaks for at the text's date, by his terms of office."""
        if person not in self.tenures:
            return None
        dated = scene.document.issued
        settled = dated or (f"{scene.year}-06-30" if scene.year else "")
        held = self._voices(person, settled or STILL) or ([] if settled else self._voices(person, ""))
        held = held if dated else [one for one in held if self._likely(scene, one)]
        known = self.vocabulary.entries.get(held[0]) if held else None
        return Linker(self.vocabulary.entries, {}, year=None).known(known) if known else None

    def _likely(self, scene: Scene, body: str) -> bool:
        """Whether a person speaks for a body in an undated text: one abroad only where the text names it."""
        entry = self.vocabulary.entries[body]
        ours = entry.type not in GATHERINGS and (entry.type != "CentralBank" or "中国" in entry.label)
        return ours or any(entity.iri == body for entity in scene.entities.values())

    def _voices(self, official: str, date: str) -> list[str]:
        """The bodies that an official speaks for at a date, or ever, by the rank of the post; none that many sit on."""
        entries = self.vocabulary.entries
        held = [
            (rank, tenure.institution)
            for rank, tenure in self.tenures[official]
            if (not date or (tenure.begin or "") <= date <= (tenure.end or "9999"))
            and not COLLECTIVE.search(tenure.title)
            and not entries[tenure.institution].label.endswith(NOT_VOICES)
            and not ABROAD_GOVERNMENT.search(entries[tenure.institution].label)
        ]
        return [institution for _, institution in sorted(held)]

    def floor(
        self, scene: Scene, parts: tuple[Sentence, ...], bodies_of: dict[str, tuple[Entity, ...]]
    ) -> Floor:
        """Who has the floor where a text begins."""
        if LIFE.search(scene.text, 0, OBITUARY):
            return Floor()
        guest = (
            scene.host is not None and scene.host.type in ABROAD and not SPEECH.search(scene.text, 0, HEAD)
        ) or self._of_a_leader(scene, parts, bodies_of)
        if scene.meeting is not None and scene.host is not None and not guest:
            if "座谈" in scene.meeting.label and (chair := self._chair(scene, parts)) in bodies_of:
                return Floor(bodies_of[chair], Status.PLANNED, own=True)
            talk = bool(attendance.TALK.search(scene.meeting.label)) and "座谈会" not in scene.meeting.label
            press = scene.host.label in PRESS_OFFICES
            acting = presenters(scene, scene.host, parts) if press else holders(scene, scene.host, parts)
            speech = SPEECH.search(scene.text, 0, HEAD) is not None
            return Floor(acting, None if talk else Status.PLANNED, own=speech or not talk)
        if "\n第一条" in scene.text:
            return Floor(self._issuers(scene))
        if local := self._of_place(scene, parts, bodies_of):
            return Floor(local, Status.PLANNED, own=True)
        openings = (self._opening(scene, part, bodies_of) for part in parts[:OPENING])
        found = next((found for found in openings if found.bodies), None) or Floor(_makers(scene, parts))
        said = ADDRESS.search(scene.text, 0, OBITUARY) if found.held else TITLED.match(scene.text)
        return replace(found, own=said is not None)

    def _of_a_leader(
        self, scene: Scene, parts: tuple[Sentence, ...], bodies_of: dict[str, tuple[Entity, ...]]
    ) -> bool:
        """Whether the headline is of a leader of state or Party at an event that another body holds."""
        if scene.host is None or scene.host.type in LEADERS_OWN or scene.host.label in PRESS_OFFICES:
            return False
        joint = JOINT_BODY.match(scene.host.label) is not None
        if not joint and scene.host.type != "GovernmentBody" and "出席" not in scene.text[:HEAD]:
            return False
        if scene.meeting is not None and PRESS_CONFERENCE.search(scene.meeting.label):
            return False
        people_ = scene.of_kind(parts[0].span, Kind.OFFICIAL) if parts else []
        bodies = bodies_of.get(scene.entity(people_[0]).iri, ()) if people_ else ()
        return any(body != scene.host and body.label in LEADING for body in bodies)

    def _opening(self, scene: Scene, part: Sentence, bodies_of: dict[str, tuple[Entity, ...]]) -> Floor:
        """Whom a sentence is about: the body of the person, or the row of bodies, that a clause begins with."""
        for clause in part.clauses:
            names = scene.of_kind(clause, Kind.OFFICIAL, Kind.INSTITUTION)
            names = [f for f in names if scene.entity(f).type != "Media"]
            begin = after_marker(scene.text, clause)
            if not names or names[0].begin - begin > NEAR or PASSING.match(scene.text, begin, names[0].begin):
                continue
            people_ = [f for f in names if f.kind is Kind.OFFICIAL and scene.entity(f).iri in bodies_of]
            if people_:
                bodies = bodies_of[scene.entity(people_[0]).iri]
                return (
                    Floor()
                    if quoted(bodies) and not reported(scene, people_[0])
                    else Floor(bodies, held=True)
                )
            after = Span(names[0].begin, part.span.end)
            row = opening_row(scene, scene.of_kind(after, Kind.INSTITUTION))
            if _of_a_member(scene, names):
                return Floor()
            if row and all(official(e) for e in row):
                return Floor(row)
        return Floor()

    def _chair(self, scene: Scene, parts: tuple[Sentence, ...]) -> str:
        """Who chairs the meeting, by the first lines; a leader's symposium speaks with his voice."""
        for part in parts[:5]:
            cue = scene.text.find("主持", part.span.begin, part.span.end)
            people_ = scene.of_kind(Span(part.span.begin, cue), Kind.OFFICIAL) if cue > 0 else []
            if people_:
                return scene.entity(people_[-1]).iri
        return ""

    def _of_place(
        self, scene: Scene, parts: tuple[Sentence, ...], bodies_of: dict[str, tuple[Entity, ...]]
    ) -> tuple[Entity, ...]:
        """The body of the same place whose head chairs a work conference of no known host (云岭省金融工作会议)."""
        met = PLACED.match(scene.meeting.label) if scene.meeting and scene.host is None else None
        chair = bodies_of.get(self._chair(scene, parts), ()) if met else ()
        return tuple(body for body in chair if met and body.label.startswith(met["place"]))

    def _issuers(self, scene: Scene) -> tuple[Entity, ...]:
        """The body that issued a law: by the order or the session that its head names first, else the last body before its first article."""
        head = Span(0, scene.text.index("\n第一条"))
        named = [scene.entities[place] for place in find_heads(scene.text)]
        if named:
            return (next((e for e in named if e.known), named[-1]),)
        found = [scene.entity(f) for f in scene.of_kind(head, Kind.INSTITUTION)]
        found = [e for e in found if e.label != "中华人民共和国" and e.type != "Media"]
        return tuple(found[-1:])


def _collective(title: str, body: Entity) -> bool:
    """Whether many hold a post, or nobody speaks for its body, so that another post tells for whom he speaks."""
    return COLLECTIVE.search(title) is not None or body.label.endswith(NOT_VOICES)


def _of_a_member(scene: Scene, names: list[Found]) -> bool:
    """Whether the names begin with a body whose members speak for themselves (全国政协委员, 中国科学院院士)."""
    return names[0].kind is Kind.INSTITUTION and of_members(scene, names[0])


def _makers(scene: Scene, parts: tuple[Sentence, ...]) -> tuple[Entity, ...]:
    """The bodies whose document the headline names, which have the floor where the text names nobody else."""
    documents = scene.of_kind(parts[0].span, Kind.DOCUMENT) if parts and scene.makers else []
    made = scene.made_by(documents[0]) if documents else ()
    return made if made and all(map(official, made)) else ()


def spoken_for(scene: Scene, claims: Iterable[Claim]) -> Iterator[Mention]:
    """The bodies that act in claims and that only a speaker's or a meeting's name names (习近平总书记强调: 中共中央)."""
    named = {entity.iri for entity in scene.entities.values()}
    silent = {c.subject.iri for c in claims if c.subject.kind is Kind.INSTITUTION} - named
    for found in scene.layer.found if silent else ():
        speaks = found.kind in (Kind.OFFICIAL, Kind.MEETING)
        body = scene.speaks_for(scene.entity(found)) if speaks else None
        if body is not None and body.iri in silent:
            silent.remove(body.iri)
            yield Mention(body, Span(found.begin, found.end), "body of the speaker or the meeting")
