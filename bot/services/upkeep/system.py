"""How the bot itself stands, for whoever administers WeCom: what waits, and what was set aside, to try again or let go.

Neither names nor words: of what was set aside he sees the kind, when it was, and why.
"""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.domain.dates import clock_time
from bot.domain.rights import Role
from bot.domain.upkeep.backups import BackupState
from bot.domain.upkeep.workings import Depth, Parked
from bot.errors import Code, UserError, unknown_button
from bot.services.upkeep import shut_ways
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card
from bot.shapes.queue import DepthRows, ParkedRows, ShutRows
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "system"
TITLE: Final = "系统"
LIST: Final = "parked"
NOT_YOURS: Final = "系统由企业微信管理员来管。"
SHOWN: Final = 5
WITH_BUTTONS: Final = 3  # two each, of the six that a card may have
LONGEST_WHY: Final = 60
WAITS: Final = ("waiting", "sending")
QUEUES: Final = {"inbox": "收到还没处理的", "outbox": "要发还没发出的"}
SPOOL: Final = "spool"  # told of only where something lies there: it hardly ever does
KINDS: Final = {"text": "文字", "card": "卡片", "image": "图片", "file": "文件", "markdown": "图文", "press": "按钮"}
OUTCOMES: Final = {"parked": "没办成", "unknown": "不确定送到没有"}
OLD: Final = 60  # seconds


class Key(StrEnum):
    """What a button's key begins with, before the id; that of 重试 is the id alone."""

    AGAIN = ""
    LET_GO = "drop"
    SURE = "sure"
    KEEP = "keep"


class System:
    def __init__(self, parked: ParkedRows, depths: DepthRows, ways: ShutRows) -> None:
        self._parked = parked
        self._depths = depths
        self._ways = ways

    async def card(self, ctx: Context) -> Card:
        parked = await self._parked.all()
        shut = shut_ways.told(await self._ways.all(), ctx.now)
        queues = waiting(await self._depths.all(), ctx.now)
        words = "".join([*queues, shut, _set_aside(parked), await self._kept(ctx)])
        hint = "\n逐条看请回「/系统 待处理」。" if parked else ""
        return await _card(ctx, words, f"{words}{hint}", [Button("看待处理的", LIST)] if parked else [])

    async def list(self, ctx: Context) -> Card:
        parked = await self._parked.all()
        if not parked:
            return await _card(ctx, "没有待处理的消息。", "没有待处理的消息。", [])
        lines = [_line(each, ctx) for each in parked[:SHOWN]]
        if more := len(parked) - len(lines):
            lines.append(f"还有 {more} 条，办完这些再看。")
        lines.append(
            "再试一次请回「/系统 重试 编号」；不确定送到没有的，对方可能收到两遍。另外办好了的回「/系统 放下 编号」。"
        )
        buttons = [button for each in parked[:WITH_BUTTONS] for button in _buttons(each)]
        return await _card(ctx, "\n".join(lines), "\n".join(lines), buttons)

    async def asked_first(self, ctx: Context, parked_id: str) -> Card:
        """Before one is let go. Raises UserError."""
        parked = next((each for each in await self._parked.all() if each.id == parked_id), None)
        if parked is None:
            raise _not_parked(parked_id)
        what = "发的人不会再收到答复" if parked_id.startswith("m") else "不会再发给对方"
        words = f"{_line(parked, ctx)}\n放下以后{what}，这里也不再列出。已经另外办好了吗？"
        buttons = [Button("放下", f"{Key.SURE}:{parked_id}", style=2), Button("留着", f"{Key.KEEP}:{parked_id}")]
        return await _card(ctx, words, f"{words}确定就回「/系统 确认放下 {parked_id}」。", buttons)

    async def let_go(self, ctx: Context, parked_id: str) -> str:
        """Raises UserError."""
        if not await self._parked.let_go(parked_id, by=ctx.act):
            raise _not_parked(parked_id)
        return f"{parked_id} 放下了，不再处理，也不再列出。"

    async def again(self, ctx: Context, parked_id: str) -> str:
        """Raises UserError."""
        if not await self._parked.want(parked_id, by=ctx.act):
            raise _not_parked(parked_id)
        return f"{parked_id} 马上再试一次。"

    async def pressed(self, ctx: Context, _: str, press: Press) -> Reply:
        """Raises UserError."""
        if ctx.sender.user_id not in ctx.company.serving(Role.WECOM_ADMIN):
            raise UserError(Code.NO_PERMISSION, NOT_YOURS)
        if press.key == LIST:
            return Reply(await self.list(ctx))
        deed, _, parked_id = press.key.rpartition(":")
        match deed:
            case Key.AGAIN if parked_id[:1] in ("m", "p"):
                return outcome(TITLE, await self.again(ctx, parked_id))
            case Key.LET_GO:
                return Reply(await self.asked_first(ctx, parked_id))
            case Key.SURE:
                return outcome(TITLE, await self.let_go(ctx, parked_id))
            case Key.KEEP:
                return outcome(TITLE, f"{parked_id} 还留着。")
        raise unknown_button("发 /系统 再看一遍。")

    async def _kept(self, ctx: Context) -> str:
        """Of the chain over the trail, and of backups."""
        behind = await self._depths.unlinked_since()
        late = behind is not None and _seconds(behind, ctx.now) > OLD
        made = [each.taken_at for each in await ctx.store.backups.all() if each.state is BackupState.MADE]
        last = f"最近一次备份 {clock_time(made[0], ctx.now)}。" if made and made[0] else "还没有备份过。"
        return f"{'审计记录有一段还没入链，请运行 qunwu check。' if late else '审计记录都入了链。'}{last}"


