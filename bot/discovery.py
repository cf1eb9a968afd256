"""Finds commands and jobs by walking their folders: adding one is adding a file."""

import functools
import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import commands
import scheduler
from bot.errors import Defect
from bot.shapes.command import Command, CommandBook
from bot.shapes.job import Job


@functools.cache
def find_commands(package: ModuleType = commands) -> CommandBook:
    """Every Command below `package`, area by area; an area's title is its folder's docstring.

    Raises Defect for a folder with commands and no `__init__.py`, which would be passed over in silence.
    """
    for path in package.__path__:
        for untitled in Path(path).glob("*/*.py"):
            if not (untitled.parent / "__init__.py").exists():
                raise Defect(f"{untitled.parent} has no __init__.py, whose docstring is the title of its commands")
    return CommandBook(
        tuple(
            replace(value, area=_title(module))
            for module in _modules(package)
            for value in vars(module).values()
            if isinstance(value, Command)
        )
    )


@functools.cache
def find_jobs(package: ModuleType = scheduler) -> tuple[Job, ...]:
    """Every Job below `package`."""
    return tuple(value for module in _modules(package) for value in vars(module).values() if isinstance(value, Job))


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        yield importlib.import_module(found.name)


def _title(module: ModuleType) -> str:
    area = importlib.import_module(module.__name__.rpartition(".")[0])
    return (area.__doc__ or "").strip()
