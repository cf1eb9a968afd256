"""How a drill went: what was good stays on record, each gap is a hazard with an owner and a day."""

from collections.abc import Sequence
from typing import Final

from bot.domain.safety.drills.drill import MOST_GAPS, Drill, DrillState
from bot.domain.safety.drills.judgement import read_judgement
from bot.domain.safety.hazards.hazard import HazardFacts
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.safety.contingency.showing import current, not_read
from bot.services.safety.drills import wording
from bot.services.safety.drills.planning import JOB, drop, ensure_leads, find, go, keep
from bot.services.safety.hazards.reporting import open_hazard
from bot.services.safety.sign_in.sheets import attendance
from bot.services.talking.listening import listen
from bot.services.timers import call_off
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.replies import Reply, outcome
from bot.understanding.emergency.folding import fold
from bot.understanding.hazards.kinds import kind_of

LONGEST: Final = 600  # characters
NOWHERE: Final = "演练现场"


async def judge(ctx: Context, number: str, words: str) -> Reply:
    """Raises UserError."""
    drill = await find(ctx, number)
    ensure_leads(ctx, drill)
    _ensure_over(ctx, drill)
    if len(words) > LONGEST:
        raise UserError(Code.LIMIT, f"评估写了 {len(words)} 个字，最多 {LONGEST} 个。请写要紧的。")
    good, gaps = read_judgement(words)
    if len(gaps) > MOST_GAPS:
        raise UserError(Code.LIMIT, f"问题写了 {len(gaps)} 个，一次最多 {MOST_GAPS} 个。请合并一下。")
    hazards = [await _hazard(ctx, drill, gap) for gap in gaps]
    found = await attendance(ctx, number)
    came = sum(each.was_here for each in found.values())
    done = await keep(ctx, drill, drill.judged(good, gaps, tuple(hazards), asked=len(found), came=came))
    await call_off(ctx, JOB, number)
    what = f"问题 {len(gaps)} 个，登记隐患 {'、'.join(hazards)}。" if gaps else "没有问题要整改。"
    read = await _read(ctx, done, list(found))
    return Reply(f"{wording.called(done)}已评估（{number}）：到 {came}/{len(found)} 人。{what}{read}", private=True)


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """A button of a draft, or of the card that asks how it went. Raises UserError."""
    drill = await find(ctx, number)
    match press.key:
        case wording.GO if drill.state is DrillState.DRAFT:
            return await go(ctx, drill)
        case wording.DROP if drill.state is DrillState.DRAFT:
            return outcome(wording.called(drill), await drop(ctx, number))
        case wording.JUDGE if drill.state is DrillState.PLANNED:
            return outcome(wording.called(drill), await _ask(ctx, drill))
    return outcome(wording.called(drill), f"{number} {drill.state}，没有改动。")


async def _ask(ctx: Context, drill: Drill) -> str:
    """The next thing he says here is the judgement."""
    await listen(ctx, f"/演练评估 {drill.number}", wording.ASKED)
    return f"{wording.ASKED}直接回我，{wording.HOW}。"


async def _read(ctx: Context, drill: Drill, people: Sequence[UserId]) -> str:
    """How many of those who were asked had read what was practised."""
    plan = await current(ctx, drill.plan) if drill.plan else None
    if plan is None:
        return ""
    missing = await not_read(ctx, plan, people)
    change = "要改预案，重发 /发布预案。" if drill.gaps else ""
    return f"{plan.called}看过的 {len(people) - len(missing)}/{len(people)} 人。{change}"


async def _hazard(ctx: Context, drill: Drill, gap: str) -> str:
    facts = HazardFacts(drill.place or NOWHERE, f"演练发现：{gap}", kind_of(fold(gap)))
    hazard = await open_hazard(ctx, facts, source=drill.number, reporter=ctx.sender.user_id)
    return hazard.number


def _ensure_over(ctx: Context, drill: Drill) -> None:
    if drill.state is not DrillState.PLANNED:
        raise UserError(Code.BAD_STATE, f"{drill.number} {drill.state}，不能评估。发 /演练记录 看看。")
    if drill.starts > ctx.now:
        raise UserError(Code.BAD_STATE, f"{drill.number} 还没开始，{wording.when(drill, ctx.now)}。演练完再评估。")
