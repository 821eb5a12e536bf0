"""Who acts in each clause of a sentence: the subject that it names, else whoever has the floor, else nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.agents import (
    ASSEMBLED,
    CHINA,
    FURTHER,
    GATHERINGS,
    JOINT,
    PRAISED,
    addressed,
    frame_subject,
    guest,
    opens,
    others,
    ours,
    silent,
    still_asked,
    talk,
)
from kg.happening import told
from kg.lexicon import PRAISE, SAYS, either
from kg.model import Entity, Kind
from kg.recognizers.titles import STATE

if TYPE_CHECKING:
    from kg.clauses import Frame
    from kg.floor import Floor, Floors
    from kg.scene import Scene
    from kg.text import Sentence

CITES = re.compile(
    "(?:还|再次|明确|首次)?(?:提出|指出|强调|明确|要求|认为)(?!的)|[对就][^，。]{2,40}(?:作出|作了|做出|提出)(?!的)[^，。]{0,12}(?:部署|要求|安排)(?!的)|(?:果断部署|决定|承诺|(?:《[^》]*》)?(?:通过|修正|修订))(?![的，。；、])"
)
"""What follows a meeting whose body acts in the sentence."""
AGAIN = re.compile(f"(?:[一二三四五六七]中)?(?:全会|会议|大会)(?:还|明确|首次)?{SAYS}(?!的)")
"""How a sentence begins, in a text that reports no meeting of its own, that quotes the one named before."""
ITSELF = re.compile(
    f"(?:(?!{either(PRAISE, '欢迎 支持 评价 相信')})[^，]){{0,8}}?(?:我国|中国(?!人民|和|与|同|的|国家主席))"
)
COMMITS = re.compile(
    "(?:同时|为此|[今明去]年)?(?:我(?:谨)?代表中国|中国(?!人民|和|与|同|的|国家主席|企业)|我国|我们(?:也|都|还)?(?:将|愿|已|正))"
)
"""How a clause begins, in a speech to a gathering of states, that says what the speaker's own state does."""
INVITES = re.compile("(?:我|他)?(?:愿|再次)?(?:建议|呼吁|倡议|提议)(?!各国|国际社会|各方)")
"""How a clause begins, in a speech to a gathering, that proposes what those who meet shall do."""
SPEAKING_ON = ("表示", "并表示", "还表示", "强调", "并强调")
"""How a clause begins that goes on with what a speaker says, of whomever he names next."""
MEETING = re.compile("(?:本次|此次)?(?:会议|峰会|大会|会晤)(?:期间|还|最后|并)?")
PURPOSE = re.compile("为(?!此|了此)")
TASK = re.compile("要|必须|政策|会议|我们|下一步|[他她]|(?:习近平)?(?:总书记|主席)")
"""How a clause begins that turns from what others do to what the body orders."""
NOT_ONE = re.compile("联合国|世界|国际|[^合]*论坛$")
"""The names of organisations and forums of which a guest does not say 我们."""
WISHES = re.compile(
    "(?=[^，]{0,14}[愿望待])(?!中)[^，]{2,12}?(?:愿意?|希望|期待)(?:进一步|继续|不断)?[同与和](?:中方|中国(?![工人移证科农建银]))"
)
"""How a clause begins in which somebody wants to do something with China (某州期待同中国加强经贸合作)."""
TO_CHINA = re.compile(
    "(?:愿意?|希望|期待|继续|进一步|也|高度|坚定|完全)*(?:[同与]|支持|赞赏|感谢|欢迎)(?:中方|中国(?!人民银行|证监会|银保监会|企业))"
)
"""How a clause begins in which somebody speaks to China: no plan of a Chinese body."""
ORDINAL = re.compile("第[一二三四五六七八]，|[一二三四五六七八]是")
"""How a sentence begins that goes on with what those who meet have to do."""

PRAISING = re.compile("[评赞感祝看]")
WELL_SPOKEN = re.compile(
    "(?=[^，评赞感祝看]{0,23}+[评赞感祝看])[^，]{0,20}?"
    + either(PRAISE, "积极评价 高度评价 看好 感受到")
    + "(?!的)[^，]{0,4}?(?:中方|中国|我国|[^，]方|[^，]{2,20}(?:对|为|在))"
)
"""A clause in which one side speaks well of what others did or do (赞赏中方深化改革, 积极评价世行对减贫的支持): nobody's own plan."""


