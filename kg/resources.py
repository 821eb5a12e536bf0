"""Where the data that comes with the program lies: in a wheel, an editable install or a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kg.errors import KgError

HERE = Path(__file__).parent
PLACES = (HERE / "ontology", HERE.parent / "ontology")
"""A wheel carries the folder inside the package; a checkout beside it."""


@cache
def ontology() -> Path:
    """The folder that holds policy.ttl, shapes.ttl, vocabulary/ and queries/.

    >>> ontology().name
    'ontology'
    """
    for place in PLACES:
        if place.is_dir():
            return place
    raise KgError(f"the folder ontology/ is missing beside {HERE}: install policykg again")
