"""How the bot itself stands, for whoever administers WeCom: what waits, what was set aside, and one of it tried again.

Neither names nor words: of what was set aside he sees the kind, when it was, and why.
"""

from collections.abc import Sequence
from datetime import datetime
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
SHOWN: Final = 5  # as many have a button
LONGEST_WHY: Final = 60
WAITS: Final = ("waiting", "sending")
QUEUES: Final = {"inbox": "收到还没处理的", "outbox": "要发还没发出的"}
SPOOL: Final = "spool"  # told of only where something lies there: it hardly ever does
KINDS: Final = {"text": "文字", "card": "卡片", "image": "图片", "file": "文件", "markdown": "图文", "press": "按钮"}
OUTCOMES: Final = {"parked": "没办成", "unknown": "不确定送到没有"}
OLD: Final = 60  # seconds


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
        again = "再试一次请回「/系统 重试 编号」；不确定送到没有的，对方可能收到两遍。"
        buttons = [Button(f"重试 {each.id}", each.id) for each in parked[:SHOWN]]
        return await _card(ctx, "\n".join([*lines, again]), "\n".join([*lines, again]), buttons)

    async def again(self, ctx: Context, parked_id: str) -> str:
        """Raises UserError."""
        if not await self._parked.want(parked_id, by=ctx.act):
            raise UserError(Code.NOT_FOUND, f"没有待处理的 {parked_id}。发 /系统 待处理 看有哪些。", private=True)
        return f"{parked_id} 马上再试一次。"

    async def pressed(self, ctx: Context, _: str, press: Press) -> Reply:
        """Raises UserError."""
        if ctx.sender.user_id not in ctx.company.serving(Role.WECOM_ADMIN):
            raise UserError(Code.NO_PERMISSION, NOT_YOURS)
        if press.key == LIST:
            return Reply(await self.list(ctx))
        if press.key[:1] not in ("m", "p"):
            raise unknown_button("发 /系统 再看一遍。")
        return outcome(TITLE, await self.again(ctx, press.key))

    async def _kept(self, ctx: Context) -> str:
        """Of the chain over the trail, and of backups."""
        behind = await self._depths.unlinked_since()
        late = behind is not None and _seconds(behind, ctx.now) > OLD
        made = [each.taken_at for each in await ctx.store.backups.all() if each.state is BackupState.MADE]
        last = f"最近一次备份 {clock_time(made[0], ctx.now)}。" if made and made[0] else "还没有备份过。"
        return f"{'审计记录有一段还没入链，请运行 qunwu check。' if late else '审计记录都入了链。'}{last}"


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
