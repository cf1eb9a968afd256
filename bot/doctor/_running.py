"""The bot that runs on this machine with this configuration: asked at its own endpoints, or seen by what it holds."""

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from aiohttp import ClientConnectorError, ClientError, ClientSession, ClientTimeout

from bot.config.fingerprint import fingerprint
from bot.config.settings import ServerSection, Settings
from bot.patterns import regex

PATIENCE: Final = ClientTimeout(total=3.0)
_SAMPLE: Final = regex(r"(qunwu_\w+?)(?:\{(.*)\})? ([0-9.e+-]+)")
_LABEL: Final = regex(r'(\w+)="([^"]*)"')
_ANY: Final = {"0.0.0.0": "127.0.0.1", "::": "[::1]", "": "127.0.0.1"}  # noqa: S104 - nothing is bound here

Labels = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Running:
    """`ready` as /readyz says it; `samples` of /metrics: name -> labels -> value."""

    ready: Mapping[str, bool]
    samples: Mapping[str, Mapping[Labels, float]]

    def works_by(self, settings: Settings) -> bool:
        """Whether its configuration is this one; true where it does not say."""
        told = {dict(each)["fingerprint"] for each in self.samples.get("qunwu_configuration", {})}
        return not told or fingerprint(settings) in told

    def total(self, name: str, **labels: str) -> float:
        """The sum over all samples that bear these labels."""
        wanted = set(labels.items())
        return sum(value for each, value in self.samples.get(name, {}).items() if wanted <= each)

    def state(self, name: str) -> str | None:
        """The label of the one sample that is 1."""
        return next((dict(each)["state"] for each, value in self.samples.get(name, {}).items() if value == 1), None)

    def by(self, label: str, name: str) -> dict[str, int]:
        """The sums by one label."""
        found = Counter[str]()
        for each, value in self.samples.get(name, {}).items():
            found[dict(each)[label]] += int(value)
        return found


def local_address(server: ServerSection) -> str:
    """Where the bot of this configuration answers on this machine."""
    host = _ANY.get(server.host, f"[{server.host}]" if ":" in server.host else server.host)
    return f"http://{host}:{server.port}"


async def running(session: ClientSession, address: str) -> Running | None:
    """None where nobody answers there, or something that is not this bot."""
    try:
        async with session.get(f"{address}/readyz", timeout=PATIENCE) as answer:
            ready = await answer.json()
        async with session.get(f"{address}/metrics", timeout=PATIENCE) as answer:
            page = await answer.text()
    except (ClientError, OSError, TimeoutError, ValueError):
        return None
    return Running(ready, _samples(page)) if isinstance(ready, dict) and "ready" in ready else None


async def occupied(session: ClientSession, address: str) -> bool:
    """Whether anything at all answers there."""
    try:
        async with session.get(address, timeout=PATIENCE, allow_redirects=False):
            return True
    except (ClientError, OSError, TimeoutError) as error:
        return not isinstance(error, (ClientConnectorError, TimeoutError))


def holding(path: Path) -> list[int]:
    """Other processes that have the file open, where the system tells."""
    found = set[int]()
    for link in Path("/proc").glob("[0-9]*/fd/*"):
        try:
            if link.readlink() == path:
                found.add(int(link.parts[2]))
        except OSError:
            continue
    return sorted(found - {os.getpid()})


def _samples(page: str) -> dict[str, dict[Labels, float]]:
    found: dict[str, dict[Labels, float]] = {}
    for line in page.splitlines():
        if match := _SAMPLE.fullmatch(line):
            found.setdefault(match[1], {})[frozenset(_LABEL.findall(match[2] or ""))] = float(match[3])
    return found
