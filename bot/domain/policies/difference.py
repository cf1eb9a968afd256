"""What a new version says otherwise than the one before: article by article, computed from the texts (S333)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

from bot.domain.desk.knowledge.passage import Passage

EXCERPT: Final = 24  # characters of each side of a change that are shown
BESIDE: Final = 2  # characters behind a change that are shown with it: 3天以, not 3
MOST_COMPARED: Final = 4_000  # characters of an article: of a longer one it is only said that it changed


class Change(StrEnum):
    ADDED = "新增"
    CHANGED = "修改"
    DROPPED = "删除"
    SAME = ""


@dataclass(frozen=True, slots=True)
class Article:
    """`name`: 第3条 病假."""

    name: str
    change: Change
    now: str = ""
    before: str = ""

    @property
    def excerpt(self) -> str:
        """`「3天」改为「5天」`, where the change is so small that it can be shown; else nothing."""
        if self.change is not Change.CHANGED or max(len(self.now), len(self.before)) > MOST_COMPARED:
            return ""
        codes = SequenceMatcher(None, self.before, self.now, autojunk=False).get_opcodes()
        other = [each for each in codes if each[0] != "equal"]
        if not other:
            return ""
        more = BESIDE if other[-1][2] + BESIDE <= len(self.before) else 0
        was = self.before[other[0][1] : other[-1][2] + more].strip()
        is_now = self.now[other[0][3] : other[-1][4] + more].strip()
        if max(len(was), len(is_now)) > EXCERPT:
            return ""
        return _told(was, is_now)


def compare(before: Sequence[Passage], now: Sequence[Passage]) -> Sequence[Article]:
    """Each article of the new text in its order, then those that are gone. Nothing before: all are there anew."""
    old, new = _articles(before), _articles(now)
    found = [_compared(name, body, old.get(name)) for name, body in new.items()]
    return [*found, *(Article(name, Change.DROPPED, before=body) for name, body in old.items() if name not in new)]


def counted(articles: Sequence[Article]) -> str:
    """`新增 1 条、修改 2 条`; empty: nothing changed."""
    counts = {change: sum(each.change is change for each in articles) for change in Change if change}
    return "、".join(f"{change} {many} 条" for change, many in counts.items() if many)


def lines(articles: Sequence[Article], *, excerpts: bool = True) -> Iterator[str]:
    """A line for each article that isn't as it was."""
    for each in articles:
        if each.change is not Change.SAME:
            more = f"：{each.excerpt}" if excerpts and each.excerpt else ""
            yield f"· {each.change} {each.name}{more}"


def _told(was: str, is_now: str) -> str:
    if not was:
        return f"加上「{is_now}」"
    return f"「{was}」改为「{is_now}」" if is_now else f"去掉「{was}」"


def _compared(name: str, body: str, old: str | None) -> Article:
    if old is None:
        return Article(name, Change.ADDED, body)
    return Article(name, Change.SAME if old == body else Change.CHANGED, body, old)


def _articles(text: Sequence[Passage]) -> Mapping[str, str]:
    """By their names; a long one comes in several pieces."""
    found: dict[str, str] = {}
    for each in text:
        known = found.get(each.name)
        found[each.name] = f"{known}\n{each.body}" if known else each.body
    return found
