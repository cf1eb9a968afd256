"""A year's table from what is published: the text of the State Council's notice, or a JSON file.

The text looks like this, one numbered paragraph a holiday:

    二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。

The wording differs from year to year: 周日 or 星期日 or none, `放假，与周末连休`, `放假1天，不调休`, `4月7日补休`, or
all of it on one line, where somebody copied it from a newspaper. A sentence that isn't understood is refused, not left
out: a table that is wrong is worse than none. What the table as a whole must be is in `year_checks`.
"""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from bot.domain.calendar.year_checks import checked
from bot.domain.calendar.year_table import NotPublished, UnreadableYear, YearTable
from bot.domain.dates import WEEKDAYS, day, weekday
from bot.domain.width import narrow
from bot.domain.wording import shown
from bot.patterns import regex

MOST: Final = 20_000  # characters of a notice, or it is something else

_TITLE: Final = regex(r"(?:关于|现将)(\d{4})年[^。\n]{0,40}?(?:节假日安排|放假)")
_BLANKS: Final = regex(r"[ \t\u3000\u00a0]+")
_NAME: Final = r"(?:元旦|春节|清明节?|劳动节|端午节?|中秋节?|国庆节?)(?:、(?:春节|中秋节?|国庆节?))?"
_NUMBERED: Final = rf"[一二三四五六七八九]、(?={_NAME}:)"
_PARAGRAPH: Final = regex(rf"(?:^|(?<=[。;\s])|{_NUMBERED})({_NAME}):((?:(?!{_NUMBERED}|\n).){{1,300}})", re.MULTILINE)
_DATE: Final = regex(r"(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^()]{0,30})\))?")
_TO: Final = regex(r"至|到|-+|—+|~")
_TOTAL: Final = regex(r"(?:共|放假)(\d+)天")
_OFF: Final = regex(r"放假|补休")
_HINT: Final = regex(r"鼓励|建议|可以")  # 鼓励各单位…安排职工在除夕休息 gives nobody a day off
_ADDRESS: Final = regex(r"https?://[^\s，。；、）)】」\"]+")


def from_notice(text: str, paper: str) -> YearTable:
    """`paper` is the address of the text. Raises UnreadableYear."""
    text = _BLANKS.sub("", narrow(text[:MOST]))
    title = _TITLE.search(text)
    if title is None:
        raise UnreadableYear("没找到「关于××××年部分节假日安排的通知」这个标题。请把通知全文贴过来。")
    year = int(title[1])
    off: dict[date, str] = {}
    work: dict[date, str] = {}
    for paragraph in _PARAGRAPH.finditer(text):
        _read(paragraph[1], paragraph[2], year, off, work)
    return checked(YearTable(year, (paper,), MappingProxyType(off), MappingProxyType(work)))


def from_text(text: str) -> YearTable:
    """A notice, or JSON, with the address of the notice somewhere in it: no table without its source.

    Raises UnreadableYear.
    """
    first, last = text.find("{"), text.rfind("}") + 1
    around = text[:first] + text[last:] if first >= 0 else text
    paper = _ADDRESS.search(around)
    if first >= 0:
        return from_json(text[first:last], paper[0] if paper else None)
    if paper is None:
        raise UnreadableYear("没有写通知的网址。请把网址也写进去，单独一行。")
    return from_notice(text.replace(paper[0], "\n"), paper[0])


def from_json(text: str, paper: str | None = None) -> YearTable:
    """`{"year", "papers": [address], "days": [{"name", "date", "isOffDay"}]}`. Raises UnreadableYear."""
    try:
        values = json.loads(text)
        papers = [str(each) for each in values["papers"]] or ([paper] if paper else [])
        days = [
            (date.fromisoformat(each["date"]), str(each["name"]), bool(each["isOffDay"])) for each in values["days"]
        ]
        year = int(values["year"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise UnreadableYear("这个文件读不懂：要有 year、papers 和 days，日期写成 2027-01-01。") from None
    if not papers or not days:
        raise NotPublished(f"{year}年的文件里还没有通知和日期，说明放假安排还没公布。公布后再导入。")
    off = {when: name for when, name, rest in days if rest}
    work = {when: name for when, name, rest in days if not rest}
    return checked(YearTable(year, (papers[0],), MappingProxyType(off), MappingProxyType(work)))


def _read(name: str, paragraph: str, year: int, off: dict[date, str], work: dict[date, str]) -> None:
    before = len(off)
    for sentence in re.split("[。;]", paragraph):
        if not _DATE.search(sentence) or _HINT.search(sentence):
            continue
        target = work if "上班" in sentence else off if _OFF.search(sentence) else None
        if target is None or ("上班" in sentence and _OFF.search(sentence)):
            raise UnreadableYear(f"{name}有一句看不出放假还是上班：{shown(sentence)}。请核对原文。")
        target.update(dict.fromkeys(_dates(sentence, year), name))
    _check_total(paragraph, len(off) - before, name)


def _dates(sentence: str, year: int) -> Iterator[date]:
    """Single days and `A至B` ranges; a day without a month belongs to the month before it."""
    month, last, end = 0, None, 0
    for found in _DATE.finditer(sentence):
        month = int(found[2] or month)
        when = _date(int(found[1] or year), month, int(found[3]))
        _check_weekday(when, found[4])
        if last and _TO.fullmatch(sentence[end : found.start()]):
            yield from (last + timedelta(days=number) for number in range(1, (when - last).days))
        yield when
        year, last, end = when.year if found[1] is None else year, when, found.end()


def _date(year: int, month: int, number: int) -> date:
    try:
        return date(year, month, number)
    except ValueError:
        raise UnreadableYear(f"没有 {month}月{number}日 这一天。请核对原文。") from None


def _check_weekday(when: date, remark: str | None) -> None:
    for said in re.findall(f"(?:周|星期)([{WEEKDAYS}])", remark or ""):
        if said != weekday(when)[1]:
            raise UnreadableYear(f"{day(when)}，原文写的是周{said}。请核对年份和日期。")


def _check_total(paragraph: str, found: int, name: str) -> None:
    total = _TOTAL.search(paragraph)
    if total and int(total[1]) != found:
        raise UnreadableYear(f"{name}写着共{total[1]}天，我读出来 {found} 天。请核对原文。")
