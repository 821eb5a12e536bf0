"""A set of first characters spares the search for a pattern; one that lacks a character would silence it."""

import re
from re import _parser

import pytest

from kg import agents, happening, text
from kg.rules import goals, instruments, stateless


def spelled(characters):
    return {chr(code) for code in range(0x10000) if re.match(f"[{characters}]", chr(code), re.ASCII)}


def first(items):
    """The characters that a parsed pattern may begin with, and whether it may be empty."""
    found = set()
    for operator, argument in items:
        characters, optional = first_of(str(operator), argument)
        found |= characters
        if not optional:
            return found, False
    return found, True


def first_of(operator, argument):
    if operator in ("ASSERT", "ASSERT_NOT", "AT"):
        return set(), True
    if operator == "LITERAL":
        return {chr(argument)}, False
    if operator == "IN":
        return set().union(*(member(str(kind), value) for kind, value in argument)), False
    if operator in ("MAX_REPEAT", "MIN_REPEAT"):
        least, _, inner = argument
        characters, optional = first(inner)
        return characters, optional or least == 0
    parts = [first(part) for part in (argument[1] if operator == "BRANCH" else [argument[-1]])]
    return set().union(*(part[0] for part in parts)), any(part[1] for part in parts)


def member(kind, value):
    if kind == "CATEGORY":
        return set("0123456789")
    return {chr(code) for code in ([value] if kind == "LITERAL" else range(value[0], value[1] + 1))}


@pytest.mark.parametrize(
    ("patterns", "characters"),
    [
        ([happening.VALUED], happening.VALUED_FIRST),
        ([agents.PLACED], agents.PLACE_FIRST),
        ([agents.SOME], agents.MANY_FIRST),
        ([text.MARKER], text.MARKER_FIRST),
        ([instruments.THIS], instruments.THIS_FIRST),
        (goals.TAILS, spelled(goals.TAIL_FIRST)),
        (stateless._ENDS, spelled(stateless._END_FIRST)),
    ],
)
def test_every_character_that_a_pattern_may_begin_with_is_in_its_set(patterns, characters):
    for pattern in patterns:
        found, empty = first(_parser.parse(getattr(pattern, "pattern", pattern)))
        assert not empty
        assert found <= set(characters)
