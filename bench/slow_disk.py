"""A disk whose every flush takes 2 ms longer, as disks that keep their word often do: a few lines of C, preloaded.

Needs a C compiler and a system that preloads (Linux); raises NoShimError elsewhere. The sleep is in the call that the
database waits for, so that a commit takes that much longer and nothing else does.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

MORE_US: Final = 2000

_SOURCE: Final = f"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <unistd.h>
#define SLOWER(name) int name(int fd) {{ \\
    static int (*real)(int); if (!real) real = (int (*)(int))dlsym(RTLD_NEXT, #name); \\
    usleep({MORE_US}); return real(fd); }}
SLOWER(fsync)
SLOWER(fdatasync)
"""


class NoShimError(Exception):
    """It can't be made here."""


def shim(folder: Path) -> dict[str, str]:
    """The environment of a process whose disk is slower. Raises NoShimError."""
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if compiler is None or not Path("/proc/self/maps").exists():
        raise NoShimError("a slower disk takes a C compiler, and Linux")
    source, library = folder / "slow.c", folder / "slow.so"
    source.write_text(_SOURCE)
    argv = [compiler, "-shared", "-fPIC", "-O1", "-o", str(library), str(source), "-ldl"]
    done = subprocess.run(argv, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoShimError(f"a slower disk couldn't be made: {done.stderr[-300:]}")
    folder.chmod(0o755)  # the database's server may be another user
    return {"LD_PRELOAD": str(library)}


@contextmanager
def around(told: dict[str, str]) -> Iterator[None]:
    """What is started inside has that environment."""
    before = {name: os.environ.get(name) for name in told}
    os.environ.update(told)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.__setitem__(name, value)
