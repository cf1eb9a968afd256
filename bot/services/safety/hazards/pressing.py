"""A button of a hazard's card: an officer's, the owner's, a verifier's or its reporter's. The new face is the answer.

Who may is asked anew at every press, and so is where the hazard stands: a card outlives both.
"""

import zlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from bot.domain.company import Company
from bot.domain.safety.hazards import moves
from bot.domain.safety.hazards.criteria import MOST, Criterion, suggested
from bot.domain.safety.hazards.grounds import GROUNDS
from bot.domain.safety.hazards.hazard import Grade, Hazard, Plan, StepKind
from bot.domain.safety.hazards.rights import ensure_may_verify, ensure_officer, ensure_owner
from bot.errors import Code, UserError, unknown_button
from bot.identifiers import UserId
from bot.services.safety.emergencies.reports import Accidents
from bot.services.safety.hazards import deciding, fixing, majors, mine, verifying, wording
from bot.services.safety.hazards.extending import ensure_can_wait
from bot.services.safety.hazards.looking import told
from bot.services.safety.hazards.nudging import NUDGED, ensure_may_nudge
from bot.services.safety.hazards.telling import find, owners_for
from bot.services.talking.listening import listen
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Boxes, Button, Card, Text, ToPerson
from bot.shapes.replies import Reply, outcome

SOMEBODY_HURT: Final = "有人受伤"
Serve = Callable[[Context, Hazard, Press], Awaitable[str]]

_ASKED: Final[Mapping[str, tuple[str, str]]] = {  # button -> (command, question)
    wording.NOT_SO: ("不属实", "为什么不属实？"),
    wording.ACCIDENT: ("转事故", "现在是什么情况，有人受伤吗？"),
    wording.FAIL: ("验收", "不通过的理由是什么？"),
    wording.LATER: ("整改延期", "延到哪天，什么原因，期间怎么保证安全？"),
    wording.FILL: ("整改", "五落实还缺的怎么定？"),
    wording.DAILY: ("隐患日报", "今天做了什么，还差什么？"),
    wording.FILED: ("重大隐患报告", "报给了谁，什么时候？"),
}
_PUT: Final = {wording.FAIL: " 不通过", wording.FILED: f" {majors.FILED}"}  # into the line, before the answer
_LOOKS: Final = (wording.LOOK, wording.DRAFT, wording.NUDGE)  # these change nothing of the hazard: its card stays
_EXAMPLES: Final = {
    wording.NOT_SO: "例如：现场看过，线是断电的旧线，已经让人拆了",
    wording.ACCIDENT: "例如：线冒火了，没人受伤",
    wording.FAIL: "例如：门还关不严",
    wording.LATER: "例如：12月5日，等配件，期间断电挂牌",
    wording.FILL: "例如：措施换新门，资金500元，预案先断电挂牌",
    wording.DAILY: "例如：旧门拆了，新门明天到",
    wording.FILED: "例如：县应急管理局 今天10点，职代会 下午",
}


def with_accidents(accidents: Accidents) -> Callable[[Context, str, Press], Awaitable[Reply]]:
    """`pressed`, and the button that makes an accident of it at once."""

    async def served(ctx: Context, number: str, press: Press) -> Reply:
        if press.key != wording.HURT:
            return await pressed(ctx, number, press)
        hazard = await find(ctx, number)
        said = await deciding.turn(ctx, hazard, accidents, f"{hazard.facts.text} {SOMEBODY_HURT}")
        return outcome(f"{number} {wording.what(hazard)}", said)

    return served


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """Raises UserError."""
    hazard = await find(ctx, number)
    title = f"{number} {wording.what(hazard)}"
    if press.key == wording.MAJOR:
        return Reply(await _grounds(ctx, hazard))
    if press.key in _ASKED:
        return outcome(title, await _ask(ctx, hazard, press.key))
    serve = _SERVED.get(press.key)
    if serve is None:
        raise unknown_button()
    said = await serve(ctx, hazard, press)
    if press.key in _LOOKS:
        return Reply(await mine.face(ctx, hazard, ctx.sender.user_id, [said]))
    return await _face(ctx, number, title, said, press.key)


