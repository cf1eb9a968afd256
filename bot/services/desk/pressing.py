"""The buttons of the desk: of who answers, each asked anew whether he may, and of who asks."""

from collections.abc import Mapping
from typing import Final

from bot.domain.desk.enquiry import Enquiry, Kind, Score, State
from bot.errors import unknown_button
from bot.services.desk import wording
from bot.services.desk.asking import pass_on
from bot.services.desk.handling import drop, seen, solved, take, unsolved
from bot.services.desk.telling import find, find_own
from bot.services.talking.listening import listen
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.replies import Reply, outcome

ANSWER_COMMAND: Final = "答复求助"
ASK_COMMAND: Final = "追问求助"
HAND_COMMAND: Final = "转交求助"
ADD_COMMAND: Final = "补充求助"
_THEN: Final = "请在最新的那张卡片上按。"
_WHAT: Final = "怎么答复？直接回我，我转给对方。"
_SOURCE: Final = "依据是什么、该怎么说？直接回我，我转给提问的人。"
_SCORES: Final[Mapping[str, Score]] = {wording.USEFUL: Score.GOOD, wording.GOOD: Score.GOOD, wording.FAIR: Score.FAIR}


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """Of who answers. Raises UserError."""
    await ctx.store.private_words.note(ctx.act.cause, ctx.sender.user_id, ctx.now)
    enquiry = await find(ctx, number)
    if enquiry.state not in (State.WAITING, State.TAKEN, State.ASKED):
        return _face(enquiry, f"{enquiry.state}，不用再办。")
    if press.key == wording.TAKE:
        return await _taken(ctx, enquiry)
    if press.key == wording.SEEN and enquiry.kind is Kind.MENTION:
        return _face(enquiry, await seen(ctx, enquiry))
    if press.key == wording.ANSWER:
        return _face(enquiry, await _ask(ctx, f"/{ANSWER_COMMAND} {number}", _WHAT))
    if verdict := wording.VERDICTS.get(press.key):
        return _face(enquiry, await _ask(ctx, f"/{ANSWER_COMMAND} {number} {verdict}", _SOURCE))
    if press.key == wording.ASK:
        return _face(enquiry, await _ask(ctx, f"/{ASK_COMMAND} {number}", "想问什么？直接回我，我替你问。"))
    if press.key == wording.HAND:
        others = "、".join(topic.name for topic in ctx.company.desk.topics if topic.name != enquiry.topic)
        return _face(
            enquiry, await _ask(ctx, f"/{HAND_COMMAND} {number}", f"转给谁？写同事的名字，或写类别：{others}。")
        )
    raise unknown_button(_THEN)


async def _taken(ctx: Context, enquiry: Enquiry) -> Reply:
    """The same card, with what there is to do next."""
    after = await take(ctx, enquiry)
    text = await ctx.store.enquiries.text(after.number) or wording.FORGOTTEN
    return Reply(wording.for_answerer(after, text, ctx.company, ctx.sender.user_id))


async def pressed_own(ctx: Context, number: str, press: Press) -> Reply:
    """Of who asked. Raises UserError."""
    await ctx.store.private_words.note(ctx.act.cause, ctx.sender.user_id, ctx.now)
    enquiry = await find_own(ctx, number)
    if press.key in _SCORES:
        return _face(enquiry, await solved(ctx, enquiry, _SCORES[press.key]))
    if press.key == wording.DROP:
        return _face(enquiry, await drop(ctx, enquiry))
    if press.key == wording.ADD:
        return _face(enquiry, await _ask(ctx, f"/{ADD_COMMAND} {number}", "要补充什么？直接回我。"))
    if press.key in (wording.PASS, wording.UNSOLVED):
        return await _not_helped(ctx, enquiry)
    raise unknown_button(_THEN)


async def _not_helped(ctx: Context, enquiry: Enquiry) -> Reply:
    if enquiry.state is State.OFFERED:
        card = await pass_on(ctx, enquiry)
        return outcome(card.title, card.desc)
    said = await unsolved(ctx, enquiry)
    more = await _ask(ctx, f"/{ADD_COMMAND} {enquiry.number}", "哪里没解决？直接回我，我一起转过去。")
    return _face(enquiry, f"{said}{more}")


def _face(enquiry: Enquiry, words: str) -> Reply:
    """The card that was pressed; its title says the number already."""
    return outcome(wording.called(enquiry), words.removeprefix(f"{enquiry.number} "))


async def _ask(ctx: Context, line: str, question: str) -> str:
    """The next thing he says here is the answer."""
    await listen(ctx, line, question, action=line.split()[0].removeprefix("/"))
    return f"{question}不办了回「算了」。"