def _not_parked(parked_id: str) -> UserError:
    return UserError(Code.NOT_FOUND, f"没有待处理的 {parked_id}。发 /系统 待处理 看有哪些。", private=True)


def _buttons(parked: Parked) -> tuple[Button, Button]:
    drop = Button(f"放下 {parked.id}", f"{Key.LET_GO}:{parked.id}", style=3)
    return Button(f"重试 {parked.id}", parked.id), drop


def waiting(depths: Sequence[Depth], at: datetime) -> list[str]:
    """A sentence for each queue."""
    now = int(at.timestamp() * 1000)
    queues = QUEUES | ({SPOOL: "数据库断开时收下、存在本机的"} if any(each.queue == SPOOL for each in depths) else {})
    told = [_queue(words, [each for each in depths if each.queue == queue], now) for queue, words in queues.items()]
    refused = sum(each.number for each in depths if (each.queue, each.state) == (SPOOL, "parked"))
    return [*told, f"另有 {refused} 条数据库不收，请在服务器上运行 qunwu parked 查看。"] if refused else told


def _queue(words: str, depths: Sequence[Depth], now: int) -> str:
    open_ones = [each for each in depths if each.state in WAITS]
    number = sum(each.number for each in open_ones)
    oldest = max(((now - each.oldest) // 1000 for each in open_ones), default=0)
    return f"{words} {number} 条{f'，最久等了 {oldest} 秒' if oldest >= OLD else ''}。"


def _set_aside(parked: Sequence[Parked]) -> str:
    counts = {words: sum(each.outcome == outcome for each in parked) for outcome, words in OUTCOMES.items()}
    told = "，".join(f"{number} 条{words}" for words, number in counts.items() if number)
    return f"{told}。" if told else "没有待处理的消息。"


def _line(parked: Parked, ctx: Context) -> str:
    kind = KINDS.get(parked.what.partition(" ")[0], "消息")
    what = f"收到的{kind}" if parked.id.startswith("m") else f"要发的{kind}"
    code = f"（{parked.errcode}）" if parked.errcode else ""
    ticket = f"，编号 {parked.ticket}" if parked.ticket else ""
    why = f"：{parked.why[:LONGEST_WHY]}" if parked.why else ""
    at = clock_time(parked.at.astimezone(ctx.now.tzinfo), ctx.now)
    return f"{parked.id} {at} {what}，{OUTCOMES[parked.outcome]}{ticket}{why}{code}"


def _seconds(since: datetime, now: datetime) -> float:
    return (now - since).total_seconds()


async def _card(ctx: Context, words: str, plain: str, buttons: list[Button]) -> Card:
    task_id = await ctx.store.cards.issue(topic=TOPIC, subject=TOPIC, holder=ctx.sender.user_id)
    return Card(title=TITLE, desc=words, plain=f"{TITLE}\n{plain}", buttons=tuple(buttons), task_id=task_id)
