"""Follows wrong nicknames up: found on the patrol's day, reminded in private, listed for whoever keeps the group.

Nobody is named in a group, and nobody is disturbed at night or on rest days: what is due then waits for a working day.
"""

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from bot.domain.calendar.quiet import is_quiet
from bot.domain.company import Company
from bot.domain.nicknames.audit import Finding
from bot.domain.nicknames.cases import NicknameCase, is_due
from bot.domain.nicknames.judging import judge
from bot.domain.nicknames.known import Known
from bot.domain.nicknames.others import outsider_fault
from bot.domain.nicknames.survey import newest
from bot.domain.nicknames.verdicts import Fault
from bot.domain.rights import Role
from bot.identifiers import GroupId, UserId
from bot.services.nicknames.wording import LISTED, outsiders_listed, reminded, said
from bot.services.people.odd_names import tell_administrators
from bot.shapes.context import JobContext
from bot.shapes.job import WEEKDAYS
from bot.shapes.outgoing import Text, ToPerson

Place = tuple[UserId, GroupId | None]
Wrong = Mapping[Place, Finding]

AT_ONCE: Final = 500  # nicknames between two breaths of the loop
ALERT: Final = "{group}里有人的昵称容易被当成是你，群管理员已经知道。你不用处理，看到可疑消息请向本人核实。"


async def patrol(ctx: JobContext) -> None:
    known = await ctx.store.nicknames.of_all()
    wrong = await _wrong(known, ctx)
    cases = await _settled(await ctx.store.nickname_cases.open_ones(), wrong, ctx)
    on_its_day = WEEKDAYS[ctx.slot.weekday()] == ctx.company.nickname_rules.patrol_day
    if on_its_day:
        cases = [*cases, *await _found({(case.user, case.group) for case in cases}, wrong, ctx)]
    if not is_quiet(ctx.now, ctx.company.pace.calendar):
        await _remind(cases, wrong, ctx)
        await _list(cases, wrong, ctx)
        await tell_administrators(ctx)
        if on_its_day:
            _list_outsiders(known, ctx)


async def _wrong(known: Sequence[Known], ctx: JobContext) -> Wrong:
    """Everything that may not stay, by who uses it where; others get their turn meanwhile."""
    wrong: dict[Place, Finding] = {}
    for number, each in enumerate(_in_use(known, ctx.company)):
        if (finding := _judged(each, ctx)) and not finding.verdict.is_fine:
            wrong[each.holder, each.group] = finding
        if number % AT_ONCE == 0:
            await asyncio.sleep(0)
    return wrong


def _in_use(known: Sequence[Known], company: Company) -> Iterator[Known]:
    """Of each person what he said of all groups, and what is known of each group unless that is older."""
    everywhere = {each.holder: each for each in known if each.group is None}
    yield from everywhere.values()
    here: dict[GroupId | None, list[Known]] = defaultdict(list)
    for each in known:
        here[each.group].append(each)
    for group in company.groups:
        said_of_all = [everywhere[user] for user in group.members if user in everywhere]
        holds = newest([*here[group.id], *said_of_all], group)
        yield from (each for each in holds.values() if each.group == group.id and not each.outsider)


def _judged(known: Known, ctx: JobContext) -> Finding | None:
    person = ctx.company.person(known.holder)
    if person is None or not person.active:
        return None
    return Finding(person, known, judge(known.nickname, person, ctx.company.register, ctx.now))


async def _settled(cases: Sequence[NicknameCase], wrong: Wrong, ctx: JobContext) -> list[NicknameCase]:
    """Those that still stand; the others are closed, without a word."""
    over = [case for case in cases if (case.user, case.group) not in wrong]
    await ctx.store.nickname_cases.close(over, by=ctx.act)
    return [case for case in cases if (case.user, case.group) in wrong]


async def _found(known: set[Place], wrong: Wrong, ctx: JobContext) -> list[NicknameCase]:
    new = [
        NicknameCase(user, group, finding.verdict.nickname, ctx.now)
        for (user, group), finding in wrong.items()
        if (user, group) not in known
    ]
    await ctx.store.nickname_cases.save(new, by=ctx.act)
    return new


