"""How far the channels are today that publish by the day, and what is missing (S205, D9§5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.domain.notices.channels import HOURS, LAST, Channel
from bot.domain.rights import Role
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.shapes.context import JobContext
from bot.shapes.outgoing import Text, ToPerson


@dataclass(frozen=True, slots=True)
class Meter:
    channel: Channel
    done: int

    @property
    def missing(self) -> int:
        return max(0, self.channel.target - self.done)

    @property
    def said(self) -> str:
        rest = f"还差 {self.missing} 条" if self.missing else "今天够了"
        return f"{self.channel.name}：今天 {self.done}/{self.channel.target} 条，{rest}。"


async def meters(desk: Desk) -> Sequence[Meter]:
    """Of the channels for which today counts."""
    today, calendar = desk.now.date(), desk.company.pace.calendar
    return [await _of(desk, each) for each in desk.company.notices.channels if each.counts_on(today, calendar)]


async def remind(ctx: JobContext) -> None:
    """At its hours, whoever edits; at the last one whoever supervises as well, of what is missing."""
    hour = ctx.slot.astimezone(ctx.now.tzinfo).hour
    short = [each for each in await meters(ctx) if each.missing] if hour in HOURS else []
    if not short:
        return
    lines = [each.said for each in short]
    editors = ctx.company.serving(Role.PUB_EDITOR)
    _tell(ctx, editors, [*lines, "还可以发的看 /选题表，发过的记 /选题 编号 已发 链接。"])
    if hour >= LAST or not editors:
        above = [user for user in ctx.company.serving(Role.PUB_SUPERVISOR) if user not in editors]
        _tell(ctx, above, [*lines, "要不要补发，请和页面管理员定。进度看 /选题表。"])


def _tell(ctx: JobContext, users: Sequence[UserId], lines: Sequence[str]) -> None:
    for user in users:
        ctx.tell(ToPerson(user), Text("\n".join(lines)))


async def _of(desk: Desk, channel: Channel) -> Meter:
    start = datetime.combine(desk.now.date(), time(0), desk.now.tzinfo)
    end = start + timedelta(days=1)
    by_hand = [each for each in await desk.store.board.published(start, end) if each.channel == channel.name]
    postings = await desk.store.postings.between(start, end) if channel.groups else []
    counted = [each for each in postings if any(channel.counts_in(desk.company.group(room)) for room in each.groups)]
    return Meter(channel, len(by_hand) + len(counted))
