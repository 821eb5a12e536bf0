"""Dates that make no sense."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from kg.terms import PREFIXES
from kg.turtle import term
from kg.vocabulary.entries import BEGINS, ENDS
from kg.vocabulary.lints import Finding
from kg.vocabulary.rdf import literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.vocabulary.entries import Node

SHAPES = {
    "gYear": r"\d{4}",
    "gYearMonth": r"\d{4}-(0[1-9]|1[0-2])",
    "date": r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])",
}
"""What a date of each datatype looks like."""
YEARS = range(1600, 2051)
_TYPE = re.compile(r"\^\^<" + re.escape(PREFIXES["xsd"]) + r"(\w+)>$")


def malformed(nodes: Mapping[str, Node]) -> Iterator[Finding]:
    """A date that is not of its datatype, or not in the calendar."""
    for iri, node in nodes.items():
        for predicate in (*BEGINS, *ENDS):
            for one in node.get(predicate, ()):
                if not _good(one):
                    text = literal(one)[0]
                    message = (
                        f"{term(predicate)} {term(one)} is no date; write a gYear, gYearMonth or date of xsd"
                    )
                    yield Finding(iri, message, text)


def reversed_order(nodes: Mapping[str, Node]) -> Iterator[Finding]:
    """An end before its begin."""
    for iri, node in nodes.items():
        begin = next((literal(node[one][0])[0] for one in BEGINS if one in node), "")
        end = next((literal(node[one][0])[0] for one in ENDS if one in node), "")
        if begin and end and latest(end) < earliest(begin):
            yield Finding(iri, f"<{iri}> ends ({end}) before it begins ({begin})", end)


def earliest(text: str) -> str:
    """The first day that a year, a month or a day can mean.

    >>> earliest("2023-07")
    '2023-07-01'
    """
    return text + "-01-01"[len(text) - 4 :]


def latest(text: str) -> str:
    """The last day that a year, a month or a day can mean.

    >>> latest("2023")
    '2023-12-31'
    """
    return text + "-12-31"[len(text) - 4 :]


def _good(one: str) -> bool:
    shape = _TYPE.search(one)
    text = literal(one)[0]
    if shape is None or not re.fullmatch(SHAPES.get(shape[1], r"(?!)"), text):
        return False
    try:
        date.fromisoformat(earliest(text))
    except ValueError:
        return False
    return int(text[:4]) in YEARS
