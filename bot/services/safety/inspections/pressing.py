"""A button of a round's card: ticked, what doesn't apply, handed in. The new face is the answer."""

from bot.domain.safety.inspections.rounds import Round
from bot.errors import Code, UserError, unknown_button
from bot.services.safety.inspections import wording
from bot.services.safety.inspections.rounds import find, issued, keep
from bot.services.safety.inspections.submitting import hand_in
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Card
from bot.shapes.replies import Reply


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """Raises UserError."""
    round_ = await find(ctx, number)
    if round_.is_done:
        return Reply(wording.done_card(round_))
    return Reply(await _face(ctx, round_, press))


async def answered(
    ctx: Context, number: str, failed: tuple[int, ...], left_out: tuple[int, ...], *, hand_it_in: bool
) -> Reply:
    """The same in words. Raises UserError."""
    round_ = await find(ctx, number)
    if round_.inspector != ctx.sender.user_id:
        raise UserError(Code.NO_PERMISSION, f"{number} 由检查人来交。要自己查一遍，发 /检查 地点 表名。")
    if round_.is_done or hand_it_in:
        done = round_ if round_.is_done else await hand_in(ctx, round_)
        return Reply(wording.done_card(done), private=True)
    if strange := [each for each in (*failed, *left_out) if each >= len(round_.items)]:
        raise UserError(
            Code.INVALID_RANGE, f"这张表只有 {len(round_.items)} 项，没有第 {strange[0] + 1} 项。请核对序号重发。"
        )
    looked = round_.looked(tuple(sorted(failed)), ctx.now).without(tuple(sorted(left_out)))
    kept = await keep(ctx, round_, looked)
    return Reply(await issued(ctx, kept, wording.review_card(kept)), private=True)


async def _face(ctx: Context, round_: Round, press: Press) -> Card:
    match press.key:
        case wording.LOOKED:
            return wording.review_card(await keep(ctx, round_, round_.looked(_ticked(round_, press), ctx.now)))
        case wording.NOT_HERE:
            return wording.review_card(await keep(ctx, round_, round_.without(_ticked(round_, press))))
        case wording.AGAIN:
            return wording.boxes_card(round_)
        case wording.SOME_NOT:
            return wording.not_here_card(round_)
        case wording.HAND_IN:
            return wording.done_card(await hand_in(ctx, round_))
    raise unknown_button()


def _ticked(round_: Round, press: Press) -> tuple[int, ...]:
    places = {int(each) for each in press.selected.get(wording.TICKS, ()) if each.isdecimal()}
    return tuple(sorted(each for each in places if each < len(round_.items)))
