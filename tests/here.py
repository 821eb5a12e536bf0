"""Where the tests stand, and how they call the command line."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


def command(*arguments) -> list[str]:
    """The command line in a process of its own."""
    return [sys.executable, "-c", "from kg.cli import main; main()", *map(str, arguments)]
