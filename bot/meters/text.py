"""Prometheus' text format, version 0.0.4."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final

from bot.meters.instruments import Counter, Gauge, Histogram

CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"

Family = Counter | Gauge | Histogram


def exposition(families: Iterable[Family]) -> str:
    """A page for one scrape."""
    return "".join(f"{line}\n" for family in families for line in _lines(family))


def _lines(family: Family) -> Iterator[str]:
    kind = type(family).__name__.lower()
    yield f"# HELP {family.name} {family.about}"
    yield f"# TYPE {family.name} {kind}"
    if isinstance(family, Histogram):
        yield from _buckets(family)
        return
    values = family.values if family.values or family.labels else {(): 0}
    for labels, value in sorted(values.items()):
        yield f"{family.name}{_labelled(family.labels, labels)} {_number(value)}"


def _buckets(family: Histogram) -> Iterator[str]:
    bounds = [*(_number(bound) for bound in family.bounds), "+Inf"]
    counts = list(accumulate(family.counts))
    for bound, count in zip(bounds, counts, strict=True):
        yield f'{family.name}_bucket{{le="{bound}"}} {count}'
    yield f"{family.name}_sum {_number(family.total)}"
    yield f"{family.name}_count {counts[-1]}"


def _labelled(names: Sequence[str], values: Sequence[str]) -> str:
    pairs = ",".join(f'{name}="{_escaped(value)}"' for name, value in zip(names, values, strict=True))
    return f"{{{pairs}}}" if pairs else ""


def _escaped(value: str) -> str:
    return value.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")


def _number(value: float) -> str:
    return f"{value:.10g}"
