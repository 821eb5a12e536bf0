"""Chinese financial policy texts as an RDF knowledge graph in which every fact carries its sentence.

>>> import kg
>>> kg.Kind.OFFICIAL.value
'Official'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.errors import GraphError, InputError, KgError, QueryError, VocabularyError
    from kg.model import Claim, Document, Entity, Kind, Mention, Reading, Span, Status
    from kg.pipeline import Report, build
    from kg.store import Graph, open_graph

__version__ = "0.1.0"
__all__ = [
    "Claim",
    "Document",
    "Entity",
    "Graph",
    "GraphError",
    "InputError",
    "KgError",
    "Kind",
    "Mention",
    "QueryError",
    "Reading",
    "Report",
    "Span",
    "Status",
    "VocabularyError",
    "build",
    "open_graph",
]

HOMES = {
    "kg.errors": {"GraphError", "InputError", "KgError", "QueryError", "VocabularyError"},
    "kg.model": {"Claim", "Document", "Entity", "Kind", "Mention", "Reading", "Span", "Status"},
    "kg.pipeline": {"Report", "build"},
    "kg.store": {"Graph", "open_graph"},
}
"""The module that each public name lives in; it is imported when the name is first asked for."""


def __getattr__(name: str) -> Any:  # noqa: ANN401  a module's attribute is anything
    for module, names in HOMES.items():
        if name in names:
            return getattr(import_module(module), name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
