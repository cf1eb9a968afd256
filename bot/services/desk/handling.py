"""Who answers: takes it, asks back, hands it over, answers; and its asker: adds, says whether it helped, drops it."""

from typing import Final

from bot.domain.desk.enquiry import Enquiry, Kind, Score, State, Told, Verdict
from bot.domain.desk.routing import able
from bot.domain.desk.topics import Topic
from bot.domain.people import Person
from bot.domain.wording import quote_user, shown
from bot.errors import Candidate, Code, UserError
from bot.services.desk import wording
from bot.services.desk.telling import ask_all, ensure_open, hand, keep, names, tell, tell_answer, tell_asker
from bot.shapes.context import Context
from bot.shapes.outgoing import Text

THANKS: Final = "好，记下了。以后有事再找我。"


async def take(ctx: Context, enquiry: Enquiry) -> Enquiry:
    """Of who has it already, where that is somebody else. Raises UserError."""
    _ensure_to_do(enquiry)
    before, me = enquiry.holder, ctx.sender.user_id
    if before == me:
        return enquiry
    after = enquiry.taken(me, ctx.now)
    await keep(ctx, enquiry, after, Told.TAKEN)
    mine = ctx.company.name_of(me)
    for user in (before,) if before else ():
        await tell(ctx, user, Text(f"{enquiry.number} 由{mine}接着办，你不用管了。"))
    await tell(ctx, enquiry.asker, Text(f"{wording.called(enquiry)}：{mine}在处理，有答复我私聊你。"))
    return after


async def answer(ctx: Context, enquiry: Enquiry, words: str, verdict: Verdict | None = None) -> str:
    """Taken by that, where nobody had. Raises UserError."""
    if enquiry.kind is Kind.FACT:
        return await _say_whether(ctx, enquiry, words, verdict)
    held = await _as_mine(ctx, enquiry)
    after = held.answered(ctx.now, verdict)
    await keep(ctx, held, after, Told.ANSWERED, words)
    await tell_answer(ctx, after, words)
    return f"{enquiry.number} 已答复，{ctx.company.name_of(enquiry.asker)}会说有没有解决。"


async def _say_whether(ctx: Context, enquiry: Enquiry, words: str, verdict: Verdict | None) -> str:
    """Raises UserError without a verdict."""
    if verdict is None:
        ways = [Candidate(each, put=f"{each} {words}") for each in Verdict]
        raise UserError(Code.CLARIFY, "是属实、不实，还是部分属实？", candidates=ways, typed=words, private=True)
    held = await _as_mine(ctx, enquiry)
    answered = held.answered(ctx.now, verdict)
    await keep(ctx, held, answered.closed(State.SOLVED, ctx.now), Told.ANSWERED, words)
    who = ctx.company.name_of(ctx.sender.user_id)
    said = f"你求证的（{enquiry.number}）：{verdict}。{who}：{quote_user(words)}"
    await tell(ctx, enquiry.asker, Text(said))
    return f"{enquiry.number} 已答复：{verdict}。要让大家知道，发 /公告 写清事实，不用重复传言。"


async def ask_back(ctx: Context, enquiry: Enquiry, question: str) -> str:
    """Raises UserError."""
    held = await _as_mine(ctx, enquiry)
    after = held.asked_back()
    await keep(ctx, held, after, Told.ASKED, question)
    await tell_asker(ctx, after, wording.asked_back(after, question, ctx.company))
    return f"{enquiry.number} 已经替你问了，有回复告诉你。"


async def hand_over(ctx: Context, enquiry: Enquiry, to: Person | Topic) -> str:
    """To a colleague, who has it by that, or to whoever answers another topic. Raises UserError."""
    _ensure_to_do(enquiry)
    if isinstance(to, Topic):
        return await _to_topic(ctx, enquiry, to)
    if to.user_id in (enquiry.asker, enquiry.holder):
        said = "就是对方问的" if to.user_id == enquiry.asker else "对方已经在办"
        raise UserError(Code.BAD_STATE, f"{said}，没有转。写别的同事，或写类别。", private=True)
    if not ctx.company.decides(to.user_id):
        said = f"{ctx.company.told_apart(to)} 现在接不了，没有转。写别的同事，或写类别。"
        raise UserError(Code.BAD_STATE, said, private=True)
    after = enquiry.taken(to.user_id, ctx.now)
    await keep(ctx, enquiry, after, Told.HANDED, to.user_id)
    await hand(ctx, after, to.user_id, f"{ctx.company.name_of(ctx.sender.user_id)}转给你的。")
    return await _passed_on(ctx, after, ctx.company.told_apart(to))


