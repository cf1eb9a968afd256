"""A human says what a finding is. 成立 makes a case, in his name and by the gate that every case goes through (decision
51); who may not charge anybody, as the security officers, hands it on to who may. 不是 is remembered.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.domain.groups.group import Group
from bot.domain.moderation.cases.case import Charge
from bot.domain.moderation.content.item import ContentItem, ItemState, deciders, is_above_all, lookers
from bot.domain.moderation.pack import StepKind
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.approvals.approvals import Approvals
from bot.services.moderation.content.looking import checks_of
from bot.services.moderation.content.raising import DISMISSED, LEFT, UPHELD, card_of, excerpt, hand, may_charge
from bot.services.moderation.deciding import decide
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Card
from bot.shapes.replies import Reply, outcome

_KEYS: Final = (UPHELD, LEFT, DISMISSED)
NOT_YOURS: Final = "这条现在由别的同事来看，没有改动。"
NOBODY: Final = "现在没有能处理的同事，请先设好管理小组。什么都没有改动。"


@dataclass(frozen=True, slots=True)
class Answering:
    """`approvals`: for what somebody else has to agree to."""

    approvals: Approvals

    async def pressed(self, ctx: Context, number: str, press: Press) -> Reply:
        """Raises UserError."""
        item = await ctx.store.content_items.get(number, ctx.now)
        if item is None or press.key not in _KEYS:
            raise UserError(Code.UNSUPPORTED, "这条已经不用看了，什么都没有改动。")
        title, group = f"{number} {'、'.join(item.rules)}", ctx.company.group(item.group) if item.group else None
        if not item.waits:
            return outcome(title, f"{_by(ctx, item)} 已经定过：{item.state}。")
        if ctx.sender.user_id not in _asked(ctx, item, group):
            if item.state is ItemState.UPHELD:
                return outcome(title, f"{_by(ctx, item)} 已经认定成立，怎么处理由管理小组来定。")
            raise UserError(Code.NO_PERMISSION, NOT_YOURS)
        if press.key == UPHELD:
            return outcome(title, await self._uphold(ctx, item, group))
        state = ItemState.LEFT if press.key == LEFT else ItemState.DISMISSED
        await _close(ctx, item, state)
        again = "同样的话不再问。" if state is ItemState.DISMISSED else ""
        return outcome(title, f"已记下：{state}。原话已经删掉。{again}")

    async def _uphold(self, ctx: Context, item: ContentItem, group: Group | None) -> str:
        if not ctx.company.is_here(item.author):
            await _close(ctx, item, ItemState.LEFT)
            return "对方已经不在公司，不用处理，已记下。"
        if is_above_all(item.author, item.about, group, ctx.company):
            raise UserError(Code.NO_PERMISSION, NOBODY)
        if not may_charge(ctx.sender.user_id, item, group, ctx.company):
            return await _hand_on(ctx, item, group)
        text = await ctx.store.content_items.text(item.number) or ""
        await _close(ctx, item, ItemState.CHARGED)
        return await self._charge(ctx, item, group, text)

    async def _charge(self, ctx: Context, item: ContentItem, group: Group | None, text: str) -> str:
        """What has been charged with already isn't charged with again: that is an answer, too."""
        reason = f"发的内容涉及{'、'.join(item.rules)}"
        room = group.id if group else None
        charge = Charge(item.author, room, StepKind.WARNING, item.category, reason, quote=text, acted_at=item.at)
        try:
            reply = await decide(ctx, self.approvals, charge)
        except UserError as error:
            if error.code is not Code.DUPLICATE:
                raise
            return f"已记下：成立。{error.sentence}"
        return reply.content if isinstance(reply.content, str) else "已记下：成立。"


def _asked(ctx: Context, item: ContentItem, group: Group | None) -> Sequence[UserId]:
    if item.state is ItemState.UPHELD:
        return deciders(item.author, group, ctx.company)
    return lookers(item.author, item.about, group, ctx.company)


async def _hand_on(ctx: Context, item: ContentItem, group: Group | None) -> str:
    users = deciders(item.author, group, ctx.company)
    if not users:
        raise UserError(Code.NO_PERMISSION, NOBODY)
    text = await ctx.store.content_items.text(item.number) or ""
    await _close(ctx, item, ItemState.UPHELD)
    words = excerpt(text, (await checks_of(ctx.company)).look(text))
    for user in users:
        await hand(ctx, item.number, _handed_on(ctx, card_of(item, group, words, ctx.company, user)), user)
    return f"已记下：成立。怎么处理由 {shown('、'.join(map(ctx.company.name_of, users)), 40)} 来定，已经转过去。"


def _handed_on(ctx: Context, card: Card) -> Card:
    desc = f"{ctx.company.name_of(ctx.sender.user_id)} 认定成立。{card.desc}"
    return replace(card, desc=desc, plain=f"{card.title}（{desc}）")


async def _close(ctx: Context, item: ContentItem, state: ItemState) -> None:
    """Raises UserError."""
    answered = item.answered(state, ctx.sender.user_id, ctx.now)
    if not await ctx.store.content_items.answer(answered, item.state, by=ctx.act):
        raise UserError(Code.BAD_STATE, "刚刚有同事先定了，没有改动。")


def _by(ctx: Context, item: ContentItem) -> str:
    return ctx.company.name_of(item.by) if item.by else "有同事"
