"""The morning after somebody's last day: what is still open in his name goes to somebody else, who is told of it.

Requests, appeals, mediation, reports, questions and hazards find another by themselves: their clocks ask who is here.
"""

from datetime import timedelta
from typing import Final

from bot.domain.accounts.leaving import Leaving
from bot.domain.approvals.line import line_above
from bot.domain.dates import day_seen
from bot.domain.upkeep.duty import AHEAD, ROSTERERS, DutyTurn
from bot.domain.wording import shown
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.surveys.releasing import Asked, keep, words_of
from bot.shapes.outgoing import Text, ToPerson

MOST: Final = 50


async def pass_on(desk: Desk, leaving: Leaving) -> None:
    """Once done there is nothing left of it, so it may be done again."""
    await _free_turns(desk, leaving)
    heir = next((user for user in line_above(desk.company, leaving.user) if desk.company.is_here(user)), None)
    if heir is None:
        return
    name = shown(desk.company.name_of(leaving.user))
    for asked in await asked_by(desk, leaving.user):
        await keep(desk, asked.passed_to(heir), was=asked)
        words = f"{name} 已离职，{asked.number}「{shown(words_of(asked))}」由你接着办：到时结果和名单发给你。"
        desk.tell(ToPerson(heir), Text(words))


async def asked_by(desk: Desk, user: UserId) -> list[Asked]:
    """Surveys and activities of his that aren't over."""
    found: list[Asked] = [
        *await desk.store.surveys.of(user, desk.now, most=MOST),
        *await desk.store.activities.of(user, desk.now, most=MOST),
    ]
    return [each for each in found if not each.stage.is_over]


async def turns_after(desk: Desk, leaving: Leaving) -> list[DutyTurn]:
    """Days on which he is rostered, though he has gone."""
    first = leaving.last_day + timedelta(days=1)
    turns = await desk.store.duty_roster.between(first, first + AHEAD)
    return [each for each in turns if each.user == leaving.user]


async def _free_turns(desk: Desk, leaving: Leaving) -> None:
    by_post: dict[str, list[DutyTurn]] = {}
    for turn in await turns_after(desk, leaving):
        await desk.store.duty_roster.give_back(turn, by=desk.act)
        by_post.setdefault(turn.post, []).append(turn)
    for turns in by_post.values():
        await _tell_free(desk, leaving, turns)


async def _tell_free(desk: Desk, leaving: Leaving, turns: list[DutyTurn]) -> None:
    post, days = turns[0].post, [day_seen(each.day, desk.now.date()) for each in turns]
    more = f"等 {len(days)} 天" if len(days) > 3 else ""
    name = shown(desk.company.name_of(leaving.user))
    words = f"{name} 已离职，{post.duty}空出来了：{'、'.join(days[:3])}{more}。请发 /排值班 {post} 日期 @同事。"
    users = desk.company.in_office(post.role) if post.role else desk.company.in_office(*ROSTERERS)
    for user in users or desk.company.in_office(*ROSTERERS):
        if user != leaving.user:
            desk.tell(ToPerson(user), Text(words))
