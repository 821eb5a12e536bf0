"""Proposals as a Turtle draft that a person prunes, completes and adds to the vocabulary."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from kg.model import Kind
from kg.terms import mint
from kg.turtle import COMMON, header

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.suggest import Proposal

SCHEMES = {
    Kind.TOOL: "tools",
    Kind.GOAL: "goals",
    Kind.STANCE: "stances",
    Kind.SECTOR: "sectors",
    Kind.INDICATOR: "indicators",
}
"""The scheme of each class of concepts."""
HEAD = """\
# Proposed, not known: read each block, remove what is wrong, write an English label and a readable IRI,
# move it to the file of its class in the vocabulary, then run kg vocabulary fmt and kg vocabulary check.
"""


def draft(proposals: Iterable[Proposal]) -> str:
    """The text of the draft: a block a proposal, with its count, its pattern and its sentences as comments."""
    parts = [HEAD + header(COMMON)]
    for kind, group in groupby(proposals, key=lambda one: one.kind):
        blocks = [_block(one) for one in group]
        parts.append(f"# {kind.value}: {len(blocks):,} proposals\n")
        parts += blocks
    return "\n".join(parts)


def _block(proposal: Proposal) -> str:
    label = proposal.label.replace("\\", "\\\\").replace('"', '\\"')
    scheme = SCHEMES.get(proposal.kind)
    lines = [
        f"# {proposal.documents:,} documents; found by {proposal.pattern}",
        *(f"#   {' '.join(example.split())}" for example in proposal.examples),
        f"<{mint(proposal.kind, proposal.label)}> a pol:{proposal.kind.value} ;",
        f'    skos:prefLabel "{label}"@zh ;',
        *([f"    skos:inScheme <scheme/{scheme}> ;"] if scheme else []),
        f"    pol:attestedIn {proposal.documents} .",
    ]
    return "\n".join(lines) + "\n"
