"""A review decided in words, for whoever sees no card: the page that waits, who goes, and the yes to it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from bot.domain.company import Company
from bot.domain.groups.doubts import DoubtKind
from bot.domain.groups.group import Group
from bot.domain.groups.reviews import Decision, Entry, Review
from bot.domain.width import narrow
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.services.groups.reviews.asking import TOPIC, subject
from bot.services.groups.reviews.deciding import answer, hand_in
from bot.services.groups.reviews.wording import asking_card, confirming_card, entry_name
from bot.shapes.context import Context
from bot.shapes.outgoing import Card
from bot.shapes.replies import Reply

_BETWEEN: Final = regex(r"[\s,;、]+|和|跟")


async def show(ctx: Context, review: Review, group: Group) -> Reply:
    """What waits, once more: a page, or the question about a removal."""
    page = review.next_page() or 1
    if {entry.decision for entry in review.on_page(page).values() if entry.waits} == {Decision.TO_CONFIRM}:
        return await _said(ctx, review, page, confirming_card(review, page, group, ctx.company, ""))
    return await _said(ctx, review, page, asking_card(review, page, group, ctx.company, ctx.now))


async def remove(ctx: Context, review: Review, group: Group, names: str) -> Reply:
    """Those go and the others stay, once that is confirmed. Raises UserError for names that aren't on the page."""
    page = review.next_page() or 1
    entries = review.on_page(page)
    out = {_one(name, entries, ctx.company) for name in _BETWEEN.split(narrow(names).strip("。.! ")) if name}
    return await _said(ctx, review, page, await hand_in(ctx, review, group, page, entries.keys() - out, sure=False))


async def follow_proposals(ctx: Context, review: Review, group: Group) -> Reply:
    page = review.next_page() or 1
    ticked = [id_ for id_, entry in review.on_page(page).items() if entry.is_ticked_at_first]
    return await _said(ctx, review, page, await hand_in(ctx, review, group, page, ticked, sure=False))


async def keep_all(ctx: Context, review: Review, group: Group) -> Reply:
    page = review.next_page() or 1
    entries = review.on_page(page)
    if any(entry.decision is Decision.TO_CONFIRM for entry in entries.values()):
        return await _said(ctx, review, page, await answer(ctx, review, group, page, out=False))
    here = [id_ for id_, entry in entries.items() if entry.doubt is not DoubtKind.MISSING]
    return await _said(ctx, review, page, await hand_in(ctx, review, group, page, here))


async def confirm(ctx: Context, review: Review, group: Group) -> Reply:
    """Raises UserError where nothing was asked."""
    page = review.next_page() or 1
    if not any(entry.decision is Decision.TO_CONFIRM for entry in review.on_page(page).values()):
        raise UserError(Code.BAD_STATE, f"没有等你确认的移出。发 /梳理 {group.name} 看现在的名单。")
    return await _said(ctx, review, page, await answer(ctx, review, group, page, out=True))


async def _said(ctx: Context, review: Review, page: int, card: Card) -> Reply:
    """A card that asks back; else its words."""
    if not card.buttons:
        return Reply(card.plain, private=True)
    task_id = await ctx.store.cards.issue(topic=TOPIC, subject=subject(review, page), holder=ctx.sender.user_id)
    return Reply(replace(card, task_id=task_id), private=True)


def _one(name: str, entries: Mapping[str, Entry], company: Company) -> str:
    """The id of who is meant, by the number on the list or by name."""
    if name.isascii() and name.isdecimal() and str(int(name) - 1) in entries:
        return str(int(name) - 1)
    found = [id_ for id_, entry in entries.items() if name in _names(entry, company)]
    if len(found) == 1:
        return found[0]
    if found:
        numbers = "、".join(str(int(id_) + 1) for id_ in found)
        raise UserError(Code.AMBIGUOUS_PERSON, f"名单里有几位「{shown(name)}」，请写编号：{numbers}。什么都没有改动。")
    raise UserError(Code.NOT_FOUND, f"名单里没有「{shown(name)}」，什么都没有改动。请按名单上的编号或姓名写。")


def _names(entry: Entry, company: Company) -> set[str]:
    person = company.person(entry.user) if entry.user else None
    return {entry_name(entry, company), *([person.name] if person else [])}
