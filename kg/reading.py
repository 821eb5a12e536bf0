"""Document -> Reading: names, their entities, the scene, the claims. Joins the stages; knows no grammar itself.

>>> from kg.normalise import document
>>> from kg.vocabulary import load
>>> reading = read(document("中国人民银行行长潘功胜出席会议。", identifier="a.txt"), load())
>>> [(c.subject.label, c.predicate, c.object.label) for c in reading.claims]
[('潘功胜', 'holds', '中国人民银行行长')]
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.clauses import Grammar
from kg.floor import Floor
from kg.framing import frame_of, masked
from kg.hosts import meeting_hosts
from kg.link import Linker, introduced, met_again, moved, recognised, spread
from kg.masthead import find_anchor
from kg.matcher import Matcher
from kg.model import Claim, Document, Entity, Entry, Kind, Mention, Reading, Status, WorkItem
from kg.naming import administered, named_in
from kg.own import own_meeting
from kg.recognizers import (
    abroad,
    bodies,
    documents,
    editions,
    elliptic,
    inspections,
    issuers,
    meetings,
    namesakes,
    people,
    phrases,
    references,
    shortened,
    titles,
)
from kg.recognizers.fields import of_amounts, of_lands, with_fields
from kg.recognizers.found import Found, Layer, from_match, merged
from kg.recognizers.instruments import names_itself
from kg.rules import attendance, convening, cooperation, encounters, issuing, posts, represented, titled
from kg.rules.aims import Aims
from kg.rules.conversations import find_conversations
from kg.rules.headings import Headings
from kg.rules.measures import Measures
from kg.rules.papers import Papers
from kg.rules.supports import Supports
from kg.scene import Line, Scene
from kg.stands import Stands
from kg.text import Sentence, numbered_items, sentences
from kg.voices import Voices, spoken_for
from kg.when import year_reported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.vocabulary import Vocabulary


class Reader:
    """A vocabulary made ready to read documents."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Index the names and the verbs."""
        self.vocabulary = vocabulary
        self.matcher = Matcher(vocabulary)
        self.grammar = Grammar(vocabulary.verbs)
        self.goals = {
            label: iri
            for label, iris in vocabulary.surfaces.items()
            for iri in iris
            if vocabulary.entries[iri].kind is Kind.GOAL
        }
        self.bodies = {
            label: known
            for label, iris in vocabulary.surfaces.items()
            if (
                known := tuple(
                    vocabulary.entries[i] for i in iris if vocabulary.entries[i].kind is Kind.INSTITUTION
                )
            )
        }
        self.names: dict[tuple[Kind, str], tuple[Entry, ...]] = {}
        for label, iris in vocabulary.surfaces.items():
            for entry in (vocabulary.entries[iri] for iri in iris):
                self.names[entry.kind, label] = (*self.names.get((entry.kind, label), ()), entry)
        self.sectors = {label: known[0] for (kind, label), known in self.names.items() if kind is Kind.SECTOR}
        self.voices = Voices(vocabulary)
        self.schemes = administered(vocabulary.entries)

    def read(self, document: Document) -> Reading:
        """Everything that a document says."""
        scene, items = self._laid_out(document)
        made = [*self._claims(scene, self._linker(scene))]
        made += issuing.find_made(scene, [c for c in made if isinstance(c, Claim)])
        titles = titled.Titles(scene, self.grammar, self._linker(scene))
        made += titles.find([c for c in made if isinstance(c, Claim)])
        made += issuing.find_ends(scene, [c for c in made if isinstance(c, Claim)])
        claims = tuple(c for c in made if isinstance(c, Claim))
        mentions = named_in(
            scene,
            [*(m for m in made if isinstance(m, Mention)), *spoken_for(scene, claims)],
            claims,
            self.schemes,
        )
        return Reading(
            document,
            tuple(line.sentence.span for line in scene.lines),
            self._settled(items, scene),
            mentions,
            claims,
        )

    def scene_of(self, document: Document) -> Scene:
        """The document as the rules see it: its names, its clauses as frames, where each stands."""
        return self._laid_out(document)[0]

    def _laid_out(self, document: Document) -> tuple[Scene, tuple[WorkItem, ...]]:
        text = document.folded
        parts = tuple(sentences(text))
        scene = self._scene(document, parts, self._names(text, parts))
        items = self._items(document, text, parts)
        return self._lines(scene, parts, items), items

    def _names(self, text: str, parts: tuple[Sentence, ...]) -> Layer:
        matches = (from_match(match) for match in self.matcher.find(text))
        own = (name for name in matches if names_itself(text, name))
        known = of_amounts(text, with_fields(of_lands(text, own)))
        layer = Layer(meetings.held(text, list(titles.settled(text, known, self.bodies))))
        layer = layer.joined(titles.find_titles(text, layer))
        layer = layer.joined(titles.qualified(text, layer))
        layer = layer.joined(bodies.find_bodies(text, layer, 0, len(text), self.grammar))
        layer = Layer(shortened.in_full(merged(layer.found, shortened.referred(text, layer.found))))
        layer = layer.joined(people.find_people(text, layer))
        new: list[Found] = []
        for part in parts:
            new += meetings.find_meetings(text, layer, part.span.begin, part.span.end)
            new += documents.find_documents(text, layer, part.span.begin, part.span.end)
            new += phrases.find_phrases(text, layer, part, self.grammar)
        named = documents.in_rows(text, merged(layer.found, new))
        layer = Layer(recognised(inspections.united(named), self.names))
        longer = [*editions.in_brackets(text, layer, self.names), *editions.lengthened(text, layer)]
        named = merged(layer.found, longer)
        named = editions.united(text, editions.in_full(named, self.names, self.bodies))
        whole = references.referred(text, merged(named, spread(text, named)))
        layer = Layer(met_again(text, moved(text, whole)))
        layer = layer.joined(elliptic.find_elliptic(text, layer, self.vocabulary))
        layer = Layer(titles.without_bare_state(text, layer))
        layer = Layer(abroad.of_another_state(text, Layer(abroad.of_another_party(text, layer))))
        layer = Layer(namesakes.told_apart(text, layer, self.voices.posts))
        return Layer(phrases.settled(text, layer))

    def _scene(self, document: Document, parts: tuple[Sentence, ...], layer: Layer) -> Scene:
        year = settled_year(document)
        linker = Linker(self.vocabulary.entries, self.goals, year=year)
        for short, found in introduced(document.folded, layer.found).items():
            linker.short[short] = linker.entity(found)
        own = own_meeting(document, parts, layer, linker, self.vocabulary, year)
        entities = {(f.begin, f.end): linker.entity(f) for f in layer.found if f.kind is not None}
        for found in layer.found:
            if found.kind is None and titles.names_its_body(document.folded, layer, found):
                entities[found.begin, found.begin + 2] = self._entity(
                    titles.STATE_HOLDERS[found.label], linker
                )
        if own.meeting is not None:
            entities |= dict.fromkeys(((place.begin, place.end) for place in own.places), own.meeting)
        makers = issuers.find_makers(document.folded, layer, self.bodies)
        for place in {*issuers.find_heads(document.folded), *(p for row in makers.values() for p in row)}:
            if place not in entities:
                label = document.folded[slice(*place)]
                entities[place] = self._entity(titles.STATE_HOLDERS.get(label, label), linker)
        host_place = own.host_place(document.folded)
        if own.host is not None and host_place and own.host not in entities.values():
            entities[host_place] = own.host
        return Scene(
            document,
            document.folded,
            layer,
            entities,
            own.meeting,
            own.host,
            year,
            masked=masked(document.folded, layer, self.grammar),
            makers=makers,
            organisers=meeting_hosts(layer, linker, self.vocabulary),
        )

    def _entity(self, label: str, linker: Linker) -> Entity:
        if label in self.bodies:
            return linker.known(self.bodies[label][0])
        return linker.minted(Kind.INSTITUTION, label)

    def _linker(self, scene: Scene) -> Linker:
        return Linker(self.vocabulary.entries, self.goals, year=scene.year)

    def _items(self, document: Document, text: str, parts: tuple[Sentence, ...]) -> tuple[WorkItem, ...]:
        return tuple(
            WorkItem(
                f"{document.iri}#item={n}",
                item.ordinal,
                _heading(document.text[item.heading.begin : item.heading.end]),
                item.span,
            )
            for n, item in enumerate(numbered_items(text, parts), 1)
        )

    def _lines(self, scene: Scene, parts: tuple[Sentence, ...], items: tuple[WorkItem, ...]) -> Scene:
        held = [tuple(posts.find_posts(scene, part)) for part in parts]
        bodies_of = self.voices.bodies(scene, [claim for told in held for claim in told])
        floor = self.voices.floor(scene, parts, bodies_of)
        scene = replace(scene, voices={person: bodies[0] for person, bodies in bodies_of.items()})
        digest = scene.meeting is None and bool(DIGEST.search(document_title(scene, parts)))
        stands = Stands(scene, Floor() if digest else floor, bodies_of, parts, digest=digest)
        lines = []
        for part, told in zip(parts, held, strict=True):
            frames = tuple(frame_of(scene, self.grammar, clause) for clause in part.clauses)
            item = next((i for i in reversed(items) if i.span.begin <= part.span.begin < i.span.end), None)
            kinds = frozenset(f.kind for f in scene.layer.within(*part.span))
            lines.append(Line(part, frames, stands.of(part, frames, item), kinds, told))
        return replace(scene, lines=tuple(lines))

    def _claims(self, scene: Scene, linker: Linker) -> Iterator[Claim | Mention]:
        talks = encounters.encounters(scene)
        supports = Supports(scene, linker, self.sectors, regulation="\n第一条" in scene.text)
        papers = Papers(scene, encounters.occasion(scene, talks))
        rules = Measures(scene, self.grammar, linker, Aims(scene, linker, supports), supports, papers)
        headings = Headings(scene)
        yield from issuing.find_issued(scene, linker)
        if talks:
            yield from encounters.find_encounters(scene, talks)
        for line in scene.lines:
            yield from line.posts
            if not ACTING.isdisjoint(line.kinds):
                if not (encounters.joined(scene, talks) and encounters.joins(scene, line.sentence)):
                    yield from self._attendance(scene, line)
                yield from cooperation.find_cooperation(scene, line)
            yield from rules.read(line, headings.over(line))

    def _attendance(self, scene: Scene, line: Line) -> Iterator[Claim]:
        """Who took part, in the year of the meeting where the text settles it."""
        for kind, find in ATTENDANCE:
            for claim in find(scene, line.sentence) if kind in line.kinds else ():
                held = claim.status is Status.DONE and claim.year is None
                yield replace(claim, year=scene.year_of(claim.object, line.sentence)) if held else claim

    def _settled(self, items: tuple[WorkItem, ...], scene: Scene) -> tuple[WorkItem, ...]:
        """The items with the status and the year of their first sentence."""
        first: dict[str, tuple[Status | None, int | None]] = {}
        for line in scene.lines:
            for stand in line.stands:
                if stand.item is not None:
                    first.setdefault(stand.item.iri, (stand.status, stand.year))
        return tuple(
            replace(i, status=first.get(i.iri, (None, None))[0], year=first.get(i.iri, (None, None))[1])
            for i in items
        )


