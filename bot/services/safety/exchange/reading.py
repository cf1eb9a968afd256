"""What others learnt, to be read again: the newest, those of a month, those about a word; and whether it was of use."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Final

from bot.domain.dates import day_seen
from bot.domain.safety.exchange.experience import Experience, ExperienceState
from bot.domain.wording import shown
from bot.errors import Code, UserError, unknown_button
from bot.services.safety.exchange import wording
from bot.services.safety.exchange.publishing import TOPIC, photos_of
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Card, Text, ToPerson
from bot.shapes.replies import Reply

MOST: Final = 8
_LINE: Final = 28  # characters of one in a list
_MARKS: Final = "。，,；;.！!"
_A_DAY: Final = timedelta(days=1)


async def listed(ctx: Context, words: Sequence[str], *, this_month: bool) -> Reply:
    """The only one that is found in full."""
    found = list(await ctx.store.experiences.search(words, ctx.now, most=MOST + 1))
    label = f"关于「{shown(' '.join(words))}」的" if words else ""
    if this_month:
        begins = datetime.combine(ctx.now.date().replace(day=1), time(), ctx.now.tzinfo)
        of_month = {each.number for each in await ctx.store.experiences.published(begins, ctx.now + _A_DAY, ctx.now)}
        found, label = [each for each in found if each.number in of_month], f"本月{label or '的'}"
    if not found:
        return Reply(f"还没有{label}经验。你有就发：/经验分享 在哪里、发生了什么、学到什么。")
    if words and len(found) == 1:
        return Reply(await _in_full(ctx, found[0]))
    lines = [_line(each, ctx.now) for each in found[:MOST]]
    more = "还有更多，加一个词来找，例如：/经验 叉车。" if len(found) > MOST else ""
    return Reply("\n".join([f"{label or '大家分享的'}经验：", *lines, f"看全文发 /经验 加编号。{more}"]))


async def one(ctx: Context, number: str) -> Card:
    """Raises UserError."""
    return await _in_full(ctx, await _published(ctx, number))


async def vote(ctx: Context, number: str) -> str:
    """Raises UserError; nobody praises himself."""
    experience = await _published(ctx, number)
    if experience.author == ctx.sender.user_id:
        raise UserError(Code.SELF_TARGET, f"{number} 是你自己分享的，别人按了才算。")
    if not await ctx.store.experiences.vote(number, ctx.sender.user_id, by=ctx.act):
        return f"你说过 {number} 有用了，现在 {experience.useful} 人觉得有用。"
    return f"记下了，{experience.useful + 1} 人觉得 {number} 有用。"


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """That it was of use, by anybody who sees the card: it shows how many by now. Raises UserError."""
    if press.key != wording.USEFUL:
        raise unknown_button()
    experience = await _published(ctx, number)
    if experience.author != ctx.sender.user_id:
        await ctx.store.experiences.vote(number, ctx.sender.user_id, by=ctx.act)
    return Reply(wording.public_card(await _published(ctx, number), ctx.company))


async def _in_full(ctx: Context, experience: Experience) -> Card:
    """To the asker; pictures and what is too long for a card come apart, in private."""
    me = ToPerson(ctx.sender.user_id)
    if not wording.fits(wording.told(experience)):
        ctx.tell(me, Text(wording.told(experience)))
    for photo in photos_of(experience):
        ctx.tell(me, photo)
    task_id = await ctx.store.cards.issue(topic=TOPIC, subject=experience.number, holder=ctx.sender.user_id)
    return wording.with_id(wording.public_card(experience, ctx.company), task_id)


async def _published(ctx: Context, number: str) -> Experience:
    experience = await ctx.store.experiences.get(number, ctx.now)
    if experience is None or experience.state is not ExperienceState.PUBLISHED:
        raise UserError(Code.NOT_FOUND, f"没有编号是 {number} 的经验。发 /经验 看有哪些。")
    return experience


def _line(experience: Experience, now: datetime) -> str:
    """`· JY-20261122-001 11月22日 换灯管先断电，2 人觉得有用`"""
    useful = f"，{experience.useful} 人觉得有用" if experience.useful else ""
    on = day_seen(experience.settled_at.date(), now.date()) if experience.settled_at else ""
    return f"· {experience.number} {on} {shown(experience.clean, _LINE).rstrip(_MARKS)}{useful}"
