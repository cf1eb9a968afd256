"""Backups as the administrator sees them: how they stand, one more, and what became of it (S298, S299)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.domain.dates import clock_time
from bot.domain.rights import Role
from bot.domain.upkeep.backups import PREFIX, Backup, BackupState
from bot.errors import Code, UserError, unknown_button
from bot.services.approvals.kinds import Desk
from bot.shapes.context import Context, JobContext
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Text, ToPerson
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "backup"
TITLE: Final = "备份"
NOW, REHEARSE = "now", "rehearse"
NOT_YOURS: Final = "备份由企业微信管理员来管。"
MOST_WAITING: Final = 2
MEGABYTE: Final = 1_000_000


async def card(ctx: Context) -> Card:
    words = how_it_stands(await ctx.store.backups.all(), ctx)
    task_id = await ctx.store.cards.issue(topic=TOPIC, subject=TOPIC, holder=ctx.sender.user_id)
    return Card(
        title=TITLE,
        desc=words,
        plain=f"{TITLE}\n{words}\n现在备份请回「/备份 现在」，连恢复一起演练请回「/备份 演练」。",
        buttons=(Button("现在备份", NOW), Button("备份并演练恢复", REHEARSE, style=2)),
        task_id=task_id,
    )


async def pressed(ctx: Context, _: str, press: Press) -> Reply:
    """Raises UserError."""
    if ctx.sender.user_id not in ctx.company.serving(Role.WECOM_ADMIN):
        raise UserError(Code.NO_PERMISSION, NOT_YOURS)
    if press.key not in (NOW, REHEARSE):
        raise unknown_button("发 /备份 再看一遍。")
    return outcome(TITLE, await want(ctx, rehearse=press.key == REHEARSE))


def how_it_stands(backups: Sequence[Backup], desk: Desk) -> str:
    made = [each for each in backups if each.state is BackupState.MADE]
    rules = desk.company.backup
    parts = [_last(made, desk) if made else "还没有备份过。"]
    if backups and (last := backups[0]).state is BackupState.FAILED:
        parts.append(f"最近一次（{_at(last, desk)}）没有成功：{last.problem}。")
    if backups and backups[0].state is BackupState.WANTED:
        parts.append(f"{backups[0].number} 正在备份。")
    if rules.nightly:
        weekly = "，每周日演练一次恢复" if rules.rehearse else ""
        parts.append(f"每天 {rules.at:02}:00 自动备份{weekly}。")
    return "".join(parts)


def _last(made: Sequence[Backup], desk: Desk) -> str:
    newest = made[0]
    rehearsed = next((each for each in made if each.restored_at), None)
    tried = f"最近一次恢复演练是 {_at(rehearsed, desk)}。" if rehearsed else "还没有演练过恢复。"
    copied = {True: "，另存了一份", False: "，没能另存一份", None: ""}[newest.copied]
    return f"最近一次 {_at(newest, desk)}，{_size(newest)}{copied}；留着 {len(made)} 份。{tried}"


async def want(ctx: Context, *, rehearse: bool) -> str:
    """It is made by itself soon after. Raises UserError."""
    waiting = await ctx.store.backups.wanted()
    if len(waiting) >= MOST_WAITING:
        raise UserError(Code.BAD_STATE, f"{waiting[0].number} 还在做，好了会告诉你。")
    number = await ctx.store.numbers.next(PREFIX, ctx.now.date())
    await ctx.store.backups.want(Backup(number, ctx.now, ctx.sender.user_id, rehearse), by=ctx.act)
    return f"{number} 开始备份{'，接着演练恢复' if rehearse else ''}。好了告诉你。"


async def want_tonight(ctx: JobContext, *, rehearse: bool) -> None:
    number = await ctx.store.numbers.next(PREFIX, ctx.slot.date())
    await ctx.store.backups.want(Backup(number, ctx.now, None, rehearse), by=ctx.act)


async def tell(desk: Desk) -> None:
    """Whoever asked hears of his; of a nightly one the administrators hear only if something is wrong."""
    for each in await desk.store.backups.untold():
        admins = desk.company.serving(Role.WECOM_ADMIN)
        readers = [each.wanted_by] if each.wanted_by in admins else list(admins)
        if each.wanted_by or each.problem:
            for user in filter(None, readers):
                desk.tell(ToPerson(user), Text(_news(each)))
        await desk.store.backups.save(replace(each, told=True), "told", by=desk.act)


def _news(backup: Backup) -> str:
    if backup.state is BackupState.FAILED:
        return f"{backup.number} 备份没有成功：{backup.problem}。处理好以后发 /备份 现在。"
    problem = f"但是{backup.problem}。" if backup.problem else ""
    tried = "恢复演练也做过了，内容都在。" if backup.restored_at else ""
    return f"{backup.number} 备份好了：{backup.file}，{backup.rows} 行，{_size(backup)}。{tried}{problem}"


def _at(backup: Backup, desk: Desk) -> str:
    at = backup.taken_at or backup.wanted_at
    return clock_time(at.astimezone(desk.now.tzinfo), desk.now)


def _size(backup: Backup) -> str:
    return f"{backup.size / 1e6:.1f} MB" if backup.size >= MEGABYTE else f"{backup.size / 1e3:.0f} KB"
