"""The page's model: a pyvis network. The only door to pyvis, whose import takes a third of a second."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
import numpy as np
from pyvis.network import Network

from kg.render import layout
from kg.render.words import CLASSES

if TYPE_CHECKING:
    from collections.abc import Iterator, KeysView

    from kg.render.contents import Contents, Fact, Thing

LATIN = "\u2e7f"
"""Signs beyond it are as wide as they are high."""
ASSETS = Path(__file__).parent / "assets"
OPENING = 150
"""How many of the most connected nodes a large page opens on."""


class PageNetwork(Network):  # type: ignore[misc]  # pyvis has no types
    """A directed network that renders our own template, with autoescape and without a file lookup by pyvis."""

    def __init__(self, heading: str) -> None:
        super().__init__(directed=True, heading=heading)
        self.templateEnv = jinja2.Environment(loader=jinja2.FileSystemLoader(ASSETS), autoescape=True)
        self.path = "page.html"
        self.toggle_physics(status=False)

    def get_nodes(self) -> KeysView[str]:
        """The ids; pyvis's own list makes each added edge a search through all nodes."""
        known: dict[str, object] = self.node_map
        return known.keys()


def network_of(contents: Contents, heading: str) -> PageNetwork:
    """The things and facts as a laid-out network; a fact whose ends are no known entities is left out."""
    network = PageNetwork(heading)
    numbers = {thing.iri: number for number, thing in enumerate(contents.things)}
    facts = [fact for fact in contents.facts if fact.subject in numbers and fact.object in numbers]
    for thing, position in zip(contents.things, _positions(contents, facts, numbers), strict=True):
        network.add_node(thing.iri, **_node(thing), **position)
    for fact in facts:
        network.add_edge(fact.subject, fact.object, **_edge(fact))
    return network


def _node(thing: Thing) -> dict[str, Any]:
    looks = CLASSES[thing.kind]
    drawn = {"label": thing.zh or thing.iri, "group": thing.kind, "shape": looks.shape, "color": looks.colour}
    return drawn | {name: getattr(thing, name) for name in ("en", "names", "when", "where")}


def _edge(fact: Fact) -> dict[str, Any]:
    return {"label": fact.predicate, "sentences": fact.sentences, "qualifiers": fact.qualifiers}


def _positions(contents: Contents, facts: list[Fact], numbers: dict[str, int]) -> Iterator[dict[str, int]]:
    """Where each thing stands, x and y; `near` is its place in the opening view of a large page."""
    ties = [(numbers[fact.subject], numbers[fact.object]) for fact in facts if fact.subject != fact.object]
    edges = np.array(sorted({(min(tie), max(tie)) for tie in [*ties, *_company(contents, numbers, ties)]}))
    edges = edges.reshape(-1, 2).astype(np.int64)
    widths = np.array([_width(thing) for thing in contents.things], dtype=float)
    years = _years(contents, facts, numbers)
    everywhere = layout.lay_out(edges, widths=widths, years=years)
    inside = edges[(edges < OPENING).all(axis=1)]
    opening = layout.lay_out(inside, widths=widths[:OPENING], years=years[:OPENING])
    for number, (x, y) in enumerate(everywhere.astype(int).tolist()):
        near = opening[number].astype(int).tolist() if number < OPENING and len(widths) > OPENING else None
        yield {"x": x, "y": y} | ({"near": near} if near else {})


def _company(
    contents: Contents, numbers: dict[str, int], ties: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """A tie for each thing without facts: to the busiest thing named in the same document."""
    tied = {number for tie in ties for number in tie}
    busiest: dict[int, int] = {}
    for text, _, _, iri in contents.mentions:
        if iri in numbers:
            busiest[text] = min(busiest.get(text, numbers[iri]), numbers[iri])
    for text, _, _, iri in contents.mentions:
        if iri in numbers and numbers[iri] not in tied and busiest[text] != numbers[iri]:
            tied.add(numbers[iri])
            yield busiest[text], numbers[iri]


def _width(thing: Thing) -> float:
    """About the pixels that the thing's label takes, cut where the page cuts it."""
    return min(sum(13 if sign > LATIN else 7 for sign in thing.zh), 118) + 14.0


def _years(contents: Contents, facts: list[Fact], numbers: dict[str, int]) -> layout.Points:
    """From -1 to 1 for things whose facts are early or late, 0 for those that are in between or undated."""
    total, found = np.zeros((2, len(contents.things)))
    for fact in facts:
        year = fact.qualifiers.get("year", "")[:4]
        if year.isdigit():
            ends = [numbers[fact.subject], numbers[fact.object]]
            total[ends] += int(year)
            found[ends] += 1
    dated = found > 0
    mean = np.where(dated, total / np.maximum(found, 1), 0)
    if not dated.any() or (wide := mean[dated].max() - mean[dated].min()) == 0:
        return np.zeros(len(contents.things))
    result = np.zeros(len(contents.things))
    result[dated] = (mean[dated] - mean[dated].min()) / wide * 2 - 1
    return result