ATTENDANCE = (
    (Kind.OFFICIAL, attendance.find_attendance),
    (Kind.OFFICIAL, find_conversations),
    (Kind.INSTITUTION, represented.find_represented),
    (Kind.MEETING, convening.find_convening),
    (Kind.INSTITUTION, convening.find_organised),
)
"""The rules of attendance, each with the kind of name that a sentence must have for it."""
ACTING = frozenset(kind for kind, _ in ATTENDANCE)
DIGEST = re.compile("早餐|快讯|要闻|简报|速览|摘要|晨报|早报|晚报|日报|周报|早知道|一览")


def document_title(scene: Scene, parts: tuple[Sentence, ...]) -> str:
    """The first line of a document."""
    return scene.said(parts[0].span) if parts else ""


def _heading(text: str) -> str:
    return text.strip("　 。；：*#")[:80]


def settled_year(document: Document) -> int | None:
    """The year that 今年 means: of the date that the text bears, or that its first lines settle, or its reports' plans."""
    anchor = find_anchor(document.folded, document.issued)
    return anchor.year if anchor else year_reported(document.folded)


_READERS: dict[str, Reader] = {}


def read(document: Document, vocabulary: Vocabulary) -> Reading:
    """Everything that a document says, in the words of a vocabulary."""
    if vocabulary.sha256 not in _READERS:
        _READERS[vocabulary.sha256] = Reader(vocabulary)
    return _READERS[vocabulary.sha256].read(document)
