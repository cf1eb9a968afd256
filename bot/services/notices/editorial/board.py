"""The editorial board: an item is written down, goes from step to step, and is noted once it is published (D9§3)."""

from collections.abc import Sequence
from typing import Final

from bot.domain.notices import board
from bot.domain.notices.board import NEXT, PREFIX, SUPERVISORS, Item, Stage
from bot.domain.notices.channels import Channel
from bot.domain.notices.reach import has_role
from bot.domain.rights import PUBLISHERS, Role
from bot.domain.wording import quote_user, shown
from bot.errors import Code, Overtaken, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.notices.editorial.focusing import this_month
from bot.services.notices.editorial.meter import meters
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Select, Text, ToPerson
from bot.shapes.replies import Reply, outcome

MOST: Final = 20  # items on a list
IN_A_LIST: Final = 20
TOPIC: Final = "editorial-board"
TITLE: Final = "选题表"
WHICH: Final = "which"
STEPS: Final = ("下一步", "通过", "退回", "不做了")
ON_A_LIST: Final = 10  # options that a card shows (D-101032)
ON_A_BUTTON: Final = 16  # characters of one
OFF: Final = "没有设按天发布的渠道。要用选题表，请管理员在配置里写 [[notices.channels]]。"


async def add(ctx: Context, channel: str, title: str) -> str:
    """Raises UserError."""
    chosen = which_channel(ctx, channel)
    number = await ctx.store.numbers.next(PREFIX, ctx.now.date())
    await ctx.store.board.add(Item(number, chosen.name, title, ctx.sender.user_id, ctx.now), by=ctx.act)
    return f"记下了 {number}（{chosen.name}）：{quote_user(title)}。采集好了发 /选题 {number} 下一步。"


def which_channel(desk: Desk, name: str) -> Channel:
    """The one of that name, or the first. Raises UserError."""
    channels = desk.company.notices.channels
    if not channels:
        raise UserError(Code.BAD_STATE, OFF)
    return next((each for each in channels if each.name == name), channels[0])


async def move(ctx: Context, number: str, step: str, words: str) -> str:
    """What became of it, as a sentence. Raises UserError."""
    was = await ctx.store.board.get(number)
    if was is None:
        raise UserError(Code.NOT_FOUND, f"没有选题 {number}。发 /选题表 看有哪些。")
    item = _moved(ctx, was, step, words)
    if not await ctx.store.board.save(item, was=was, by=ctx.act):
        raise Overtaken(f"{number} was changed meanwhile")
    _tell_next(ctx, item, was)
    return f"{number}「{shown(item.title, IN_A_LIST)}」到「{item.stage}」了。{_what_now(item)}"


def _moved(ctx: Context, item: Item, step: str, words: str) -> Item:
    user, company = ctx.sender.user_id, ctx.company
    match step:
        case "下一步":
            return board.advanced(item)
        case "通过":
            return board.let_pass(item, user, company)
        case "退回":
            return board.sent_back(item, user, company)
        case "已发":
            if not words:
                raise UserError(
                    Code.MISSING_ARG, f"发在哪里？例如：/选题 {item.number} 已发 文章的链接。", missing=("text",)
                )
            return board.published(item, words, ctx.now)
        case "反馈":
            if not words:
                raise UserError(
                    Code.MISSING_ARG,
                    f"反馈是什么？例如：/选题 {item.number} 反馈 阅读 320，留言 4 条已回。",
                    missing=("text",),
                )
            return board.answered(item, words)
    return board.dropped(item)


def _tell_next(ctx: Context, item: Item, was: Item) -> None:
    """Who has to do something now, other than who has just done it."""
    title = f"{item.number}「{shown(item.title, IN_A_LIST)}」"
    readers: tuple[UserId, ...] = (item.author,)
    if item.stage is was.stage:
        return
    if item.stage is Stage.REVIEW:
        words = f"{title}等你审稿。看过发 /选题 {item.number} 通过，要改发 /选题 {item.number} 退回。"
        asked = ctx.company.serving(*sorted(SUPERVISORS), Role(ctx.company.notices.co_reviewer))
        readers = tuple(user for user in asked if user != item.author)
    elif was.stage is Stage.REVIEW:
        words = f"{title}{'审过了' if item.stage is Stage.PUBLISHING else '退回来了'}。{_what_now(item)}"
    else:
        return
    for user in readers:
        if user != ctx.sender.user_id:
            ctx.tell(ToPerson(user), Text(words))


def _what_now(item: Item) -> str:
    match item.stage:
        case Stage.REVIEW:
            return "还要另一方也通过。" if item.passed else "审稿人已经收到。"
        case Stage.PUBLISHING:
            return f"发出去以后发 /选题 {item.number} 已发 链接。"
        case Stage.FEEDBACK:
            return f"今天的数已经算上，有了留言和效果发 /选题 {item.number} 反馈 内容。"
        case Stage.DONE | Stage.DROPPED:
            return ""
    return f"做好了发 /选题 {item.number} 下一步。"


async def card(ctx: Context) -> str | Card:
    """With the items that its reader may do something about now. Raises UserError."""
    words = await listed(ctx)
    items = [each for each in await ctx.store.board.open() if each.stage in NEXT or each.stage is Stage.REVIEW]
    if not items:
        return words
    options = {each.number: f"{each.number[-3:]} {shown(each.title)}"[:ON_A_BUTTON] for each in items[:ON_A_LIST]}
    return Card(
        title=TITLE,
        desc=words,
        plain=words,
        select=Select(WHICH, "哪一条", options, selected=next(iter(options))),
        buttons=tuple(Button(each, each, style=3 if each == "不做了" else 4) for each in STEPS),
        task_id=await ctx.store.cards.issue(topic=TOPIC, subject=TOPIC, holder=ctx.sender.user_id),
    )


async def pressed(ctx: Context, _: str, press: Press) -> Reply:
    """Raises UserError."""
    if not has_role(ctx.sender.user_id, PUBLISHERS, ctx.company):
        raise UserError(Code.NO_PERMISSION, "选题由宣传小组来管，没有改动。有好的素材请告诉运营或微信主管。")
    chosen = press.selected.get(WHICH, ())
    if len(chosen) != 1 or press.key not in STEPS:
        raise UserError(Code.UNSUPPORTED, "没看懂选的是哪一条，什么都没有改动。发 /选题表 再看一遍。")
    return outcome(TITLE, await move(ctx, chosen[0], press.key, ""))


async def listed(desk: Desk) -> str:
    """The board, step by step, and how far today is. Raises UserError."""
    if not desk.company.notices.channels:
        raise UserError(Code.BAD_STATE, OFF)
    items = await desk.store.board.open()
    focus = await this_month(desk)
    lines = [*([focus] if focus else []), *(each.said for each in await meters(desk))]
    if not items:
        return "\n".join([*lines, "选题表是空的。发 /选题 题目 记一条。"])
    for stage in Stage:
        lines += _of_stage(stage, [each for each in items[:MOST] if each.stage is stage])
    more = [f"还有 {len(items) - MOST} 条没有列出。"] if len(items) > MOST else []
    return "\n".join([*lines, *more, "往前走一步：/选题 编号 下一步。"])


def _of_stage(stage: Stage, items: Sequence[Item]) -> Sequence[str]:
    if not items:
        return []
    return [
        f"{stage} {len(items)} 条：",
        *(f"{each.number} {shown(each.title, IN_A_LIST)}（{each.channel}）" for each in items),
    ]
