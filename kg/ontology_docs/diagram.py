"""The class diagram as SVG: our own layout, the same bytes every time, nothing to fetch."""

from __future__ import annotations

from html import escape
from math import hypot
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.ontology_docs.terms import Term

PLACES = {
    "Official": (130, 110), "Post": (130, 400), "Meeting": (470, 110), "Institution": (470, 400),
    "PolicyDocument": (850, 110), "PolicyStance": (850, 300), "PolicyTool": (850, 470),
    "PolicyGoal": (1220, 190), "Indicator": (1220, 400), "Sector": (1220, 620),
}  # fmt: skip
"""Where each class stands: people on the left, means in the middle, ends on the right."""
COLOURS = {
    "Official": "#0072B2", "Post": "#2C7FB0", "Meeting": "#A8507F", "Institution": "#004D73",
    "PolicyDocument": "#8C6D1F", "PolicyStance": "#D55E00", "PolicyTool": "#009E73",
    "PolicyGoal": "#B0413E", "Indicator": "#6A6A6A", "Sector": "#7A5AA6",
}  # fmt: skip
BENDS = {
    ("Institution", "PolicyGoal"): -64, ("Institution", "Sector"): 70, ("PolicyDocument", "Sector"): -36,
    ("Institution", "PolicyDocument"): -62, ("PolicyTool", "PolicyGoal"): 8, ("PolicyStance", "PolicyGoal"): 16,
    ("PolicyDocument", "Indicator"): -30, ("PolicyTool", "Indicator"): 18, ("PolicyTool", "Sector"): 20,
    ("Institution", "PolicyTool"): 30, ("Institution", "PolicyStance"): -6,
}  # fmt: skip
"""How far a line bows from the straight one, in pixels, so that it passes beside the boxes between."""
LABELS = {("PolicyDocument", "Sector"): 0.76}
"""How far along its line a label stands, where the middle is taken."""
WIDTH, HEIGHT, BOX, TALL = 1380, 690, 176, 62
NOTE = (
    "每条事实都有断言：原句、状态、年份、行动、次数、方式、所在条目、规则",
    "Every fact has an assertion: its sentence, status, year, action, times, manner, item and rule",
)
STYLE = """svg text{font-family:system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
.box-zh{font-size:17px;font-weight:600;fill:#fff}.box-en{font-size:12px;fill:#fff;opacity:.9}
.edge{fill:none;stroke-width:1.6;opacity:.75}.label{font-size:12px;text-anchor:middle;paint-order:stroke;
stroke:#fff;stroke-width:5px;stroke-linejoin:round}"""


def draw(terms: Iterable[Term]) -> str:
    """The ten classes and the facts between them, labelled in Chinese and English."""
    known = {term.name: term for term in terms}
    lines = [_edge(pair, names) for pair, names in sorted(_edges(known).items())]
    boxes = [_box(known[name]) for name in PLACES]
    heads = "".join(
        f'<marker id="{name}" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
        f'<path d="M0 0L8 4L0 8z" fill="{colour}"/></marker>'
        for name, colour in COLOURS.items()
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        ' aria-label="政策本体的类与关系 / Classes and facts of the policy ontology">\n'
        f"<style>{STYLE}</style><defs>{heads}</defs>\n"
        f'<rect width="{WIDTH}" height="{HEIGHT}" rx="14" fill="#fff"/>\n'
        + "\n".join([*lines, *boxes, _note()])
        + "\n</svg>\n"
    )


def _edges(known: Mapping[str, Term]) -> dict[tuple[str, str], list[str]]:
    """The facts by the classes that they join: each predicate as "中文 name"."""
    found: dict[tuple[str, str], list[str]] = {
        ("Official", "Post"): ["担任 holds"],
        ("Post", "Institution"): ["属于 postIn"],
    }
    for term in known.values():
        for begin in term.domain:
            for end in term.range:
                pair = (begin.removeprefix("pol:"), end.removeprefix("pol:"))
                if set(pair) <= PLACES.keys() and not term.inverse and term.name != "issuer":
                    found.setdefault(pair, []).append(f"{term.label['zh']} {term.name}")
    return found


def _note() -> str:
    rows = "".join(f'<tspan x="42" dy="{20 * index}">{row}</tspan>' for index, row in enumerate(NOTE))
    return f'<text x="42" y="{HEIGHT - 58}" font-size="13" fill="#444">{rows}</text>'


def _box(term: Term) -> str:
    x, y = PLACES[term.name]
    return (
        f"<g><title>{escape(term.definition['zh'])} {escape(term.definition['en'])}</title>"
        f'<rect x="{x - BOX // 2}" y="{y - TALL // 2}" width="{BOX}" height="{TALL}" rx="10"'
        f' fill="{COLOURS[term.name]}"/>'
        f'<text class="box-zh" x="{x}" y="{y - 3}" text-anchor="middle">{escape(term.label["zh"])}</text>'
        f'<text class="box-en" x="{x}" y="{y + 18}" text-anchor="middle">{escape(term.name)}</text></g>'
    )


def _edge(pair: tuple[str, str], names: list[str]) -> str:
    if pair[0] == pair[1]:
        return _loop(pair[0], names)
    (x0, y0), (x1, y1) = PLACES[pair[0]], PLACES[pair[1]]
    length = hypot(x1 - x0, y1 - y0)
    bend = BENDS.get(pair, 0)
    cx = (x0 + x1) / 2 - (y1 - y0) / length * bend * 2
    cy = (y0 + y1) / 2 + (x1 - x0) / length * bend * 2
    (bx, by), (ex, ey) = _border(x0, y0, cx, cy), _border(x1, y1, cx, cy)
    path = f"M{bx:.0f} {by:.0f}Q{cx:.0f} {cy:.0f} {ex:.0f} {ey:.0f}"
    t = LABELS.get(pair, 0.5)
    a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
    return _line(path, pair[0], names, (a * bx + b * cx + c * ex, a * by + b * cy + c * ey))


def _loop(name: str, names: list[str]) -> str:
    """A line from a class to itself: below an institution, above a meeting."""
    x, y = PLACES[name]
    side = 1 if name == "Institution" else -1
    edge, far = y + side * TALL // 2, y + side * (TALL // 2 + 66)
    path = f"M{x - 70} {edge}C{x - 80} {far} {x + 20} {far} {x + 10} {edge}"
    return _line(path, name, names, (x - 30, y + side * (TALL // 2 + 56 + 7 * (len(names) - 1))))


def _line(path: str, name: str, names: list[str], middle: tuple[float, float]) -> str:
    x, y = middle
    rows = "".join(
        f'<tspan x="{x:.0f}" dy="{0 if first else 15}">{escape(each)}</tspan>'
        for first, each in ((index == 0, each) for index, each in enumerate(names))
    )
    colour = COLOURS[name]
    top = y + 4 - 7.5 * (len(names) - 1)
    return (
        f'<path class="edge" d="{path}" stroke="{colour}" marker-end="url(#{name})"/>'
        f'<text class="label" x="{x:.0f}" y="{top:.0f}" fill="{colour}">{rows}</text>'
    )


def _border(x: float, y: float, towards_x: float, towards_y: float) -> tuple[float, float]:
    """Where a line from the middle of a box leaves it."""
    dx, dy = towards_x - x, towards_y - y
    scale = min(
        (BOX / 2 + 3) / abs(dx) if dx else float("inf"),
        (TALL / 2 + 3) / abs(dy) if dy else float("inf"),
    )
    return x + dx * scale, y + dy * scale