async def _general(ctx: Context, hazard: Hazard, press: Press) -> str:
    """With somebody chosen below, it is his at once."""
    owner = UserId(next(iter(press.selected.get(wording.OWNER, ())), wording.NOBODY_YET))
    given = ctx.company.is_here(owner)
    after = await deciding.grade(ctx, hazard, Grade.GENERAL, quietly=given)
    if not given:
        return deciding.after_grading(after)
    return await fixing.assign(ctx, after, Plan(owner))


async def _major(ctx: Context, hazard: Hazard, press: Press) -> str:
    known = _all_grounds(ctx.company, hazard)
    ticked = [known[each] for each in press.selected.get(wording.GROUNDS, ()) if each in known]
    if not ticked:
        raise UserError(Code.MISSING_ARG, f"定为重大至少要勾一条依据。也可以发「/核实 {hazard.number} 重大 依据」。")
    return deciding.after_grading(await deciding.grade(ctx, hazard, Grade.MAJOR, tuple(ticked)))


async def _same(ctx: Context, hazard: Hazard, _: Press) -> str:
    return await deciding.merge(ctx, hazard, await deciding.alike(ctx, hazard.resembles))


async def _apart(ctx: Context, hazard: Hazard, _: Press) -> str:
    await fixing.ensure_reporter(ctx, hazard)
    return f"好的，{hazard.number} 单独处理，等安全管理员核实。"


async def _again(ctx: Context, hazard: Hazard, _: Press) -> str:
    return await deciding.reopen(ctx, await deciding.alike(ctx, hazard.recurs), hazard)


async def _give(ctx: Context, hazard: Hazard, press: Press) -> str:
    """An older card gives nothing away that somebody has by now."""
    if not wording.wants_owner(hazard, ctx.company):
        owner = hazard.plan.owner
        now = f"已经派给{ctx.company.name_of(owner)}了" if owner else f"现在是{hazard.state}"
        raise moves.bad_state(f"{hazard.number} {now}。要改派，发「/整改 {hazard.number} 责任人」。")
    owner = UserId(next(iter(press.selected.get(wording.OWNER, ())), ""))
    if not ctx.company.is_here(owner):
        raise UserError(Code.MISSING_ARG, "派给谁？先在下拉里选一个人，再按「派给他」。")
    return await fixing.assign(ctx, hazard, Plan(owner))


async def _look(ctx: Context, hazard: Hazard, _: Press) -> str:
    ctx.tell(ToPerson(ctx.sender.user_id), Text(await told(ctx, hazard)))
    return "每一步私聊发你了。"


async def _draft(ctx: Context, hazard: Hazard, _: Press) -> str:
    ensure_officer(ctx.sender.user_id, ctx.company)
    ctx.tell(ToPerson(ctx.sender.user_id), Text(await majors.report_of(ctx, hazard)))
    return "报告草稿私聊发你了。"


async def _nudge(ctx: Context, hazard: Hazard, _: Press) -> str:
    turn = await ensure_may_nudge(ctx, hazard)
    await ctx.store.hazards.note(hazard.number, StepKind.REMINDED, NUDGED, by=ctx.act)
    who = ctx.company.name_of(ctx.sender.user_id)
    for user in turn:
        ctx.tell(ToPerson(user), await mine.card_for(ctx, hazard, user, [f"{who}请你尽快办这一条。"]))
    return f"已提醒{'、'.join(map(ctx.company.name_of, turn))}。"


async def _accept(ctx: Context, hazard: Hazard, _: Press) -> str:
    return await fixing.accept(ctx, hazard)


async def _done(ctx: Context, hazard: Hazard, _: Press) -> str:
    return await fixing.ask_verification(ctx, hazard)


async def _pass(ctx: Context, hazard: Hazard, _: Press) -> str:
    return await verifying.verify(ctx, hazard, passed=True)


async def _spot(ctx: Context, hazard: Hazard, _: Press) -> str:
    return await fixing.begin_on_the_spot(ctx, hazard)


async def _back(ctx: Context, hazard: Hazard, _: Press) -> str:
    return await fixing.withdraw(ctx, hazard)


_SERVED: Final[Mapping[str, Serve]] = {
    wording.GENERAL: _general,
    wording.GROUNDS: _major,
    wording.SAME: _same,
    wording.JOIN: _same,
    wording.APART: _apart,
    wording.AGAIN: _again,
    wording.GIVE: _give,
    wording.LOOK: _look,
    wording.DRAFT: _draft,
    wording.NUDGE: _nudge,
    wording.ACCEPT: _accept,
    wording.DONE: _done,
    wording.PASS: _pass,
    wording.SPOT: _spot,
    wording.BACK: _back,
}


