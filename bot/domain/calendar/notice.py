"""A year's table from what is published: the text of the State Council's notice, or a JSON file.

The text looks like this, one numbered paragraph a holiday:

    二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。

Everything that can be checked is: the weekdays it names, the number of days, that every statutory day is off and that
only Saturdays and Sundays are worked in exchange. A table that is wrong is worse than none.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final

from bot.domain.calendar.statutory import statutory_days
from bot.domain.calendar.year_table import UnreadableYear, YearTable
from bot.domain.dates import WEEKDAYS, day, weekday

MOST: Final = 20_000  # characters of a notice, or it is something else

_TITLE: Final = re.compile(r"关于(\d{4})年[^。\n]{0,20}节假日安排")
_PARAGRAPH: Final = re.compile(r"[一二三四五六七八九]、([^:。\s]{1,20}):([^\n]{1,300})")
_DATE: Final = re.compile(r"(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^()]{0,30})\))?")
_TO: Final = re.compile(r"至|到|-|—|~")
_TOTAL: Final = re.compile(r"共(\d+)天")
_OFF: Final = re.compile(r"放假|补休|休息")
_ADDRESS: Final = re.compile(r"https?://[^\s，。）)]+")
_SIGNS: Final = str.maketrans("：（）－～，", ":()-~,")


def from_notice(text: str, paper: str) -> YearTable:
    """`paper` is the address of the text. Raises UnreadableYear."""
    text = text[:MOST].translate(_SIGNS)
    title = _TITLE.search(text)
    if title is None:
        raise UnreadableYear("没找到「关于××××年部分节假日安排的通知」这个标题。请把通知全文贴过来。")
    year = int(title[1])
    off: dict[date, str] = {}
    work: dict[date, str] = {}
    for paragraph in _PARAGRAPH.finditer(text):
        name, total = paragraph[1], len(off)
        for sentence in re.split("[。;]", paragraph[2]):
            target = work if "上班" in sentence else off if _OFF.search(sentence) else None
            if target is not None:
                target.update(dict.fromkeys(_dates(sentence, year), name))
        _check_total(paragraph[2], len(off) - total, name)
    return _checked(year, paper, off, work)


def from_text(text: str) -> YearTable:
    """A notice with its address somewhere in the text: no table without its source. Raises UnreadableYear."""
    paper = _ADDRESS.search(text)
    if paper is None:
        raise UnreadableYear("没有写通知的网址。请把网址也写进去，单独一行。")
    return from_notice(text, paper[0])


def from_json(text: str, paper: str | None = None) -> YearTable:
    """`{"year", "papers": [address], "days": [{"name", "date", "isOffDay"}]}`. Raises UnreadableYear."""
    try:
        values = json.loads(text)
        papers = [str(each) for each in values["papers"]] or ([paper] if paper else [])
        days = [
            (date.fromisoformat(each["date"]), str(each["name"]), bool(each["isOffDay"])) for each in values["days"]
        ]
        year = int(values["year"])
    except (ValueError, KeyError, TypeError, AttributeError):
        raise UnreadableYear("这个文件读不懂：要有 year、papers 和 days，日期写成 2027-01-01。") from None
    if not papers or not days:
        raise UnreadableYear(f"{year}年的文件里还没有通知和日期，说明放假安排还没公布。公布后再导入。")
    off = {when: name for when, name, rest in days if rest}
    work = {when: name for when, name, rest in days if not rest}
    return _checked(year, papers[0], off, work)


def month_view(table: YearTable) -> Mapping[str, Any]:
    """What a second person looks at before a year is taken on: holiday -> its days off and the days worked for it."""
    view: dict[str, dict[str, list[str]]] = {}
    for key, days in (("off", table.off), ("work", table.work)):
        for when, name in sorted(days.items()):
            view.setdefault(name, {"off": [], "work": []})[key].append(day(when))
    return view


def _dates(sentence: str, year: int) -> Iterator[date]:
    """Single days and `A至B` ranges; a day without a month belongs to the month before it."""
    month, last, end = 0, None, 0
    for found in _DATE.finditer(sentence):
        month = int(found[2] or month)
        when = _date(int(found[1] or year), month, int(found[3]))
        _check_weekday(when, found[4])
        if last and _TO.fullmatch(sentence[end : found.start()].strip()):
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


def _checked(year: int, paper: str, off: dict[date, str], work: dict[date, str]) -> YearTable:
    missing = [when for when in statutory_days(year) if when not in off]
    if missing:
        raise UnreadableYear(f"{day(missing[0])}是法定节假日，原文里却没有放假。请核对是不是漏了一段。")
    if wrong := [when for when in work if when.weekday() < 5 or when in off]:
        raise UnreadableYear(f"{day(wrong[0])}写成了调休上班，但它不是休息日。请核对原文。")
    return YearTable(year, (paper,), MappingProxyType(off), MappingProxyType(work))
