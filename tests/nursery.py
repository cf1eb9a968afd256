"""`qunwu` as processes that can be killed: each is forked from one that has read the program already, which costs a
hundredth of a start. tests/cli and bench start it as its users do."""

import multiprocessing
import os
import sys
from collections.abc import Mapping, Sequence
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Final

from tests.pipeline.deaths import arm

_CONTEXT: Final = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["tests.read_before"])


def born(call: Sequence[str], log: Path, told: Mapping[str, str] | None = None) -> ForkServerProcess:
    """`qunwu *call`, whose output goes to `log`; `told`: environment variables beside those that are there."""
    environment = dict(os.environ) | dict(told or {})
    process = _CONTEXT.Process(target=_live, args=(list(call), str(log), environment), daemon=True)
    process.start()
    return process


def _live(call: Sequence[str], log: str, environment: Mapping[str, str]) -> None:
    output = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.dup2(output, 1)
    os.dup2(output, 2)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["qunwu", *call]
    if told := environment.get("DIES_AT"):
        arm(Path(told))
    from bot.cli import main

    sys.exit(main(call))
