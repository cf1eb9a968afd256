"""What keepers hand in is carried out at once: errands to WeCom, the registry, whoever has to know."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.domain.groups.doubts import DoubtKind
from bot.domain.groups.errands import Deed, Errand
from bot.domain.groups.group import Group, GroupState, Guest
from bot.domain.groups.keeping import keepers_of
from bot.domain.groups.offices import appointers
from bot.domain.groups.reviews import Decision, Entry, Review, changes, confirmed, handed_in
from bot.domain.rights import Role
from bot.domain.standing import may_judge
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.groups.errands.carrying_out import assign
from bot.services.groups.reviews.asking import ask, release
from bot.services.groups.reviews.wording import came_of, confirming_card, entry_name, face, reason
from bot.shapes.context import Context
from bot.shapes.outgoing import Card, Text, ToPerson

NOT_YOURS = "这个群现在不归你管，什么都没有改动。"


async def hold(ctx: Context, number: str) -> tuple[Review, Group]:
    """Both as they are now, nobody else changing them. Raises UserError."""
    seen = await ctx.store.reviews.get(number)
    group = await ctx.store.groups.hold(seen.group) if seen else None
    review = await ctx.store.reviews.get(number)
    if review is None or group is None or group.state is not GroupState.IN_USE:
        raise UserError(Code.BAD_STATE, "这个群已经停用，不用再梳理了。")
    if ctx.sender.user_id not in keepers_of(group, ctx.company):
        raise UserError(Code.NO_PERMISSION, NOT_YOURS)
    return review, group


async def hand_in(
    ctx: Context, review: Review, group: Group, page: int, ticked: Collection[str], *, sure: bool = True
) -> Card:
    """The face of the card that was handed in. The first keeper's counts; whoever comes later sees what he decided.

    `sure`: see `reviews.handed_in`.
    """
    if page not in review.waiting_pages:
        return face(review, group, _how_it_stands(review, page, ctx))
    by = ctx.sender.user_id
    spared = _spared(ctx, review, group, page)
    after = handed_in(review, page, ticked, by=by, owner=group.owner, now=ctx.now, sure=sure, spared=spared)
    if after == review:
        return confirming_card(review, page, group, ctx.company, "")
    return await _keep(ctx, review, after, group, page)


async def answer(ctx: Context, review: Review, group: Group, page: int, *, out: bool) -> Card:
    """The yes or no to the removal of those whom nobody doubts."""
    if not any(entry.decision is Decision.TO_CONFIRM for entry in review.on_page(page).values()):
        return face(review, group, _how_it_stands(review, page, ctx))
    after = confirmed(review, page, out=out, by=ctx.sender.user_id, now=ctx.now)
    return await _keep(ctx, review, after, group, page)


def _spared(ctx: Context, review: Review, group: Group, page: int) -> frozenset[UserId]:
    """Who stands above the keeper, or looks after the group beside him: a tick removes them no more than `/移出` does
    (D15§4.2, D11§3.1). Who has left the company stands nowhere."""
    right = Role.GROUP_ADMIN if ctx.sender.user_id in group.keepers else Role.HR
    people = (ctx.company.person(user) for entry in review.on_page(page).values() if (user := entry.user))
    return frozenset(
        person.user_id
        for person in people
        if person
        and person.active
        and not may_judge(ctx.sender, person, by=right, grants=ctx.company.grants, group=group)
    )


async def _keep(ctx: Context, before: Review, after: Review, group: Group, page: int) -> Card:
    following = after.next_page()
    turns = following is not None and following not in after.sent and following != page
    if turns and following:
        after = replace(after, sent=(*after.sent, following))
    if not await ctx.store.reviews.save(after, change="handed_in", by=ctx.act):
        raise UserError(Code.BAD_STATE, "刚刚有人先核对了，你的没有生效。发 /梳理 看现在的情况。")
    decided = list(changes(before, after))
    await _carry_out(ctx, after, group, decided)
    await release(ctx, after, group, keepers_of(group, ctx.company), page=page, by=ctx.sender.user_id)
    if turns and following:
        await ask(ctx, after, group, [ctx.sender.user_id], page=following)
    said = f"已记下：{came_of([entry for entry in decided if not entry.waits], ctx.company)}"
    if any(entry.decision is Decision.TO_CONFIRM for entry in after.on_page(page).values()):
        return confirming_card(after, page, group, ctx.company, said if len(decided) > 1 else "")
    return face(after, group, f"{said}{_what_is_left(after)}")


async def _carry_out(ctx: Context, review: Review, group: Group, entries: Sequence[Entry]) -> None:
    by_decision: defaultdict[Decision, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_decision[entry.decision].append(entry)
    await _remove(ctx, review, group, by_decision[Decision.OUT])
    if users := _users(by_decision[Decision.IN]):
        by = ctx.sender.user_id
        await assign(ctx, Errand(group.id, Deed.ADD, review.number, by, users, helper=by))
    await _strike(ctx, review, group, by_decision[Decision.STRUCK])
    await _let_stay(ctx, review, group, by_decision[Decision.STAYS])
    _raise(ctx, review, group, by_decision[Decision.RAISED])


async def _remove(ctx: Context, review: Review, group: Group, entries: Sequence[Entry]) -> None:
    """One errand for all of one reason, since that is what they are told; one for each guest, who has no account."""
    by_reason: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_reason[reason(entry)].append(entry)
    for why, those in by_reason.items():
        by = ctx.sender.user_id
        wanted = Errand(group.id, Deed.REMOVE, review.number, by, reason=why, helper=by)
        if users := _users(those):
            await assign(ctx, replace(wanted, people=users))
        for entry in those:
            if entry.guest:
                await assign(ctx, replace(wanted, guest=entry.guest))


async def _strike(ctx: Context, review: Review, group: Group, entries: Sequence[Entry]) -> None:
    """They are out already: the registry follows. Who looks after the group goes on doing so until the office that
    appointed him says otherwise (D7§5): the list may be one that his fellow keeper wrote without him."""
    await ctx.store.groups.leave(group.id, frozenset(_users(entries)), cause=review.number, by=ctx.act)
    for entry in entries:
        if entry.guest:
            await ctx.store.groups.dismiss(group.id, entry.guest, cause=review.number, by=ctx.act)


async def _let_stay(ctx: Context, review: Review, group: Group, entries: Sequence[Entry]) -> None:
    """Who came without an approval is a member by this one; a guest whom nobody answers for, on the keeper's word."""
    strangers = [entry for entry in entries if entry.doubt is DoubtKind.STRANGER]
    if users := _users(strangers):
        await ctx.store.groups.join(group.id, users, cause=review.number, by=ctx.act)
    for entry in entries:
        if entry.guest and entry.doubt in (DoubtKind.STRANGER, DoubtKind.UNSPONSORED):
            guest = replace(group.guest(entry.guest) or Guest(entry.guest), sponsor=ctx.sender.user_id)
            await ctx.store.groups.admit(group.id, guest, cause=review.number, by=ctx.act)


