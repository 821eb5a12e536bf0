"""What many tests need: the shared corpus where it is there, the built samples, a place for figures."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from here import ROOT, SHARED, command

from kg.pipeline import build
from kg.store import open_graph

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FIGURES: list[str] = []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if FIGURES:
        terminalreporter.section("figures")
        for line in FIGURES:
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def figures():
    """A list: what a test puts there is printed at the end of the run."""
    return FIGURES


@pytest.fixture(scope="session")
def shared():
    """The folder with the test corpus and the annotated documents."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not here")
    return SHARED


@pytest.fixture(scope="session")
def samples():
    return ROOT / "samples"


@pytest.fixture(scope="session")
def built(tmp_path_factory, samples) -> Path:
    """The samples, built with the page."""
    output = tmp_path_factory.mktemp("built") / "output"
    assert not build([samples], output=output).failures
    return output


@pytest.fixture(scope="session")
def graph(built):
    return open_graph(built)


@pytest.fixture
def kg() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the command line in a process of its own."""

    def run(*arguments, **options) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command(*arguments), capture_output=True, text=True, check=False, **options)

    return run
