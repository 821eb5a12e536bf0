"""The README's examples: `$ command` lines in console blocks, and what they print. `make readme` writes it anew."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"(?ms)^```console\n(.*?)^```$")
STEP = re.compile(r"(?m)^\$ (?P<command>.*)\n(?P<output>(?:(?!\$ ).*\n)*)")
TIME = re.compile(r"\bin [\d.]+ s\b")


def examples(text):
    """Every command of the README with the output that stands below it, in order."""
    return [
        (step["command"], step["output"])
        for block in BLOCK.finditer(text)
        for step in STEP.finditer(block[1])
    ]


def play(command, folder):
    """What a command prints, run by a shell in `folder`, where samples/ is at hand; seconds are made the same."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", "-c", f"{command} 2>&1"],
        cwd=folder,
        env={**os.environ, "PATH": path, "COLUMNS": "100"},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    failed = f"(exit status {done.returncode})\n" if done.returncode else ""
    return TIME.sub("in 2.0 s", done.stdout) + failed


def stage(folder):
    """A folder in which the README's commands run."""
    (folder / "samples").symlink_to(ROOT / "samples")
    return folder


def refreshed(text, folder):
    """The README with what its commands print now."""

    def block(found):
        return "```console\n" + STEP.sub(lambda step: step_now(step, folder), found[1]) + "```"

    return BLOCK.sub(block, text)


def step_now(step, folder):
    return f"$ {step['command']}\n{play(step['command'], folder)}"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        README.write_text(
            refreshed(README.read_text(encoding="utf-8"), stage(Path(name))), encoding="utf-8", newline="\n"
        )