async def _remind(cases: Sequence[NicknameCase], wrong: Wrong, ctx: JobContext) -> None:
    """One message for each person, however many groups it is about."""
    rules = ctx.company.nickname_rules
    due = [case for case in cases if is_due(case.reminder_due(rules), ctx.now)]
    by_person: dict[UserId, list[NicknameCase]] = defaultdict(list)
    for case in due:
        by_person[case.user].append(case)
    for user, his in by_person.items():
        findings = [(_called(case.group, ctx.company), wrong[case.user, case.group]) for case in his]
        ctx.tell(ToPerson(user), Text(reminded(findings, last=his[0].reminded + 1 == len(rules.remind_after))))
    steps = [replace(case, reminded=case.reminded + 1, reminded_at=ctx.now) for case in due]
    await ctx.store.nickname_cases.save(steps, by=ctx.act)


async def _list(cases: Sequence[NicknameCase], wrong: Wrong, ctx: JobContext) -> None:
    """What reminders did not settle, and at once what could be taken for somebody else (D8§7.3)."""
    due = [case for case in cases if case.listed_at is None and _is_to_be_listed(case, wrong, ctx)]
    by_group: dict[GroupId | None, list[NicknameCase]] = defaultdict(list)
    for case in due:
        by_group[case.group].append(case)
    for group, theirs in by_group.items():
        for keeper in _keepers(group, ctx.company):
            ctx.tell(ToPerson(keeper), Text(_listing(group, theirs, wrong, ctx.company)))
    for victim, group in _victims(due, wrong):
        ctx.tell(ToPerson(victim), Text(ALERT.format(group=_called(group, ctx.company))))
    await ctx.store.nickname_cases.save([replace(case, listed_at=ctx.now) for case in due], by=ctx.act)


def _list_outsiders(known: Sequence[Known], ctx: JobContext) -> None:
    """Customers whom nobody of us can remind: each week, as long as it stands."""
    for group in ctx.company.groups:
        names = [each.nickname for each in known if each.outsider and each.group == group.id]
        wrong = [(each, fault) for each in names if (fault := outsider_fault(each, ctx.company.register))]
        for keeper in _keepers(group.id, ctx.company) if wrong else ():
            ctx.tell(ToPerson(keeper), Text(outsiders_listed(group.name, wrong)))


def _is_to_be_listed(case: NicknameCase, wrong: Wrong, ctx: JobContext) -> bool:
    if wrong[case.user, case.group].verdict.outcome is Fault.IMPERSONATION:
        return True
    return is_due(case.listing_due(ctx.company.nickname_rules), ctx.now)


def _keepers(group: GroupId | None, company: Company) -> Sequence[UserId]:
    """The group's administrators; where there are none, and for what is used everywhere, human resources."""
    found = company.group(group) if group else None
    return sorted(found.admins if found else ()) or company.holders(Role.HR) or company.holders(Role.WECOM_ADMIN)


def _listing(group: GroupId | None, cases: Sequence[NicknameCase], wrong: Wrong, company: Company) -> str:
    lines = [f"· {said(wrong[case.user, case.group])}" for case in cases[:LISTED]]
    more = [f"还有 {len(cases) - LISTED} 人。"] if len(cases) > LISTED else []
    report = f"看全部：/昵称报告 {_called(group, company)}" if group else "请私下提醒本人，不要在群里点名。"
    return "\n".join([f"{_called(group, company)}有 {len(cases)} 人的昵称要处理：", *lines, *more, report])


def _victims(cases: Iterable[NicknameCase], wrong: Wrong) -> Iterable[tuple[UserId, GroupId | None]]:
    found = ((victim, case.group) for case in cases for victim in wrong[case.user, case.group].verdict.victims)
    return sorted(set(found), key=lambda each: (each[0], each[1] or ""))


def _called(group: GroupId | None, company: Company) -> str:
    found = company.group(group) if group else None
    return found.name if found else "工作群"
