"""The monthly round (D7§5, 定期梳理): a review of each group, some at a time; then those that wait are looked after.

Nobody is disturbed on rest days. Of what is late whoever appoints the keepers hears once a day, in one message.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from bot.domain.dates import clock_time
from bot.domain.groups.group import Group
from bot.domain.groups.keeping import keepers_of
from bot.domain.groups.offices import appointers
from bot.domain.groups.reviews import Review, ReviewCause, ReviewState
from bot.domain.wording import shown
from bot.identifiers import UserId
from bot.services.groups.reviews.doubting import Known, doubts_about, known
from bot.services.groups.reviews.opening import is_known, open_review
from bot.services.groups.wording import some_groups
from bot.shapes.context import JobContext
from bot.shapes.outgoing import Text, ToPerson

AT_ONCE: Final = 25  # groups of one transaction
LISTED: Final = 10

Waiting = tuple[Review, Group]
T = TypeVar("T")


async def open_round(ctx: JobContext) -> bool:
    """Whether some groups are left for the next run. Each is opened once, however often this runs."""
    groups = [group for group in ctx.company.groups if is_known(group)]
    month = f"{ctx.slot:%Y-%m}"
    begun = {review.group for review in await ctx.store.reviews.of_month(month)}
    left = [group for group in groups if group.id not in begun]
    what = await known(ctx, left[:AT_ONCE])
    opened = [await _opened(ctx, group, what) for group in left[:AT_ONCE]]
    if len(left) > AT_ONCE and any(opened):
        return True
    _ask_for_lists(ctx, [group for group in ctx.company.groups if not is_known(group)])
    return False


async def _opened(ctx: JobContext, group: Group, what: Known) -> bool:
    doubts = await doubts_about(ctx, group, what)
    return await open_review(ctx, group, doubts, ReviewCause.MONTHLY) is not None


def _ask_for_lists(ctx: JobContext, groups: Sequence[Group]) -> None:
    """Where nobody knows who is in a group, there is nothing to look through yet."""
    for user, his in _by_person((group, keepers_of(group, ctx.company)) for group in groups):
        words = (
            f"这个月的梳理，还有 {len(his)} 个群没有成员名单：{some_groups(his)}。请发 /群名单 群名，下面一行一个姓名。"
        )
        ctx.tell(ToPerson(user), Text(words))


async def look_after(ctx: JobContext) -> None:
    """Those that wait: reminded before they are late, told of each day once they are."""
    open_ones: list[Waiting] = []
    for review in await ctx.store.reviews.open_ones():
        if group := ctx.company.group(review.group):
            open_ones.append((review, group))
        else:
            over = replace(review, state=ReviewState.DROPPED, closed_at=ctx.now)
            await ctx.store.reviews.save(over, change="dropped", by=ctx.act)
    await _remind(ctx, [each for each in open_ones if _is_soon_late(each[0], ctx)])
    await _tell_of_late(ctx, [each for each in open_ones if _is_late(each[0], ctx)])


def _is_soon_late(review: Review, ctx: JobContext) -> bool:
    due = review.due_at.astimezone(ctx.now.tzinfo).date()
    soon = ctx.company.grooming.reminds_on(due, ctx.company.pace.calendar) <= ctx.now.date()
    return soon and not review.reminded and not review.is_overdue(ctx.now)


def _is_late(review: Review, ctx: JobContext) -> bool:
    return review.is_overdue(ctx.now) and review.told_on != ctx.now.date()


async def _remind(ctx: JobContext, waiting: Sequence[Waiting]) -> None:
    if waiting:
        await ctx.store.reviews.note_reminded([review for review, _ in waiting], by=ctx.act)
    for user, his in _by_person((each, keepers_of(each[1], ctx.company)) for each in waiting):
        until = clock_time(min(review.due_at for review, _ in his).astimezone(ctx.now.tzinfo), ctx.now)
        groups = [group for _, group in his]
        words = f"还有 {len(his)} 个群的成员等你核对，{until} 前：{some_groups(groups)}。发 /梳理 群名 看名单。"
        ctx.tell(ToPerson(user), Text(words))


async def _tell_of_late(ctx: JobContext, late: Sequence[Waiting]) -> None:
    """Who appoints the keepers hears who is late; the keepers themselves on the first day only."""
    if late:
        await ctx.store.reviews.note_late([review for review, _ in late], ctx.now.date(), by=ctx.act)
    for user, his in _by_person((each, appointers(each[1], ctx.company)) for each in late):
        ctx.tell(ToPerson(user), Text(_late(his, ctx)))
    fresh = [each for each in late if each[0].told_on is None]
    for user, his in _by_person((each, keepers_of(each[1], ctx.company)) for each in fresh):
        words = f"成员核对已过期限：{some_groups([group for _, group in his])}。请今天核对好，发 /梳理 群名 看名单。"
        ctx.tell(ToPerson(user), Text(words))


def _late(waiting: Sequence[Waiting], ctx: JobContext) -> str:
    lines = [
        f"· {group.name}：{'、'.join(shown(ctx.company.name_of(user)) for user in keepers_of(group, ctx.company))}"
        for _, group in waiting[:LISTED]
    ]
    more = [f"还有 {len(waiting) - LISTED} 个群。"] if len(waiting) > LISTED else []
    return "\n".join([f"{len(waiting)} 个群的成员核对已过期限，请催一下：", *lines, *more, "看全部：/梳理"])


def _by_person(what: Iterable[tuple[T, Sequence[UserId]]]) -> list[tuple[UserId, list[T]]]:
    found: defaultdict[UserId, list[T]] = defaultdict(list)
    for thing, users in what:
        for user in users:
            found[user].append(thing)
    return sorted(found.items())
