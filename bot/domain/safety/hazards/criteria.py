"""What a trade's standard calls a major hazard (重大事故隐患判定标准): a hint for the officer, never a decision.

TOML, as `criteria.toml` beside this file. Which words point to which criterion is nobody's standard; they only remind.
"""

import tomllib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final

LONGEST: Final = 17  # characters of what a box shows (D-90236)
MOST: Final = 15  # criteria on one card, beside the general grounds
_FILE: Final = "criteria.toml"
_KNOWN: Final = frozenset({"sector", "says", "words", "source", "on"})


class UnreadableCriteria(ValueError):
    """A file of criteria can't be used. The message is a finished Chinese sentence for whoever wrote it."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """`words`: groups of pieces that stand in a report together. `says`: as it is ticked; `source`: where from."""

    sector: str
    says: str
    words: tuple[tuple[str, ...], ...]
    source: str

    def fits(self, text: str) -> bool:
        return any(all(piece in text for piece in group) for group in self.words)


def criteria(sectors: Collection[str], own: str = "") -> tuple[Criterion, ...]:
    """Those of these trades that come along, with a company's own in place of those that say the same, or added (of
    whatever trade); `on = false` takes one out. Raises UnreadableCriteria."""
    shipped = _read(files(__package__).joinpath(_FILE).read_text(encoding="utf-8"))
    chosen = {each["says"]: each for each in shipped if each["sector"] in sectors}
    merged = chosen | {each["says"]: chosen.get(each["says"], {}) | each for each in _read(own)}
    return tuple(_criterion(each) for each in merged.values() if each.get("on", True))


def sectors() -> tuple[str, ...]:
    """The trades that come along."""
    shipped = _read(files(__package__).joinpath(_FILE).read_text(encoding="utf-8"))
    return tuple(dict.fromkeys(each["sector"] for each in shipped))


def suggested(text: str, known: Iterable[Criterion]) -> Sequence[Criterion]:
    """What the words of a report remind of."""
    return [each for each in known if each.fits(text)]


def _read(text: str) -> list[dict[str, Any]]:
    try:
        listed = tomllib.loads(text).get("criteria", [])
    except tomllib.TOMLDecodeError as error:
        raise UnreadableCriteria(f"不合 TOML 的写法（{error}）。看引号、方括号和等号是否成对。") from None
    if not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
        raise UnreadableCriteria("每一条写成一段 [[criteria]]。")
    for number, each in enumerate(listed, 1):
        says = each.get("says")
        if not isinstance(says, str) or not 0 < len(says) <= LONGEST:
            raise UnreadableCriteria(f"第 {number} 条的 says 要写，最多 {LONGEST} 个字。")
        if strange := sorted(set(each) - _KNOWN):
            raise UnreadableCriteria(
                f"「{says}」里的 {'、'.join(strange)} 不认识，可以写 {'、'.join(sorted(_KNOWN))}。"
            )
    return listed


def _criterion(raw: dict[str, Any]) -> Criterion:
    says, words = raw["says"], raw.get("words")
    if not isinstance(words, list) or not words or not all(isinstance(each, str) and each.split() for each in words):
        raise UnreadableCriteria(f'「{says}」的 words 要写至少一组词，例如 words = ["安全阀 关"]。')
    for key in ("sector", "source"):
        if not isinstance(raw.get(key), str) or not raw[key].strip():
            raise UnreadableCriteria(
                f"「{says}」的 {key} 要写，{'写明是哪个标准。' if key == 'source' else '写明行业。'}"
            )
    return Criterion(raw["sector"], says, tuple(tuple(each.split()) for each in words), raw["source"])