async def _to_topic(ctx: Context, enquiry: Enquiry, topic: Topic) -> str:
    after = enquiry.passed(topic.name)
    others = [user for user in able(after, ctx.company) if user != ctx.sender.user_id]
    if not others:
        raise UserError(Code.BAD_STATE, f"「{topic.name}」现在没有别人能接，没有转。可以 @ 一位同事。", private=True)
    await keep(ctx, enquiry, after, Told.HANDED, topic.name)
    people = await ask_all(ctx, after, f"{ctx.company.name_of(ctx.sender.user_id)}转来的。", but=(ctx.sender.user_id,))
    return await _passed_on(ctx, after, names(ctx, people))


async def _passed_on(ctx: Context, enquiry: Enquiry, to: str) -> str:
    await tell(ctx, enquiry.asker, Text(f"{wording.called(enquiry)}：已转给{to}，有答复我私聊你。"))
    return f"{enquiry.number} 已转给{to}。"


async def add(ctx: Context, enquiry: Enquiry, words: str) -> str:
    """More of it, by its asker; once it was answered, that it didn't help. Raises UserError."""
    if enquiry.state in (State.ANSWERED, State.SOLVED):
        return await unsolved(ctx, enquiry, words)
    ensure_open(enquiry)
    after = enquiry.added() if _has_holder(ctx, enquiry) else enquiry.added().passed()
    await keep(ctx, enquiry, after, Told.ADDED, words)
    said = f"{ctx.company.name_of(enquiry.asker)}补充：{shown(words, wording.GIVEN)}。"
    if after.holder:
        await hand(ctx, after, after.holder, said)
    else:
        await ask_all(ctx, after, said)
    return f"已补充到 {enquiry.number}。"


async def unsolved(ctx: Context, enquiry: Enquiry, words: str = "") -> str:
    """The answer was none: back to who gave it. Raises UserError."""
    if enquiry.state not in (State.ANSWERED, State.SOLVED):
        raise UserError(Code.BAD_STATE, f"{enquiry.number} {enquiry.state}，什么都没有改动。", private=True)
    after = enquiry.unsolved() if _has_holder(ctx, enquiry) else enquiry.unsolved().passed()
    await keep(ctx, enquiry, after, Told.UNSOLVED, words)
    people = [after.holder] if after.holder else await ask_all(ctx, after, "答复以后说没解决。")
    if after.holder:
        await hand(ctx, after, after.holder, "答复以后说没解决。")
    return f"{enquiry.number} 已转回{names(ctx, people)}接着办。"


def _has_holder(ctx: Context, enquiry: Enquiry) -> bool:
    """Somebody has it, and can still answer."""
    return enquiry.holder is not None and ctx.company.decides(enquiry.holder)


async def solved(ctx: Context, enquiry: Enquiry, score: Score) -> str:
    """Raises UserError."""
    if enquiry.state not in (State.ANSWERED, State.OFFERED):
        raise UserError(Code.BAD_STATE, f"{enquiry.number} {enquiry.state}，什么都没有改动。", private=True)
    await keep(ctx, enquiry, enquiry.closed(State.SOLVED, ctx.now, score), Told.SOLVED)
    if enquiry.holder:
        await tell(ctx, enquiry.holder, Text(f"{enquiry.number} 解决了，对方{score}。"))
    return THANKS


async def seen(ctx: Context, enquiry: Enquiry) -> str:
    """It was answered where it was asked. Raises UserError."""
    _ensure_to_do(enquiry)
    await keep(ctx, enquiry, enquiry.closed(State.SOLVED, ctx.now), Told.SOLVED)
    return "好，不再提醒。"


async def drop(ctx: Context, enquiry: Enquiry) -> str:
    """Raises UserError."""
    ensure_open(enquiry)
    await keep(ctx, enquiry, enquiry.closed(State.WITHDRAWN, ctx.now), Told.WITHDRAWN)
    told = (enquiry.holder,) if enquiry.holder else able(enquiry, ctx.company)
    for user in told if enquiry.state is not State.OFFERED else ():
        await tell(ctx, user, Text(f"{enquiry.number} 对方撤回了，不用办了。"))
    return f"{enquiry.number} 已撤回。"


async def _as_mine(ctx: Context, enquiry: Enquiry) -> Enquiry:
    """Somebody else's stays his until it is taken over. Raises UserError."""
    _ensure_to_do(enquiry)
    if enquiry.holder not in (None, ctx.sender.user_id):
        name = ctx.company.name_of(enquiry.holder) if enquiry.holder else ""
        raise UserError(Code.BAD_STATE, f"{enquiry.number} {name}在办。要接过来，按「换我来办」。", private=True)
    if enquiry.holder is None:
        after = enquiry.taken(ctx.sender.user_id, ctx.now)
        await keep(ctx, enquiry, after, Told.TAKEN)
        return after
    return enquiry


def _ensure_to_do(enquiry: Enquiry) -> None:
    if enquiry.state not in (State.WAITING, State.TAKEN, State.ASKED):
        raise UserError(Code.BAD_STATE, f"{enquiry.number} {enquiry.state}，不用再办。", private=True)