@dataclass(slots=True)
class Turn:
    """What holds at a clause: the subject so far, the bodies that opened a clause, whether others act or are told to.

    `hushed`: those act for whom no policy fact is stated, `addressed`: those all over the country who are told what to
    do. `of_china`: what follows, in a speech to a gathering, is asked of China. `cited` are the bodies whose meeting
    the clause at `cited_at` quotes, `beside` those that act with the one that the next clause of a headline begins
    with (中办 国办印发……), nobody where they do not act (考察财政部 审计署).
    """

    subject: tuple[Entity, ...]
    outside: bool
    hushed: bool
    addressed: bool = False
    of_china: bool = False
    cited: tuple[Entity, ...] = ()
    cited_at: int = -1
    opened: tuple[Entity, ...] = ()
    beside: tuple[Entity, ...] | None = None


class Acting:
    """Tells for the sentences of a scene, in order, who acts in their clauses."""

    def __init__(self, scene: Scene, floor: Floor, floors: Floors) -> None:
        """Begin with the document's `floor`; `floors` pass it on."""
        self._scene, self._floors = scene, floors
        self._guest = guest(scene, floor.bodies)
        self._hosted = floor.own and scene.host is not None and scene.host.type in GATHERINGS
        host = scene.host
        met = host is not None and host.type in GATHERINGS and not NOT_ONE.match(host.label)
        met = met and self._guest and not talk(scene.text)
        self._met = (host,) if host is not None and met else ()
        self._china = self._labelled("中国政府")
        self._asked = (-1, "")
        self._demands, self._paragraph = False, -1
        self._cited: tuple[Entity, ...] = ()
        self._of_china = False
        self._represents = False
        """Whether the president of the state speaks for it in the sentence at hand."""

    def of(
        self, sentence: Sentence, frames: tuple[Frame, ...], texts: list[str]
    ) -> tuple[tuple[tuple[Entity, ...], bool], ...]:
        """For each clause, with its text, the bodies that act, and whether outsiders do."""
        scene, floors = self._scene, self._floors
        same = sentence.paragraph == self._asked[0]
        cited, at = self._cites(sentence)
        said = scene.said(sentence.span)
        turn = Turn(
            self._named_later(frames, texts, cited) if "为" in said else (),
            still_asked(said, self._asked[1], floors.bodies, same=same),
            floors.aside,
            of_china=self._of_china and FURTHER.match(said) is not None,
            cited=cited,
            cited_at=at,
        )
        if said.startswith("中国") or sentence.paragraph != self._paragraph:
            self._demands, self._paragraph = False, sentence.paragraph
        self._demands = self._demands or ORDINAL.match(said) is not None
        self._represents = any(body.label == STATE for body in floors.bodies)
        only_told = told(frames, texts)
        praised = PRAISING.search(said)
        acting = []
        for number, (frame, text) in enumerate(zip(frames, texts, strict=True)):
            agents = self._agents(turn, frame, text)
            well = praised is not None and WELL_SPOKEN.match(text) is not None
            nobody = turn.outside or turn.hushed or well or number in only_told
            acting.append(((), turn.outside or well) if nobody else (agents, False))
        self._asked = (sentence.paragraph, said) if turn.outside else (-1, "")
        self._of_china = turn.of_china
        if frames and frames[-1].phrases:
            issued = bool(scene.of_kind(sentence.span, Kind.DOCUMENT)) or "通知" in said
            floors.act(turn.opened, issued=issued)
        return tuple(acting)

    def _agents(self, turn: Turn, frame: Frame, text: str) -> tuple[Entity, ...]:
        """Who acts in the next clause, if anybody may."""
        own, (begin, end) = frame_subject(self._scene, frame), frame.span
        if turn.beside is not None and opens(self._scene, frame):
            row = {e.iri: e for e in (*turn.beside, *(own or ()))}
            own = tuple(row.values()) if turn.beside else None
        turn.beside = (own or ()) if self._ends_in_a_body(frame) else None
        if begin <= turn.cited_at < end:
            own = turn.cited
        goes_on = turn.hushed and own is None and (frame.subject is None or not frame.phrases)
        resumes = TASK.match(text) and not (self._floors.aside or (turn.addressed and text[0] in "要必"))
        turn.hushed = silent(self._scene, frame) or (goes_on and not resumes)
        turn.addressed = turn.hushed and (turn.addressed or addressed(self._scene, frame))
        if self._heard(turn, frame, text, own):
            turn.subject, self._demands = self._met, True
            return self._met
        named = own or self._meeting_acts(frame, text) or self._itself(text)
        if named:
            turn.subject = named
            turn.opened = named if opens(self._scene, frame) else turn.opened
            return named
        if text.startswith("我们") or begin <= self._floors.speaker < end:
            turn.subject = self._floors.words
        agents = turn.subject or self._inherited()
        if not all(map(ours, agents)) and (CHINA.match(text) or PRAISED.match(text)):
            agents = turn.subject = self._china if CHINA.match(text) else ()
            turn.outside = not agents
        joint = self._guest and not turn.subject and self._paragraph and JOINT.search(text)
        if (joint or TO_CHINA.match(text)) and all(map(ours, agents)):
            agents, turn.subject, turn.outside = (), (), True
        return agents

    def _heard(self, turn: Turn, frame: Frame, text: str, own: tuple[Entity, ...] | None) -> bool:
        """Note whether others act in a clause; whether it is those met at the document's own meeting who are asked to."""
        invited = (self._hosted or self._met) and INVITES.match(text)
        asked = bool(self._met and (invited or ASSEMBLED.match(text)) and not own)
        outside = (turn.outside and not (own and text.startswith(SPEAKING_ON))) or (
            WISHES.match(text) is not None and not self._scene.of_kind(frame.span, Kind.INSTITUTION)
        )
        begin, end = frame.span
        speaks = begin <= self._floors.speaker < end and not self._guest and text.endswith("建议")
        turn.of_china = turn.of_china or CHINA.match(text) is not None
        assembled = self._guest and not turn.of_china
        turn.outside = not (invited or asked or speaks) and others(
            text, outside=outside, guest=self._guest, assembled=assembled
        )
        return asked

    def _ends_in_a_body(self, frame: Frame) -> bool:
        """Whether a clause of a headline ends with a body, so that the next one goes on with its row."""
        last = self._scene.layer.ending(frame.span.end)
        goes_on = self._scene.text.startswith(" ", frame.span.end)
        return goes_on and last is not None and last.kind is Kind.INSTITUTION

    def _labelled(self, label: str) -> tuple[Entity, ...]:
        return tuple({e.iri: e for e in self._scene.entities.values() if e.label == label}.values())

    def _meeting_acts(self, frame: Frame, text: str) -> tuple[Entity, ...]:
        """The host, where the document's own meeting issues something (会议发表了《声明》)."""
        host = self._scene.host
        if host is None or not MEETING.match(text) or self._scene.meeting is None:
            return ()
        return (host,) if frame.phrases and "issues" in frame.phrases[0].classes else ()

    def _itself(self, text: str) -> tuple[Entity, ...]:
        """The state, or its government where the text names it, where its president speaks of it (中国将……, 我国……).

        Another who speaks for it to its guests does so with the voice of his own body.
        """
        if self._hosted and COMMITS.match(text):
            return self._china or self._labelled(STATE)
        if self._guest and not self._represents and COMMITS.match(text):
            return tuple(body for body in self._floors.bodies if body.type == "GovernmentBody" and ours(body))
        if not self._represents or not ITSELF.match(text):
            return ()
        return ("中国" in text and self._china) or self._floors.bodies

    def _inherited(self) -> tuple[Entity, ...]:
        """Who has the floor; not the state: what its president says without a subject is asked of those who meet."""
        if self._represents:
            return self._met if self._demands else ()
        return self._floors.bodies

    def _cites(self, sentence: Sentence) -> tuple[tuple[Entity, ...], int]:
        """The body whose meeting a sentence quotes (中央经济工作会议提出……), and where; it acts in that sentence only."""
        scene = self._scene
        opening = sentence.clauses[:3] if scene.of_kind(sentence.span, Kind.MEETING) else ()
        meetings = [f for clause in opening for f in scene.of_kind(clause, Kind.MEETING)]
        entity = scene.entity(meetings[-1]) if meetings else None
        holder = scene.speaks_for(entity) if entity is not None and entity != scene.meeting else None
        if holder is None and scene.meeting is None and AGAIN.match(scene.said(sentence.span)):
            return (self._cited, sentence.span.begin) if self._cited else ((), -1)
        if not meetings:
            return (), -1
        self._cited = (holder,) if holder is not None else ()
        cites = holder is not None and CITES.match(scene.text, meetings[-1].end)
        return (self._cited, meetings[-1].begin) if cites else ((), -1)

    def _named_later(
        self, frames: tuple[Frame, ...], texts: list[str], cited: tuple[Entity, ...]
    ) -> tuple[Entity, ...]:
        """Who acts in ends that come first, where a later clause names the subject (为避免风险，中国政府采取措施)."""
        first = next((n for n, text in enumerate(texts[:3]) if PURPOSE.match(text)), None)
        if first is None:
            return ()
        named = (frame_subject(self._scene, frame) for frame in frames[first + 1 :])
        return cited or next((bodies for bodies in named if bodies is not None), ())
