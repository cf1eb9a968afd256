"""Writes docs/commands.md from the commands and jobs themselves: `make docs`."""

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby

from bot.discovery import find_commands, find_jobs
from bot.domain.rights import audience_label
from bot.shapes.command import Command
from bot.shapes.job import Job

HEAD = """# Commands and jobs

Written by `make docs` from the docstrings in `commands/` and `scheduler/`; don't edit it by hand. The dialogues are
tests: they happen exactly like this in the sample company. In a group the bot hears only messages that mention it
(`@小助手 /帮助`); the lines below leave the mention out. In plain words ［］ may be left out, （｜） is one of several,
and … are any words. What is missing is asked for; what could mean several things is chosen from.
"""
_WIDE = str.maketrans("[](|)<>", "［］（｜）（）")  # narrow ones would be links


def page(commands: Iterable[Command], jobs: Iterable[Job]) -> str:
    return "\n".join([HEAD, *_commands(commands), *_jobs(jobs)])


def _commands(commands: Iterable[Command]) -> Iterator[str]:
    for area, those in groupby(commands, key=lambda each: each.area):
        yield f"## {area}\n"
        for each in sorted(those, key=lambda each: each.hidden):
            yield from _command(each)


def _command(command: Command) -> Iterator[str]:
    yield f"### /{command.name} · {command.summary}\n"
    if command.aliases:
        yield "Also: " + " ".join(f"`/{alias}`" for alias in command.aliases) + "  "
    if command.says:
        yield "In plain words: " + " ".join(each.translate(_WIDE) for each in command.says) + "  "
    yield f"For: {audience_label(command.audience)}  "
    yield f"Asks before it acts: {_asks(command)}\n"
    yield from _manual(command.manual)


def _asks(command: Command) -> str:
    if command.destructive:
        return "always"
    if command.at_once:
        return "never; it is taken at once"
    changes = command.writes or any(hasattr(each.type, "kept") for each in command.parameters)
    return "when it had to guess" if changes else "never; it changes nothing"


def _jobs(jobs: Iterable[Job]) -> Iterator[str]:
    yield "## Scheduled\n"
    for job in sorted(jobs, key=lambda each: each.name):
        yield f"### {job.name}\n"
        yield from _manual(job.manual)


def _manual(manual: str) -> Iterator[str]:
    words, _, dialogue = manual.partition("Example:")
    yield words.strip() + "\n"
    if dialogue:
        lines = "\n".join(line.removeprefix("    ") for line in dialogue.strip("\n").splitlines())
        yield f"```text\n{lines}\n```\n"


if __name__ == "__main__":
    sys.stdout.write(page(find_commands(), find_jobs()))
