"""A button of a review's card: the page is handed in, or the question about a removal is answered."""

from dataclasses import replace

from bot.errors import unknown_button
from bot.services.groups.reviews.asking import read_subject
from bot.services.groups.reviews.deciding import answer, hand_in, hold
from bot.services.groups.reviews.wording import GO, KEEP, REST, SUBMIT, TICKS, asking_card, rest
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.replies import Reply


async def pressed(ctx: Context, subject: str, press: Press) -> Reply:
    """Raises UserError."""
    number, page = read_subject(subject)
    ctx = replace(ctx, act=replace(ctx.act, authority="群管理员"))
    review, group = await hold(ctx, number)
    if press.key in (GO, KEEP):
        return Reply(await answer(ctx, review, group, page, out=press.key == GO))
    if press.key != SUBMIT.key:
        raise unknown_button("发 /梳理 看现在的情况。")
    ticked = press.selected.get(TICKS, ())
    if REST not in ticked and review.is_open and (page in review.waiting_pages):
        first = f"请先勾上「{rest(review)}」再提交，刚才什么都没有改动。"
        return Reply(asking_card(review, page, group, ctx.company, ctx.now, first=first))
    return Reply(await hand_in(ctx, review, group, page, ticked))
