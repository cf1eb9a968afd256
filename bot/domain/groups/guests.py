"""People from outside in a group, such as customers: how they are called, and for how long they may stay (D7§4.5)."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from bot.domain.dates import day_seen
from bot.domain.finding.folding import fold
from bot.domain.finding.surnames import begins_like_a_name
from bot.domain.groups.group import Group, Guest
from bot.errors import Code, UserError
from bot.patterns import regex

LONGEST: Final = timedelta(days=366)
LONGEST_NAME: Final = 40  # characters, company and all
_KIND: Final = regex(r"^(?:外部(?:成员|人员|客户)?|外单位(?:的)?|客户|供应商|合作方|合作伙伴)[的：:\s]*(?=\S)")
_BETWEEN: Final = regex(r"[\s\-－—–_/]+")
_SAID: Final = regex(r"[\w()（）&·.]+")
_TITLE: Final = "总监|总经理|副总|总|经理|主任|主管|董事长|董|老板|工|老师|先生|女士|小姐"
_TITLED: Final = regex(rf"[\u4e00-\u9fff]{{1,2}}(?:{_TITLE})")


def guest_parts(written: str) -> tuple[str, ...] | None:
    """Company and name of 恒远置业 李总, 恒远置业的李总, 客户恒远置业李总, the name last; None: it isn't said so."""
    said = _KIND.sub("", written.strip())
    parts = [part for part in _BETWEEN.split(said) if part]
    if len(parts) == 1 and "的" in said.strip("的"):
        parts = list(said.rpartition("的")[::2])
    if len(parts) == 1:
        parts = next(([said[:cut], said[cut:]] for cut in range(2, len(said)) if is_titled(said[cut:])), [])
    if len(parts) < 2 or not all(map(_SAID.fullmatch, parts)) or len(said) > LONGEST_NAME:
        return None
    return tuple(parts)


def is_titled(written: str) -> bool:
    """李总: a surname and a title, of a company that isn't said."""
    return bool(_TITLED.fullmatch(written)) and begins_like_a_name(written)


def guest_name(parts: Sequence[str]) -> str:
    """As it stands in the group: 恒远置业-李总."""
    return f"{''.join(parts[:-1])}-{parts[-1]}"


def guest_called(written: str, *groups: Group) -> Guest | None:
    """One who is in one of them: by his name however it is joined, or by a part that only he has."""
    wanted = _tight(_KIND.sub("", written))
    guests = [each for group in groups for each in group.guests]
    exact = [each for each in guests if _tight(each.name) == wanted]
    part = [each for each in guests if len(wanted) > 1 and wanted in _tight(each.name)]
    found = exact or part
    return found[0] if len(found) == 1 else None


def guest_in(text: str, groups: Iterable[Group]) -> tuple[str, str] | None:
    """(the words, his name) where a line names somebody from outside who is in one of them."""
    for guest in (each for group in groups for each in group.guests):
        joined = r"[\s\-－—–_/的]*".join(map(re.escape, _BETWEEN.split(guest.name)))
        if found := re.search(joined, text, re.IGNORECASE):
            return found[0], guest.name
    return None


def ensure_in_time(expires_on: date, today: date) -> None:
    """Raises UserError for a day that is over, or too far away."""
    if expires_on < today:
        sentence = f"有效期写的是{day_seen(expires_on, today)}，已经过去了。请写今天以后的日期。"
        raise UserError(Code.PAST_DATE, sentence)
    if expires_on - today > LONGEST:
        sentence = f"外部成员的有效期最长一年，你写的是{day_seen(expires_on, today)}。请写近一些，到期前可以再延。"
        raise UserError(Code.LIMIT, sentence)


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or the last that it has."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month, min(day.day, last))


def stay_key(group: Group, guest: Guest) -> str:
    """Stands for this stay of his with this end: once the end is another, it stands for nothing."""
    return hashlib.blake2b(f"{group.id}/{guest.name}/{guest.expires_on}".encode(), digest_size=16).hexdigest()


def _tight(name: str) -> str:
    return _BETWEEN.sub("", fold(name)).replace("的", "")
