"""What the text of a query says before it is run, and what is wrong with it, in words for people."""

from __future__ import annotations

import re

from kg.terms import PREFIXES

FORMS = "SELECT, ASK, CONSTRUCT or DESCRIBE"
NEAR = 24
"""How much of the line is shown before the place of an error."""
FEW = 6
"""A longer list of what could have stood there helps nobody."""
_QUIET = re.compile(
    r'"""(?:[^\\]|\\.)*?"""|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|<[^<>\s]*>|#[^\n]*', re.DOTALL
)
"""Strings, IRIs and comments: no keyword stands in them."""
_FROM = re.compile(r"(?<![?$\w:])FROM\s+(?:NAMED\s+)?(?:<|[\w.-]*:)", re.IGNORECASE)
_FORM = re.compile(r"(?<![?$\w:])(?:SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)
_ERROR = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_SENTENCE = re.compile(r"[A-Z]\w* [^\"\[\]]*")


def names_graphs(sparql: str) -> bool:
    """Whether the query says itself, with FROM, which graphs it is about.

    >>> names_graphs("SELECT * FROM <doc/a> { ?s ?p ?o }"), names_graphs('SELECT ?from { ?from ?p "FROM <x>" }')
    (True, False)
    """
    return bool(_FROM.search(_QUIET.sub(lambda found: "<>" if found[0][0] == "<" else " ", sparql)))


def explained(sparql: str, error: str) -> str:
    """The parser's message on one line: near what, and what it waited for where that is not much.

    >>> explained("SELECT * { ?s ?p ", 'error at 1:18: expected one of "(", FILTER, [_]')
    'query, line 1, column 18, near "SELECT * { ?s ?p": cannot be read as SPARQL, expected "(", FILTER'
    >>> explained("DELETE WHERE { ?s ?p ?o }", "error at 1:10: expected CONSTRUCT")
    'query: begins with none of SELECT, ASK, CONSTRUCT or DESCRIBE: write a query, or name a file that ends in .rq'
    """
    found = _ERROR.match(error)
    if found is None:
        return f"query: {' '.join(error.split())[:300]}"
    if not _FORM.search(_QUIET.sub(" ", sparql)):
        return f"query: begins with none of {FORMS}: write a query, or name a file that ends in .rq"
    line, column = int(found[1]), int(found[2])
    before = " ".join(sparql.split("\n")[line - 1][: column - 1].split())[-NEAR:].strip()
    return f'query, line {line}, column {column}, near "{before}": {_reason(found[3])}'


def _reason(expected: str) -> str:
    """What is wrong, from the list of what the parser could have gone on with."""
    if "Prefix not found" in expected:
        return f"this prefix is not declared (declared already: {', '.join(PREFIXES)})"
    listed = expected.removeprefix("expected ").removeprefix("one of ").split(", ")
    if said := next(filter(_SENTENCE.fullmatch, listed), None):
        return said
    signs = [sign for sign in listed if not set(sign) & set("[]\n")]
    return "cannot be read as SPARQL" + (f", expected {', '.join(signs)}" if 0 < len(signs) <= FEW else "")