async def _face(ctx: Context, number: str, title: str, said: str, key: str) -> Reply:
    """The owner's card keeps the buttons for what he still has to do."""
    hazard = await find(ctx, number)
    theirs = key == wording.ACCEPT and fixing.is_his(hazard, ctx.sender.user_id)
    if key == wording.GENERAL and wording.wants_owner(hazard, ctx.company):
        shape = wording.giver_card(hazard, ctx.company, owners_for(ctx, hazard))
        return Reply(replace(shape, title=title, desc=said.removeprefix(f"{number} ")))
    lacks = key in (wording.GENERAL, wording.GIVE) and hazard.plan.owner is not None and hazard.plan.missing
    buttons = wording.owner_buttons(hazard) if theirs else (Button("补五落实", wording.FILL),) if lacks else ()
    said = said.removeprefix(f"{number} ")
    return Reply(Card(title=title, desc=said, plain=f"{number} {said}", buttons=buttons))


async def _grounds(ctx: Context, hazard: Hazard) -> Card:
    """What makes it a major one is picked before it is one; a card of its own, since boxes bear no other buttons."""
    ensure_officer(ctx.sender.user_id, ctx.company)
    moves.graded(hazard, Grade.MAJOR, ctx.now)
    title = f"{hazard.number} 定为重大的依据"
    return Card(
        title=title,
        desc=f"{wording.what(hazard)}。至少勾一条，再按「定为重大」。",
        plain=f"{title}：发「/核实 {hazard.number} 重大 依据」。",
        buttons=(Button("定为重大", wording.GROUNDS),),
        boxes=Boxes(wording.GROUNDS, _boxes(ctx.company, hazard)),
    )


def _all_grounds(company: Company, hazard: Hazard) -> Mapping[str, str]:
    """By the id of its box: those of the definition, and those of the standards that the report reminds of."""
    of_standards = {_id(each): f"{each.says}（{each.source}）" for each in _standards(company, hazard)}
    return {str(place): each for place, each in enumerate(GROUNDS)} | of_standards


def _boxes(company: Company, hazard: Hazard) -> Mapping[str, str]:
    general = {str(place): each for place, each in enumerate(GROUNDS)}
    return general | {_id(each): each.says for each in _standards(company, hazard)}


def _standards(company: Company, hazard: Hazard) -> Sequence[Criterion]:
    return suggested(hazard.facts.text, company.safety.criteria)[:MOST]


def _id(criterion: Criterion) -> str:
    """The same as long as it says the same, whatever else the company changes in its file."""
    return f"c-{zlib.crc32(criterion.says.encode()):08x}"


async def _ask(ctx: Context, hazard: Hazard, key: str) -> str:
    """The next thing he says here goes into the command's line (`bot.services.talking.conversation` listens)."""
    _ensure_may(ctx, hazard, key)
    command, question = _ASKED[key]
    await listen(ctx, f"/{command} {hazard.number}{_PUT.get(key, '')}", question, action=command)
    lacks = f"还缺：{'、'.join(hazard.plan.missing)}。" if key == wording.FILL else ""
    return f"{question}{lacks}直接回复就行，{_EXAMPLES[key]}。现在还没有改动，不办了就回「算了」。"


def _ensure_may(ctx: Context, hazard: Hazard, key: str) -> None:
    """Asked before the question is, so that nobody answers it for nothing. Raises UserError."""
    user = ctx.sender.user_id
    match key:
        case wording.FAIL:
            ensure_may_verify(user, hazard, ctx.company)
            moves.failed(hazard)
        case wording.LATER:
            ensure_can_wait(ctx, hazard)
        case wording.FILL:
            ensure_owner(user, hazard, ctx.company)
            moves.completed(hazard, Plan())
        case wording.DAILY:
            ensure_owner(user, hazard, ctx.company)
            majors.ensure_major(hazard)
        case wording.NOT_SO:
            ensure_officer(user, ctx.company)
            moves.unfounded(hazard)
        case _:
            ensure_officer(user, ctx.company)
