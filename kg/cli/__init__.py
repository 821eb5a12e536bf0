"""The command line: a file a command; the only code that prints, and the only door to click."""

from __future__ import annotations

import io
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from kg import __version__
from kg.errors import KgError

HERE = Path(__file__).parent


class Commands(click.Group):
    """The commands, found by file name and imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Every file of this folder that does not begin with an underscore."""
        return sorted(path.stem for path in HERE.glob("*.py") if not path.stem.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The object called `command` in the file of that name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"kg.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands by the first line of their files, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary(HERE / f"{name}.py")) for name in self.list_commands(ctx)])

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  click's signature
        """Run a command; what a user can mend becomes one line and exit status 1."""
        if sys.stdin is None:  # the shell closed it: kg build - <&-
            sys.stdin = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        try:
            return super().invoke(ctx)
        except KgError as error:
            click.echo(f"kg: {error}", err=True)
        except BrokenPipeError:
            _drop_output()
        except OSError as error:
            click.echo(f"kg: {_trouble(error)}", err=True)
            if error.filename is None:
                _drop_output()
        raise click.exceptions.Exit(1)


def _drop_output() -> None:
    """Let what is still to be written to standard output go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _trouble(error: OSError) -> str:
    """What the system refused, on one line: a path too long, no permission, a full disk."""
    where = f"{error.filename}: " if error.filename else ""
    what = error.strerror or " ".join(str(error).split())
    return f"{where}{what}: name another file or folder, or mend its permissions or the disk's space"


def summary(path: Path) -> str:
    """The first sentence of a command's file: its line in the list of commands."""
    with path.open(encoding="utf-8") as file:
        return file.readline().strip().strip('"').partition(". ")[0]


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: kg build samples, then kg info, then kg ask.",
)
@click.version_option(__version__, prog_name="kg")
def main() -> None:
    """Chinese financial policy texts as a knowledge graph in which every fact carries its sentence."""
