"""Everything that speaks against a notice before many read it, looked for at once (D2§10, D17§2.1)."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from bot.domain.company import Company
from bot.domain.dates import day_seen
from bot.domain.notices.audience import Readers
from bot.domain.notices.checks.figures import figures
from bot.domain.notices.checks.finding import Finding
from bot.domain.notices.checks.links import links
from bot.domain.notices.checks.of_case import of_case
from bot.domain.notices.checks.secrets import secrets
from bot.domain.notices.checks.style import length, style
from bot.domain.notices.checks.typos import typos
from bot.domain.notices.checks.words import words
from bot.domain.notices.matrix import not_for_them
from bot.domain.notices.notice import Draft
from bot.domain.notices.reach import has_role
from bot.domain.notices.recurring import time_of
from bot.domain.notices.tailoring import outsiders
from bot.domain.notices.templates import unfilled
from bot.domain.rights import DISTURBERS, Role
from bot.domain.wording import shown
from bot.errors import Code
from bot.identifiers import UserId
from bot.when.find_mismatch import find_mismatch
from bot.when.read_day import read_day
from bot.when.results.outcomes import Ambiguous, Impossible

FINANCE = frozenset({Role.FINANCE_HEAD})


def look_through(draft: Draft, author: UserId, company: Company, now: datetime) -> Sequence[Finding]:
    """What is wrong with a draft, whoever reads it."""
    return list(filter(None, _each(draft, author, company, now)))


def look_at_readers(draft: Draft, found: Readers, author: UserId, company: Company) -> Iterator[Finding]:
    """Whether anybody reads it, and whether it is for all of them."""
    yield from filter(None, (not_for_them(draft, found, company), outsiders(draft, found, company)))
    if not found.groups and not found.people:
        yield Finding("现在这个范围里一个人也没有，发不出去。请换一个对象。", Code.NOT_FOUND)
    elif not found.heads - {author}:
        yield Finding("这个范围里除了你，我还不知道有谁。群成员名单没登记的，发了才看得到。")


def _each(draft: Draft, author: UserId, company: Company, now: datetime) -> Iterator[Finding | None]:
    text = "\n".join(filter(None, (draft.title, draft.whole, draft.quiz.question if draft.quiz else "")))
    yield _mismatch(text, company, now)
    yield from secrets(text)
    yield from words(text, company.moderation.content.in_use)
    yield from of_case(draft, company)
    yield figures(text, may=has_role(author, FINANCE, company))
    yield length(f"{text}{draft.grounds.said}", company.notices.most_bytes)
    yield unfilled(text)
    yield _quiet(draft, company, now)
    yield _urgent(draft, author, company)
    if not draft.recurrence and not draft.of_policy:  # what comes again speaks of another day each time
        yield _day(text, company, draft.at or now)
    yield from links(text, company.notices.hosts)
    yield from style(text)
    yield from typos(text)


def _mismatch(text: str, company: Company, now: datetime) -> Finding | None:
    taken = find_mismatch(text, now, company.pace.calendar)
    if taken is None or not isinstance(taken.value, Impossible):
        return None
    return Finding(f"「{shown(taken.typed)}」对不上：{taken.value.sentence}", Code.DATE_MISMATCH)


def _quiet(draft: Draft, company: Company, now: datetime) -> Finding | None:
    """A time that was chosen; what goes out at once is the command's to ask about."""
    quiet = company.pace.calendar.quiet
    at = time_of(draft.recurrence) if draft.recurrence else draft.at.time() if draft.at else None
    if at is None or draft.urgent or at not in quiet:
        return None
    hours = f"{quiet.begins:%H:%M} 到第二天 {quiet.ends:%H:%M}"
    return Finding(
        f"{at:%H:%M} 在休息时间里（{hours}），不急的公告不发。请换个时间，急事加「加急」。", Code.QUIET_HOURS
    )


def _urgent(draft: Draft, author: UserId, company: Company) -> Finding | None:
    if not draft.urgent or has_role(author, DISTURBERS, company):
        return None
    who = "、".join(role.label for role in Role if role in DISTURBERS)
    return Finding(f"「加急」由{who}使用。请去掉「加急」，或请他们来发；有事故直接发 /事故。", Code.NO_PERMISSION)


def _day(text: str, company: Company, now: datetime) -> Finding | None:
    """The first day that the text names: over already, of rest, worked in exchange, or more than one."""
    taken = read_day(text, now, company.pace.calendar)
    if taken is None:
        return None
    if isinstance(taken.value, Ambiguous):
        return Finding(f"「{shown(taken.typed)}」有人会看成另一天，最好写上几月几日。")
    if isinstance(taken.value, Impossible) and taken.value.code is Code.INVALID_DATE and "月" in taken.typed:
        return Finding(taken.value.sentence, Code.INVALID_DATE)
    return _odd(taken.value, taken.typed, company, now.date()) if isinstance(taken.value, date) else None


def _odd(day: date, typed: str, company: Company, today: date) -> Finding | None:
    calendar, said = company.pace.calendar, f"「{shown(typed)}」（{day_seen(day, today)}）"
    if day < today:
        return Finding(f"{said}已经过了，请看看日期对不对。")
    if not calendar.is_workday(day):
        return Finding(f"{said}是{calendar.name(day) or '休息日'}，大家不上班，请看看日期对不对。")
    if calendar.worked_for(day) is not None:
        return Finding(f"{said}是调休上班的日子，可以提醒一句要上班。")
    if calendar.is_provisional(day, day):
        return Finding(f"{day.year}年的放假安排还没公布，{said}到时也许放假。")
    return None
