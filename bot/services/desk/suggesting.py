"""A suggestion is received, considered, taken up or not, and done; each step comes back to who told it (S274, S278).

Who told it without his name isn't kept anywhere: he follows it on the board.
"""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Final

from bot.domain.desk.idea import NEXT, PREFIX, SAID, Idea, IdeaState
from bot.domain.desk.topics import topic_in
from bot.domain.rights import Role
from bot.domain.wording import quote_user, shown
from bot.errors import Code, Overtaken, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.desk.clock import JOB
from bot.services.desk.enough import ensure_not_flooded, ensure_not_too_many
from bot.services.desk.telling import held, names, tell
from bot.services.desk.wording import LONG
from bot.services.talking.listening import listen
from bot.services.timers import call_off, set_timers
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Text
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "idea"
DECIDE_COMMAND: Final = "回复建议"
OFFICES: Final = (Role.OPS, Role.MGMT_GROUP, Role.HR)  # S274, S278; of these the first that somebody serves in
REMIND: Final = "idea"
SAY: Final = "say"
REMIND_DAYS: Final = {IdeaState.RECEIVED: 3, IdeaState.CONSIDERING: 10, IdeaState.ADOPTED: 20}  # working days
_AT: Final = time(9, 30)
_KEYS: Final = {
    "consider": IdeaState.CONSIDERING,
    "adopt": IdeaState.ADOPTED,
    "decline": IdeaState.DECLINED,
    "done": IdeaState.DONE,
}
_BUTTONS: Final = {"consider": "考虑", "adopt": "采纳", "decline": "不采纳", "done": "做完了"}
_ASKED: Final = {
    IdeaState.ADOPTED: "打算怎么做、大概什么时候？直接回我，会告诉提建议的人。",
    IdeaState.DECLINED: "为什么不采纳？直接回我，会告诉提建议的人。",
    IdeaState.DONE: "做成什么样了？直接回我，会告诉提建议的人。",
}


async def suggest(ctx: Context, text: str, *, named: bool) -> Reply:
    """Raises UserError where nobody could look at it."""
    readers = _readers(ctx, ctx.sender.user_id)
    if not readers:
        raise UserError(Code.UNSUPPORTED, "现在没有人负责看建议，没有登记。请直接告诉人力资源。", private=True)
    if named:
        await ctx.store.enquiries.hold(ctx.sender.user_id)
        await ensure_not_too_many(ctx, text)
    else:
        await ensure_not_flooded(ctx, text)
    number = await ctx.store.numbers.next(PREFIX, ctx.now.date())
    theme = topic_in(text, ctx.company.desk.topics).name
    idea = Idea(number, ctx.sender.user_id if named else None, theme, text, ctx.now)
    await ctx.store.ideas.add(idea, by=ctx.act)
    await _wind(ctx, idea)
    if named:
        await ctx.store.private_words.note(ctx.act.cause, ctx.sender.user_id, ctx.now)
        await say(ctx, idea)
    else:  # by a job of its own: nothing that is kept of what was said tells by whose message
        await set_timers(ctx, JOB, number, {SAY: ctx.now})
    after = "有结果我告诉你" if named else "没有记下是谁提的，进展发 /建议看板 看"
    return Reply(f"{number} 收到，{names(ctx, readers)}会看。{after}。", private=True)


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """Of whoever looks at suggestions. Raises UserError."""
    idea = await find(ctx, number)
    state = _KEYS.get(press.key)
    if state is None or state not in NEXT.get(idea.state, ()):
        return outcome(f"建议 {number}", f"现在是「{idea.state}」，没有改动。")
    if state in SAID:
        return outcome(f"建议 {number}", await _ask(ctx, f"/{DECIDE_COMMAND} {number} {state}", _ASKED[state]))
    await decide(ctx, idea, state, "")
    return Reply(_card(ctx, await find(ctx, number)))


async def find(ctx: Context, number: str) -> Idea:
    """For who looks at suggestions; to anybody else there is none. Raises UserError."""
    idea = await ctx.store.ideas.get(number, ctx.now)
    if idea is None or ctx.sender.user_id not in _readers(ctx, None):
        sentence = f"没有要你看的建议 {number}。发 /建议看板 看看有哪些。"
        raise UserError(Code.NOT_FOUND, sentence, denied=idea is not None, private=True)
    return idea


async def decide(ctx: Context, idea: Idea, state: IdeaState, why: str) -> str:
    """Raises UserError."""
    if state not in NEXT.get(idea.state, ()):
        raise UserError(Code.BAD_STATE, f"{idea.number} 现在是「{idea.state}」，没有改动。", private=True)
    after = idea.moved(state, why, ctx.now)
    if not await ctx.store.ideas.save(after, was=idea.version, by=ctx.act):
        raise Overtaken(idea.number)
    await _wind(ctx, after)
    if after.teller and after.teller != ctx.sender.user_id:
        said = f"：{quote_user(why)}" if why else "。"
        await tell(ctx, after.teller, Text(f"你的建议 {after.number}「{shown(after.text)}」{state}{said}"))
    return f"{after.number} {state}，{'已告诉提建议的人' if after.teller else '匿名的，看板上能看到'}。"


async def remind(desk: Desk, idea: Idea) -> None:
    """It has been where it is for long."""
    if idea.is_open:
        await say(desk, idea, "有些日子没有动了。")
        await _wind(desk, idea, again=True)


async def say(desk: Desk, idea: Idea, said: str = "") -> None:
    """To whoever looks at suggestions."""
    for user in _readers(desk, idea.teller):
        await _hand(desk, idea, user, said)


def _readers(desk: Desk, but: UserId | None) -> Sequence[UserId]:
    """Who looks at what somebody suggests: not he himself, where there is anybody else."""
    for role in OFFICES:
        if found := [user for user in desk.company.in_office(role) if user != but]:
            return found
    return ()


async def _hand(desk: Desk, idea: Idea, user: UserId, said: str = "") -> None:
    if len(idea.text) > LONG:
        await tell(desk, user, Text(f"建议 {idea.number}：\n{quote_user(idea.text)}"))
    await tell(desk, user, await held(desk, _card(desk, idea, said), TOPIC, idea.number, user))


def _card(desk: Desk, idea: Idea, said: str = "") -> Card:
    who = desk.company.name_of(idea.teller) if idea.teller else "匿名"
    text = quote_user(idea.text) if len(idea.text) <= LONG else shown(idea.text, LONG)
    desc = f"{said}{who}：{text or '（内容已经打不开）'}"
    title = f"建议 {idea.number}：{idea.theme}"
    steps = NEXT.get(idea.state, ())
    buttons = tuple(Button(_BUTTONS[key], key) for key, state in _KEYS.items() if state in steps)
    return Card(title, f"{title}\n{desc}", desc=desc, note=idea.state, buttons=buttons)


async def _wind(desk: Desk, idea: Idea, *, again: bool = False) -> None:
    if not again:
        await call_off(desk, JOB, idea.number)
    if days := REMIND_DAYS.get(idea.state):
        at = datetime.combine(desk.company.pace.calendar.add_workdays(desk.now.date(), days), _AT, desk.now.tzinfo)
        await set_timers(desk, JOB, idea.number, {f"{REMIND}:{idea.version}:{at.date()}": at})


async def _ask(ctx: Context, line: str, question: str) -> str:
    await listen(ctx, line, question, action=DECIDE_COMMAND)
    return f"{question}不办了回「算了」。"
