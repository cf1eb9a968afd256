"""Templates: shown to choose from, handed over to be filled in, and a company's own."""

from collections.abc import Mapping
from typing import Final

from bot.domain.notices import templates
from bot.domain.notices.checks.finding import ensure_none_stops
from bot.domain.notices.checks.secrets import secrets
from bot.domain.notices.reach import has_role
from bot.domain.notices.templates import LONGEST, LONGEST_NAME, MOST, Template
from bot.domain.rights import PLANNERS, audience_label
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.services.approvals.kinds import Desk
from bot.services.talking.listening import listen
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Select, Text, ToPerson
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "notice-template"
USE, WHICH = "use", "which"
TITLE: Final = "公告模板"
ON_A_LIST: Final = 10  # options that a card shows (D-101032)


async def known(desk: Desk) -> Mapping[str, Template]:
    """By name; the company's own first."""
    return templates.together(
        templates.built_in(), desk.company.notices.templates, await desk.store.notice_templates.all()
    )


async def card(ctx: Context) -> Card:
    """What there is, to choose one from."""
    names = list(await known(ctx))
    more = f"没列出的发「/{TITLE} 名称」：{'、'.join(names[ON_A_LIST:])}。" if len(names) > ON_A_LIST else ""
    said = f"选一个，我把文字发给你填。{more}"
    return Card(
        title=f"{TITLE}：{len(names)} 个",
        desc=said,
        plain=f"{TITLE}：{'、'.join(names)}。要用哪个，回「/{TITLE} 名称」。",
        select=Select(WHICH, "哪一个", {each: each for each in names[:ON_A_LIST]}, selected=names[0]),
        buttons=(Button("用这个", USE),),
        task_id=await ctx.store.cards.issue(topic=TOPIC, subject=TOPIC, holder=ctx.sender.user_id),
    )


async def pressed(ctx: Context, _: str, press: Press) -> Reply:
    """Raises UserError."""
    chosen = press.selected.get(WHICH, ())
    if len(chosen) != 1 or press.key != USE:
        raise UserError(Code.UNSUPPORTED, f"没看懂选的是哪一个，什么都没有改动。发 /{TITLE} 再选一次。")
    ctx.tell(ToPerson(ctx.sender.user_id), Text(await use(ctx, chosen[0])))
    return outcome(TITLE, f"「{shown(chosen[0])}」见下一条消息：复制，把〔〕里的换掉，发回来就是公告。")


async def use(ctx: Context, name: str) -> str:
    """Its words, to be copied; what he writes next is the notice. Raises UserError."""
    found = (await known(ctx)).get(name)
    if found is None:
        raise UserError(Code.NOT_FOUND, f"没有叫「{shown(name)}」的模板。发 /{TITLE} 看有哪些。")
    await listen(ctx, "/公告", "填好的公告？")
    return found.words


async def keep(ctx: Context, name: str, text: str) -> str:
    """Raises UserError."""
    _ensure_may(ctx)
    if len(name) > LONGEST_NAME or len(text) > LONGEST:
        sentence = f"模板名称最多 {LONGEST_NAME} 个字，内容最多 {LONGEST} 个字。请写短些。"
        raise UserError(Code.LIMIT, sentence)
    own = await ctx.store.notice_templates.all()
    if len(own) >= MOST and name not in {each.name for each in own}:
        raise UserError(Code.LIMIT, f"自己的模板最多存 {MOST} 个。先发「/{TITLE} 删除 名称」删掉不用的。")
    ensure_none_stops(secrets(text))
    await ctx.store.notice_templates.keep(Template(name, text), by=ctx.act)
    return f"模板「{shown(name)}」存好了。要用发 /{TITLE} {shown(name)}。"


async def drop(ctx: Context, name: str) -> str:
    """Raises UserError."""
    _ensure_may(ctx)
    if not await ctx.store.notice_templates.drop(name, by=ctx.act):
        own = "、".join(each.name for each in await ctx.store.notice_templates.all()) or "还没有"
        raise UserError(Code.NOT_FOUND, f"自己存的模板里没有「{shown(name)}」，没有删。自己存的：{own}。")
    left = "，自带的那个又可以用了" if name in await known(ctx) else ""
    return f"模板「{shown(name)}」删掉了{left}。"


def _ensure_may(ctx: Context) -> None:
    if not has_role(ctx.sender.user_id, PLANNERS, ctx.company):
        raise UserError(Code.NO_PERMISSION, f"模板由{audience_label(PLANNERS)}来存和删，请告诉他们。")
