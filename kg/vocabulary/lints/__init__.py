"""What can be wrong in a vocabulary: a function a lint, from the nodes of all files to findings."""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """What is wrong and what to do; the subject it is about, and the word of its block to point at."""

    iri: str
    message: str
    word: str = ""