def _raise(ctx: Context, review: Review, group: Group, entries: Sequence[Entry]) -> None:
    """What the keeper can't decide goes to who appoints him."""
    for entry in entries:
        name = entry_name(entry, ctx.company)
        words = (
            f"{review.number} 梳理{group.name}：{name}（{entry.doubt or '没有勾上'}）{_why_not(ctx, group, entry)}。"
        )
        for user in appointers(group, ctx.company):
            if user != ctx.sender.user_id:
                ctx.tell(ToPerson(user), Text(words))


def _why_not(ctx: Context, group: Group, entry: Entry) -> str:
    if entry.user == group.owner:
        return "是群主，要先转让：/转让群主"
    if entry.user == ctx.sender.user_id:
        return "是这次的核对人，去留请你们定"
    return "不由核对人移出，去留请你们定"


def _users(entries: Sequence[Entry]) -> tuple[UserId, ...]:
    return tuple(entry.user for entry in entries if entry.user)


def _how_it_stands(review: Review, page: int, ctx: Context) -> str:
    entries = list(review.on_page(page).values())
    who = next((ctx.company.name_of(entry.by) for entry in entries if entry.by), "")
    return f"{who} 已经核对过：{came_of(entries, ctx.company)}" if who else "已经核对过了。"


def _what_is_left(review: Review) -> str:
    page = review.next_page()
    return "这次梳理完成了。" if page is None else f"还有第 {page}/{review.pages} 页要核对。"
