"""Values out of a TOML table, checked as they are read; what is wrong is noted, and something that will do goes on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, Final, TypeVar

from bot.domain.moderation.clauses import WRITTEN, Clause
from bot.domain.moderation.findings import Finding, Lines, Place
from bot.domain.rights import BY_ITSELF, Role

_T = TypeVar("_T")
_E = TypeVar("_E", bound=StrEnum)
_DECIDING: Final = tuple(
    role.value for role in Role if role is Role.GROUP_ADMIN or role not in (*BY_ITSELF, Role.INTERN)
)

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Values:
    """Reads of one file. `at` is always the place of the table."""

    lines: Lines
    findings: list[Finding] = field(default_factory=list)

    def wrong(self, at: Place, what: str, then: str) -> None:
        self.findings.append(Finding(self.lines.line(at), what, then))

    def known(self, raw: Table, keys: Iterable[str], at: Place) -> None:
        known = list(keys)
        for key in raw:
            if key not in known:
                near = get_close_matches(key, known, 1)
                then = f"是不是想写 {near[0]}" if near else f"可以写 {'、'.join(known)}"
                self.wrong((*at, key), f"不认识 {key}", then)

    def table(self, raw: Table, key: str) -> Table:
        return self._typed(raw, key, (), dict, dict[str, Any](), f"要写成一节，用 [{key}] 开头")

    def tables(self, raw: Table, key: str) -> list[Table]:
        listed = self._typed(raw, key, (), list, list[Any](), f"每一项写成一节，用 [[{key}]] 开头")
        return [each for each in listed if isinstance(each, dict)]

    def word(self, raw: Table, key: str, at: Place) -> str:
        return self._typed(raw, key, at, str, "", '要写成带引号的文字："…"').strip()

    def needed(self, raw: Table, key: str, at: Place) -> str:
        found = self.word(raw, key, at) if key in raw else ""
        if not found and isinstance(raw.get(key, ""), str):
            where = f"第 {int(at[-1]) + 1} 节 [[steps]] " if at else ""
            self.wrong((*at, key), f"{where}{f'{key} 是空的' if key in raw else f'没有写 {key}'}", "补上")
        return found

    def words(self, raw: Table, key: str, at: Place) -> tuple[str, ...]:
        listed = self._typed(raw, key, at, list, list[Any](), '要写成列表：["…"]')
        if strange := [each for each in listed if not isinstance(each, str) or not each.strip()]:
            self.wrong((*at, key), f"{key} 里有一项不是文字：{strange[0]!r}", '每一项写成 "…"')
        return tuple(each.strip() for each in listed if isinstance(each, str) and each.strip())

    def switch(self, raw: Table, key: str, at: Place) -> bool:
        return self._typed(raw, key, at, bool, False, "只能写 true 或 false")

    def number(self, raw: Table, key: str, at: Place, *, usual: int, most: int, least: int = 1) -> int:
        found = self._typed(raw, key, at, int, usual, "要写整数")
        if key in raw and not least <= found <= most:
            self.wrong((*at, key), f"{key} 写了 {found}", f"写 {least} 到 {most} 之间的数")
            return usual
        return found

    def day(self, raw: Table, key: str, at: Place) -> date | None:
        found = raw.get(key)
        if found is None:
            return None
        if isinstance(found, date) and not isinstance(found, datetime):
            return found
        self.wrong((*at, key), f"{key} 不是日期", "写成 2026-01-31 这样，不加引号")
        return None

    def choice(self, raw: Table, key: str, at: Place, usual: _E) -> _E:
        written = str(raw.get(key, usual.value))
        known = {each.value: each for each in type(usual)}
        if written not in known:
            self.wrong((*at, key), f"{key} 写了「{written}」", f"只能写 {'、'.join(filter(None, known))}")
        return known.get(written, usual)

    def roles(self, raw: Table, key: str, at: Place) -> tuple[Role, ...]:
        """Who decides; somebody must."""
        written = self.words(raw, key, at)
        if not written:
            self.wrong((*at, key), f"没有写 {key}：由谁决定", f'{key} = ["group_admin"] 这样写')
        if strange := [each for each in written if each not in _DECIDING]:
            self.wrong((*at, key), f"{key} 写了 {strange[0]}，没有这个角色", f"可以写 {'、'.join(_DECIDING)}")
        return tuple(Role(each) for each in written if each in _DECIDING)

    def clause(self, written: str, at: Place, pack: str) -> Clause:
        if written and not (WRITTEN.fullmatch(written) and written.startswith(f"{pack}§")):
            self.wrong(at, f"条款写了「{written}」", f"写成 {pack or '编号'}§条号，例如 {pack or 'D8'}§10.2")
        return Clause(written)

    def _typed(self, raw: Table, key: str, at: Place, kind: type[_T], usual: _T, then: str) -> _T:
        found = raw.get(key, usual)
        if isinstance(found, kind) and not (kind is int and isinstance(found, bool)):
            return found
        self.wrong((*at, key), f"{key} 写得不对", then)
        return usual
