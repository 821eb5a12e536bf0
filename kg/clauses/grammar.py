"""A clause into its verb phrases: what leads in, the verb, its object, how it is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.clauses import inner, prepositions
from kg.clauses.chains import CHAINING, SHORTEST, chains, fits, joined, one_object
from kg.clauses.copula import meant
from kg.clauses.late import late
from kg.clauses.lead import after_marker, after_subject, lead_end
from kg.clauses.topics import topic
from kg.clauses.values import Frame, Phrase
from kg.clauses.words import (
    ALIKE,
    ANEW,
    ASKED,
    DEMANDING,
    DUTY,
    EFFORT,
    HEADED,
    INSTRUMENTAL,
    JOINING,
    MANNER,
    MEASURES,
    MODAL,
    NEGATION,
    NO_DUTY,
    NO_MANNER,
    NOUNLIKE,
    NOUNS,
    OF_SIDES,
    OUGHT,
    PARTICLES,
    POINT,
    POSITIVE,
    PREPOSITION_FIRST,
    PROGRAMME,
    PURPOSE,
    RESULTS,
    SECOND,
    SIDE,
    STRESS,
    TOWARDS,
    made_of,
    preposition_at,
)
from kg.model import Span, Verb

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Grammar:
    """The verbs of a vocabulary, ready to parse clauses."""

    def __init__(self, verbs: tuple[Verb, ...]) -> None:
        """Index the verbs by word."""
        self.verbs: Mapping[str, Verb] = {verb.word: verb for verb in verbs}
        self.lengths = {
            first: sorted({len(word) for word in self.verbs if word[0] == first}, reverse=True)
            for first in {word[0] for word in self.verbs}
        }
        self.openers = self.lengths.keys() | PREPOSITION_FIRST
        self.strong = frozenset(
            word
            for word, verb in self.verbs.items()
            if len(word) > 1 and word not in NOUNLIKE and verb.classes & {"pursues", "supports"}
        )

    def verb_at(self, text: str, at: int, end: int) -> Verb | None:
        """The longest verb that begins at a place; a one-character verb only before a two-character object."""
        for length in self.lengths.get(text[at], ()) if at < end else ():
            if (
                length <= end - at
                and (verb := self.verbs.get(text[at : at + length]))
                and fits(text, verb, at, end)
            ):
                return verb
        return None

    def after_verb(self, text: str, at: int, end: int) -> int:
        """Past the adverbs and the verb that a range begins with (全面实行股票发行注册制); else its beginning."""
        starts, _ = lead_end(text, at, end)
        verb = self.verb_at(text, starts, end)
        return starts + len(verb.word) if verb and "uses" in verb.classes and verb.word not in NOUNS else at

    def parse(self, text: str, span: Span) -> Frame:
        """The frame of a clause."""
        start, starts, modal = after_subject(text, after_marker(text, span), span.end, self.verb_at)
        if text.startswith(DEMANDING, starts):
            then, asked = lead_end(text, starts + 2 + text.startswith("了", starts + 2), span.end)
            if self.verb_at(text, then, span.end):
                start, starts, modal = starts + 2, then, asked
        if ends := meant(self, text, starts, span.end):
            head = tuple(self._phrases(text, starts, ends[0], start)) if starts < ends[0] else ()
            subject = Span(start, ends[0]) if start < ends[0] < span.end else None
            return Frame(span, subject, (*head, *ends[1]), modal)
        if about := topic(self, text, start, span.end):
            return Frame(span, Span(start, about[0]) if start < about[0] else None, about[1], modal)
        if owed := self._owed(text, span, start, starts):
            return owed
        opens = starts < span.end and text[starts] in self.openers
        if opens and (phrases := tuple(self._phrases(text, starts, span.end, start))):
            return Frame(span, None, phrases, modal)
        return self._with_subject(text, span, starts)

    def _owed(self, text: str, span: Span, start: int, starts: int) -> Frame | None:
        """A clause whose subject is itself a verb phrase: that, and the verb after 必须 / 要 (扩大内需要增加收入)."""
        at = starts + 4
        while match := OUGHT.search(text, at, span.end):
            at, stop = match.end(), match.start()
            verb, _ = lead_end(text, stop, span.end)
            if verb == stop or not self.verb_at(text, verb, span.end):
                continue
            if phrases := tuple(self._phrases(text, verb, span.end, stop)):
                if text[starts : starts + 2] not in self.strong:
                    return Frame(span, _subject(text, start, stop), phrases, modal=True)
                stop -= 2 * text.startswith(STRESS, stop - 2)
                return Frame(span, None, (*self._phrases(text, starts, stop, start), *phrases), modal=True)
            return None
        return None

    def _with_subject(self, text: str, span: Span, start: int) -> Frame:
        """A clause whose verb comes after a subject: cut at 要 / 将 / 应, else at the first adverb and verb."""
        if told := self._wanted(text, span, start):
            return told
        for duty in DUTY.finditer(text, start + 2, span.end):
            starts, _ = lead_end(text, duty.start(), span.end)
            if NO_DUTY.match(text, duty.start() - 1):
                continue
            phrases = (
                tuple(self._phrases(text, starts, span.end, duty.start()))
                or late(self, text, span, duty.start()).phrases
            )
            return Frame(span, _subject(text, start, duty.start()), phrases, modal=True)
        last = text[span.end : span.end + 1] in ("", "\n")
        effort = EFFORT.match(text, start, span.end) if last else None
        if effort and (headed := self.phrases_from(text, effort.end(), span.end)):
            return Frame(span, Span(start, headed[0].span.begin), headed)
        return late(self, text, span, start)

    def _wanted(self, text: str, span: Span, start: int) -> Frame | None:
        """A clause that says what a policy is about, or what one of several sides wants, is asked for or praised for."""
        said = text[start : span.end]
        for pattern in (POINT, PURPOSE, *OF_SIDES) if "是" in said or "在于" in said else OF_SIDES:
            match = pattern.match(text, start, span.end)
            if match and match.end() > start and (phrases := self.phrases_from(text, match.end(), span.end)):
                end = (
                    match.end("who")
                    if pattern is SIDE
                    else start
                    if pattern in (POINT, PURPOSE)
                    else match.end()
                )
                wills = pattern is ASKED or (pattern is SIDE and bool(match["wills"]))
                subject = Span(start, end) if end > start else None
                return Frame(span, subject, phrases, modal=wills or (pattern is SIDE and phrases[0].modal))
        return None

    def phrases_from(self, text: str, at: int, end: int) -> tuple[Phrase, ...]:
        """The verb phrases of a range that begins, after adverbs, with a verb."""
        starts, _ = lead_end(text, at, end)
        return tuple(self._phrases(text, starts, end, at))

    def announced(self, text: str, at: int, end: int) -> tuple[Phrase, ...]:
        """The phrases of what a range says that was decided, studied or ordered (确定扩大内需的措施)."""
        _, starts, _ = after_subject(text, at, end, self.verb_at)
        return tuple(self._phrases(text, starts, end, at)) if starts > at else ()

    def _phrases(self, text: str, at: int, end: int, lead_begin: int) -> Iterator[Phrase]:
        """Yield the coordinated phrases from a place on, if a verb (or a preposition) stands there."""
        lead = text[lead_begin:at]
        if preposition := preposition_at(text, at, end):
            yield from prepositions.after_preposition(self, text, at, end, preposition, lead)
            return
        parts = [(at, end)] if self._instrument(text, at, end) else self.coordinated(text, at, end)
        first: Phrase | None = None
        for begin, stop in parts:
            starts, _ = lead_end(text, begin, stop)
            phrase = self.phrase(text, starts, stop, lead if begin == at else lead + text[begin:starts])
            if phrase is None:
                return
            first = first or phrase
            yield from inner.nested(self, text, phrase)

    def _instrument(self, text: str, at: int, end: int) -> bool:
        """Whether a range is one instrument with its ends inside (提出一系列鼓励创新、支持消费的政策措施)."""
        if MEASURES.search(text, at, end) is None:
            return False
        verb = self.verb_at(text, at, end)
        return verb is not None and verb.word in INSTRUMENTAL

    def phrase(self, text: str, at: int, end: int, lead: str) -> Phrase | None:
        """The verb phrase that begins at a place; `lead` is what leads in. None where no verb stands there."""
        verb = self.verb_at(text, at, end)
        if verb is None:
            return None
        after, verbs = at + len(verb.word), [verb]
        while verb.classes & CHAINING:
            step = SECOND.match(text, after, end)
            link = step.group() if step else ""
            starts, _ = lead_end(text, after + len(link), end)
            following = self.verb_at(text, starts, end)
            if following is None or MODAL.search(text, after, starts):
                break
            if not chains(text, verbs[-1], link, following, starts, end):
                break
            verbs.append(following)
            after = starts + len(following.word)
        if ALIKE.match(text, after, end) and text[at:after] in self.strong:
            after += 3
        particle = PARTICLES.match(text, after, end)
        begin = (
            particle.end() if particle and text[after : particle.end()] in ("了", "好", "着", "过") else after
        )
        classes, action = joined(verbs)
        manner = tuple(m.group() for m in MANNER.finditer(lead) if m.group() not in NO_MANNER) if lead else ()
        return Phrase(
            Span(at, end),
            text[at:after],
            classes,
            action,
            Span(begin, end),
            manner,
            modal=lead != "" and MODAL.search(lead) is not None,
            perfect="了" in text[after:begin] or "已" in lead,
            negated=lead != "" and NEGATION.search(POSITIVE.sub("", lead)) is not None,
        )

    def coordinated(self, text: str, at: int, end: int) -> list[tuple[int, int]]:
        """The parts between 、 that each begin, after adverbs, with a verb and have an object."""
        said = text[at:end]
        if "、" not in said and "和" not in said:
            return [(at, end)]
        cuts, depth = [at], 0
        for place in range(at, end):
            char = text[place]
            depth += (char in "“《（(") - (char in "”》）)")
            if depth == 0 and char in "、和" and self._cuts(text, cuts, place, end):
                cuts.append(place + 1)
        stops = [cut - 1 for cut in cuts[1:]] + [end]
        return list(zip(cuts, stops, strict=True))

    def _cuts(self, text: str, cuts: list[int], place: int, end: int) -> bool:
        """Whether a new phrase begins behind a mark; behind 和 only with a verb that is no noun."""
        if text[place] == "和":
            before = text[place - 2 : place]
            if ANEW.match(text, place + 1, end):
                return before not in self.verbs or before in RESULTS
            begins, _ = lead_end(text, place + 1, end)
            paired = text.startswith(JOINING, cuts[0]) or (before in self.verbs and before not in NOUNS)
            if text[begins : begins + 2] not in self.strong or (
                len(cuts) == 1 and (paired or HEADED.search(text, place, end))
            ):
                return False
        if text.startswith(PROGRAMME, cuts[0]) and text.endswith("改革", place, end):
            return False
        if one_object(text, cuts[-1], place, end, self.strong):
            return False
        alone = self._only_verbs(text, cuts[-1], place)
        return self.opens_phrase(text, place + 1, end) and not alone

    def _only_verbs(self, text: str, at: int, end: int) -> bool:
        """Whether a range holds nothing but verbs (鼓励、支持 before 、引导非公有制经济发展)."""
        at, _ = lead_end(text, at, end)
        begin = at
        while at < end and (verb := self.verb_at(text, at, end) or self.verbs.get(text[at:end])):
            if at > begin and text[at - 1] not in "、和" and verb.word in NOUNS:
                return False
            at += len(verb.word)
            at += at < end and text[at] in "、和"
        return at >= end

    def opens_phrase(self, text: str, at: int, end: int) -> bool:
        """Whether a new phrase begins at a place, behind a mark."""
        stop = text.find("、", at, end)
        stop = end if stop < 0 else stop
        starts, _ = lead_end(text, at, stop)
        verb = self.verb_at(text, starts, stop)
        if verb is None:
            return False
        rest = text[starts + len(verb.word) : stop]
        if len(rest) < SHORTEST or rest[0] in "和与及的、等":
            return False
        made = made_of(verb.word, rest)
        if rest[0] == "“" or (made and verb.word == "建设"):
            return True
        noun = verb.word in NOUNLIKE and len(verb.word) > 1 and starts == at and HEADED.search(rest)
        if noun or (rest[:2] in NOUNLIKE and verb.word not in self.strong and verb.word != "统筹"):
            return False
        if made or verb.word not in NOUNLIKE or starts > at:
            return True
        return verb.word not in NOUNS and len(rest) >= 2 * SHORTEST


def _subject(text: str, begin: int, end: int) -> Span | None:
    """What stands before 要 or 必须, unless it only says whom the verb is for."""
    return None if text.startswith(TOWARDS, begin) else Span(begin, end)
