"""`ack.…`, `start` and `memory`: what the pairs of trials say."""

from collections.abc import Callable, Sequence
from statistics import median

from bench.figures import Figure
from bench.trials import Pair, Trial

BARE = "bare aiohttp handler on the same core, in the same pair"


def figures(pairs: Sequence[Pair]) -> list[Figure]:
    return [ack("ack.sqlite", pairs), _start(pairs), _memory(pairs)]


def ack(name: str, pairs: Sequence[Pair]) -> Figure:
    """Messages are worked off meanwhile: `handled` of `stored` by the end of the load, `catch_up` a second after it."""
    ratios = [pair.bot.rate / pair.bare.rate for pair in pairs]
    return Figure(
        name,
        _median(pairs, lambda pair: pair.bot.rate),
        "1/s",
        BARE,
        median(ratios),
        {
            "baseline_value": _median(pairs, lambda pair: pair.bare.rate),
            "ratio_min": min(ratios),
            "ratio_max": max(ratios),
            "pairs": len(pairs),
            "cpu_us": _median(pairs, lambda pair: pair.bot.cpu_us),
            "cpu_us_baseline": _median(pairs, lambda pair: pair.bare.cpu_us),
            "p50_ms": _median(pairs, lambda pair: pair.bot.load.p50),
            "p99_ms": _median(pairs, lambda pair: pair.bot.load.p99),
            "stored": _median(pairs, lambda pair: pair.bot.stored),
            "handled": _median(pairs, lambda pair: pair.bot.handled),
            "catch_up": _median(pairs, lambda pair: pair.bot.catch_up),
        },
    )


def _start(pairs: Sequence[Pair]) -> Figure:
    return _over_bare("start", "s", pairs, lambda trial: trial.start)


def _memory(pairs: Sequence[Pair]) -> Figure:
    at_start = {"at_start": _median(pairs, lambda pair: pair.bot.memory_at_start)}
    return _over_bare("memory", "MB", pairs, lambda trial: trial.memory_after, at_start)


def _over_bare(
    name: str,
    unit: str,
    pairs: Sequence[Pair],
    value: Callable[[Trial], float],
    more: dict[str, float] | None = None,
) -> Figure:
    bare = _median(pairs, lambda pair: value(pair.bare))
    ratio = _median(pairs, lambda pair: value(pair.bot) / value(pair.bare) if value(pair.bare) else 0.0)
    bot = _median(pairs, lambda pair: value(pair.bot))
    return Figure(name, bot, unit, BARE, ratio, {"baseline_value": bare, **(more or {})})


def _median(pairs: Sequence[Pair], value: Callable[[Pair], float]) -> float:
    return float(median(value(pair) for pair in pairs))
