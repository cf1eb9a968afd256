"""`qunwu check`: looks at a set-up and says in Chinese what is so and what to do next.

Each file here is one check: `AREA`, and `check(patient)`, which returns its findings. A file whose name begins with `_`
is none. Checks run side by side, within a time, change nothing, and never show a secret.
"""

import asyncio
import importlib
import pkgutil
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Final

from bot.doctor._finding import Area, Finding, fail
from bot.doctor._patient import Patient

WITHIN: Final = 20.0  # seconds for one check


@dataclass(frozen=True, slots=True)
class Examination:
    """One file's check."""

    name: str
    area: Area
    check: Callable[[Patient], Awaitable[Sequence[Finding]]]


def examinations() -> list[Examination]:
    """By area, then by name."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__) if not found.name.startswith("_"))
    modules = {name: importlib.import_module(f"{__name__}.{name}") for name in names}
    found = [Examination(name, module.AREA, module.check) for name, module in modules.items()]
    return sorted(found, key=lambda each: list(Area).index(each.area))


async def examine(patient: Patient, *, within: float = WITHIN) -> list[tuple[str, Finding]]:
    """(file's name, finding), in a fixed order."""
    checks = examinations()
    results = await asyncio.gather(*(_examined(each, patient, within) for each in checks))
    return [(each.name, finding) for each, found in zip(checks, results, strict=True) for finding in found]


async def _examined(each: Examination, patient: Patient, within: float) -> Sequence[Finding]:
    try:
        async with asyncio.timeout(within):
            return await each.check(patient)
    except TimeoutError:
        return [fail(each.name, f"{within:g} 秒内没有查完", "稍后再试；一直如此，看网络和数据库是否很慢")]
    except Exception as error:  # one check that breaks must not hide what the others found
        return [fail(each.name, f"这项检查自己出了错：{type(error).__name__}", "请把这一行告诉开发者")]
