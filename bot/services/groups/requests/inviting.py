"""A keeper lets people in: who can come is added at once, and of the others he is told why they can't."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from bot.domain.company import Company
from bot.domain.dates import day_seen
from bot.domain.groups.admission import ensure_fits, ensure_outside, ensure_takes_guests
from bot.domain.groups.errands import Deed, Errand
from bot.domain.groups.group import Group, Guest
from bot.domain.groups.guests import guest_called
from bot.domain.groups.numbers import Series
from bot.domain.people import Person
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.groups.errands.carrying_out import assign
from bot.services.groups.requests.guest_stays import stay_longer
from bot.services.groups.requests.wanting_in import JOINING, joining_text
from bot.services.groups.wording import names
from bot.shapes.context import Context

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Who is to come in; `refused`: who can't, and why. Of `strangers` nobody knows the company."""

    people: tuple[Person, ...]
    guests: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    expires_on: date | None = None
    refused: tuple[UserError, ...] = ()


def sifted(wanted: Wanted, group: Group, company: Company) -> Wanted:
    """Without those who can't come. Raises UserError where nobody is left, or an end is missing or of no use."""
    people, unfit = _parted(wanted.people, lambda each: _ensure_may_come(each, group, company))
    known, unknown = _parted(wanted.strangers, lambda each: _ensure_known(each, group, company))
    found = [guest.name for each in known if (guest := guest_called(each, group))]
    written = [guest.name if (guest := guest_called(each, group)) else each for each in wanted.guests]
    guests, unwanted = _parted([*found, *written], lambda _: ensure_takes_guests(group, company))
    left = replace(wanted, people=people, guests=guests, strangers=(), refused=(*unfit, *unknown, *unwanted))
    _ensure_somebody(left)
    _ensure_end(left)
    return left


async def bring_in(ctx: Context, wanted: Wanted, group: Group) -> str:
    """In the transaction of the keeper's message; what came of it. Raises UserError where everything is under way."""
    wanted = await _without_those_under_way(ctx, wanted, group)
    number = await ctx.store.numbers.next(Series.INVITED, ctx.now.date())
    stays = [each for each in wanted.guests if group.guest(each)]
    comes = [each for each in wanted.guests if each not in stays]
    for name in stays:
        await stay_longer(ctx, group, Guest(name, ctx.sender.user_id, wanted.expires_on), cause=number)
    added = Errand(group.id, Deed.ADD, number, ctx.sender.user_id, helper=ctx.sender.user_id)
    if wanted.people:
        await assign(ctx, replace(added, people=tuple(each.user_id for each in wanted.people)))
    for name in comes:
        await assign(ctx, replace(added, guest=name, expires_on=wanted.expires_on))
    return "".join(_said(ctx, number, wanted, group, comes, stays))


def _ensure_may_come(person: Person, group: Group, company: Company) -> None:
    if not person.active:
        raise UserError(Code.NOT_FOUND, f"{person.name}已经不在通讯录里。请核对姓名再发一次。")
    ensure_outside(person, group, company, oneself=False)
    ensure_fits(person, group, company, oneself=False)


def _ensure_known(written: str, group: Group, company: Company) -> None:
    """A name without a company."""
    type_ = company.group_type(group.kind)
    if guest_called(written, group):
        return
    if type_ and type_.composition.guests:
        sentence = f"「{shown(written)}」是外部成员吗？请把公司也写上，例如：恒远置业 李总。"
        raise UserError(Code.CLARIFY, sentence)
    sentence = f"通讯录里没有找到「{shown(written)}」。请写对方的全名，或加上部门，例如：生产部-张三。"
    raise UserError(Code.NOT_FOUND, sentence, typed=written)


def _parted(wanted: Sequence[T], ensure: Callable[[T], None]) -> tuple[tuple[T, ...], tuple[UserError, ...]]:
    fine: list[T] = []
    refused: list[UserError] = []
    for each in wanted:
        try:
            ensure(each)
            fine.append(each)
        except UserError as error:
            refused.append(error)
    return tuple(dict.fromkeys(fine)), tuple(refused)


def _ensure_somebody(wanted: Wanted) -> None:
    """With the way on that is open, where it is one person that can't come."""
    if wanted.people or wanted.guests or not wanted.refused:
        return
    first = wanted.refused[0]
    if len(wanted.refused) > 1:
        raise UserError(first.code, "".join(dict.fromkeys(each.sentence for each in wanted.refused)))
    raise first


def _ensure_end(wanted: Wanted) -> None:
    if wanted.guests and wanted.expires_on is None:
        sentence = "外部成员要有有效期，最长一年，到期前会提醒你。到哪天？例如：有效期到12月31日"
        raise UserError(Code.MISSING_ARG, f"{sentence}。", missing=("expires",))
    if wanted.expires_on and not wanted.guests:
        raise UserError(Code.CLARIFY, "有效期只用于外部成员，同事进群不用写。请去掉有效期再发一次。")


async def _without_those_under_way(desk: Desk, wanted: Wanted, group: Group) -> Wanted:
    adding = [each for each in await desk.store.errands.open_ones(group.id) if each.deed is Deed.ADD]
    under_way = {who: each.cause for each in adding for who in (*each.people, *filter(None, [each.guest]))}

    asked = {
        each.user_id: await desk.store.requests.same(each.user_id, JOINING, joining_text(group))
        for each in wanted.people
    }

    def ensure_new(who: str, name: str) -> None:
        if (request := asked.get(UserId(who))) and request.is_pending:
            sentence = f"{shown(name)}已经申请进群，同意那条就行：/同意申请 {request.number}。"
            raise UserError(Code.DUPLICATE, sentence)
        if who in under_way:
            raise UserError(Code.DUPLICATE, f"{shown(name)}进群已经在办了（{under_way[who]}），不用再发一次。")

    people, twice = _parted(wanted.people, lambda each: ensure_new(each.user_id, desk.company.told_apart(each)))
    guests, again = _parted(wanted.guests, lambda each: ensure_new(each, each))
    left = replace(wanted, people=people, guests=guests, refused=(*wanted.refused, *twice, *again))
    _ensure_somebody(left)
    return left


def _said(
    ctx: Context, number: str, wanted: Wanted, group: Group, comes: Sequence[str], stays: Sequence[str]
) -> Sequence[str]:
    said: list[str] = []
    until = day_seen(wanted.expires_on, ctx.now.date()) if wanted.expires_on else ""
    added = [*([names(ctx.company, (each.user_id for each in wanted.people))] if wanted.people else []), *comes]
    if added:
        end = f"（有效期到{until}，由你负责）" if comes else ""
        said.append(f"{number} 已受理：拉 {'、'.join(map(shown, added))} 进{group.name}{end}，办好了告诉你。")
    if stays:
        said.append(f"{number} {'、'.join(map(shown, stays))} 在{group.name}的有效期改到{until}，由你负责。")
    if wanted.refused:
        said.append(f"\n没有办的：{''.join(dict.fromkeys(each.sentence for each in wanted.refused))}")
    return said
