"""The named questions: ontology/queries/*.rq, with their help, their parameters, and safe binding.

A question is a SPARQL file that runs as it is in any tool. Its first comment lines are its help:
the question in Chinese, in English, then a line a parameter, `name (type): 中文 / English`. A
parameter is a variable with a line `VALUES ?name { default }` in the query; asking replaces the
default by the value, written as an RDF term.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING

from kg import resources
from kg.emit import literal
from kg.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kg.store import Graph, Result

HELP = re.compile(r"(?P<name>\w+) \((?P<type>\w+)\): (?P<zh>.+?) / (?P<en>.+)")
DEFAULT = re.compile(r'VALUES \?(?P<name>\w+) \{ (?:"(?P<text>[^"\\]*)"|(?P<number>\d+)) \}')
TYPES = {
    "text": re.compile(r".*", re.DOTALL),
    "year": re.compile(r"[0-9]{4}"),
    "date": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    "number": re.compile(r"[0-9]{1,9}"),
}
"""What a parameter's value looks like."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """What can be given to a question, and what holds where it is not given ("": anything)."""

    name: str
    type: str
    default: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Question:
    """A named question: its name in the list, what it asks, its parameters and its SPARQL."""

    name: str
    zh: str
    en: str
    parameters: tuple[Parameter, ...]
    sparql: str

    @property
    def number(self) -> int:
        """Its place in the list."""
        return int(self.name.partition("-")[0])


@cache
def questions(folder: Path | None = None) -> tuple[Question, ...]:
    """All questions of a folder of .rq files (ours, unless you give another), by number."""
    files = sorted((folder or resources.ontology() / "queries").glob("*.rq"))
    return tuple(parse(path.stem, path.read_text(encoding="utf-8")) for path in files)


def question(name: str, folder: Path | None = None) -> Question:
    """A question by its full name, its name without the number, or its number.

    >>> question("4") == question("posts-as-of") == question("04-posts-as-of")
    True
    """
    known = questions(folder)
    for each in known:
        if name in (each.name, each.name.partition("-")[2], str(each.number), f"{each.number:02}"):
            return each
    names = [each.name.partition("-")[2] for each in known]
    near = get_close_matches(name.lower(), names, n=3) or names
    raise QueryError(f"no question {name!r}: kg ask lists them ({', '.join(near)})")


def parse(name: str, sparql: str) -> Question:
    r"""Read a question's help and its parameters.

    >>> parse("01-x", '# 谁？\n# Who?\n# who (text): 人 / the person\nSELECT * { VALUES ?who { "" } }').en
    'Who?'
    """
    lines = [line.removeprefix("#").strip() for line in sparql.split("\n") if line.startswith("#")]
    defaults = {found["name"]: found["text"] or found["number"] or "" for found in DEFAULT.finditer(sparql)}
    try:
        zh, en, *helps = lines
        parameters = tuple(_parameter(line, defaults) for line in helps)
    except (ValueError, KeyError, TypeError) as error:
        raise QueryError(f"{name}.rq: its first lines are no help text: see ontology/README.md") from error
    return Question(name, zh, en, parameters, sparql)


def bind(asked: Question, values: Mapping[str, str]) -> str:
    """The question's SPARQL with these values in place of the defaults; QueryError for a wrong one."""
    known = {each.name: each for each in asked.parameters}
    for name, value in values.items():
        _check(asked, known.get(name), name, value)

    def term(found: re.Match[str]) -> str:
        value = values.get(found["name"])
        if value is None:
            return found[0]
        number = known[found["name"]].type == "number"
        return f"VALUES ?{found['name']} {{ {value if number else literal(value)} }}"

    return DEFAULT.sub(term, asked.sparql)


def ask(graph: Graph, name: str, /, **values: str) -> Result:
    """Ask a named question of a graph: `ask(graph, "tools-used", year="2023")`."""
    return graph.query(bind(question(name), values))


def _parameter(line: str, defaults: Mapping[str, str]) -> Parameter:
    found = HELP.fullmatch(line)
    if found is None or found["type"] not in TYPES:
        raise ValueError(line)
    return Parameter(found["name"], found["type"], defaults[found["name"]], found["zh"], found["en"])


def _fits(parameter: Parameter, value: str) -> bool:
    """Whether a value is of the parameter's type; nothing at all is, where that is the default."""
    if not value:
        return parameter.type == "text" or not parameter.default
    return bool(TYPES[parameter.type].fullmatch(value)) and (parameter.type != "date" or _is_day(value))


def _is_day(value: str) -> bool:
    """Whether a date is in the calendar."""
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False


def _check(asked: Question, parameter: Parameter | None, name: str, value: str) -> None:
    if parameter is None:
        names = ", ".join(each.name for each in asked.parameters) or "none"
        raise QueryError(f"{asked.name} has no parameter {name!r}: it has {names}")
    if not _fits(parameter, value):
        shape = {"year": "a year like 2024", "date": "a date like 2024-01-31", "number": "a number like 10"}
        raise QueryError(f"{asked.name}: {name}={value}: give {shape.get(parameter.type, 'a text')}")
