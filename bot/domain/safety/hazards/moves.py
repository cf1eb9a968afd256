"""What may happen to a hazard: pure moves from one state to the next, or a finished sentence why it can't be.

发现 → 核实分级 → 派单 (五落实) → 接单 → 整改 → 申请验收 → 验收 → 销号; beside them 不属实, 合并, 撤回, 延期, 升级,
重开. Who may do which is in `rights`.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime

from bot.domain.dates import day
from bot.domain.safety.hazards.hazard import GENERAL_WITHIN, OPEN, Grade, Hazard, HazardState, Plan
from bot.errors import Code, UserError
from bot.identifiers import UserId

_AT_WORK = (HazardState.ASSIGNED, HazardState.FIXING)


def graded(hazard: Hazard, grade: Grade, now: datetime, grounds: tuple[str, ...] = ()) -> Hazard:
    """It is real, and so bad. What is general may become major at any time, never the other way round."""
    if hazard.is_open and hazard.grade is Grade.GENERAL and grade is Grade.MAJOR:
        return _moved(hazard, grade=grade, grounds=grounds, graded_at=now, signed=())
    if hazard.grade is not None and hazard.is_open:
        raise bad_state(f"{hazard.number} 已经定为{hazard.grade}隐患。{_next(hazard)}")
    _ensure(hazard, {HazardState.REPORTED})
    return _moved(hazard, state=HazardState.GRADED, grade=grade, grounds=grounds, graded_at=now)


def ensure_to_come(plan: Plan, today: date) -> None:
    """Raises UserError for a day that is over."""
    if plan.due and plan.due < today:
        raise UserError(Code.PAST_DATE, f"整改期限 {day(plan.due)} 已经过了，请写今天或以后的日期。")


def assigned(hazard: Hazard, plan: Plan, now: datetime) -> Hazard:
    """To the owner of `plan`; given to another one it begins anew with him. Nobody graded it: it is a general one.

    A general one without a day is due in a week.
    """
    _ensure(hazard, {HazardState.REPORTED, HazardState.GRADED, *_AT_WORK})
    ensure_to_come(plan, now.date())
    grade = hazard.grade or Grade.GENERAL
    whole = hazard.plan.filled(plan)
    if whole.due is None and grade is Grade.GENERAL:
        whole = replace(whole, due=now.date() + GENERAL_WITHIN)
    return _moved(
        hazard,
        state=HazardState.FIXING if whole.owner == hazard.plan.owner and hazard.accepted_at else HazardState.ASSIGNED,
        grade=grade,
        graded_at=hazard.graded_at or now,
        plan=whole,
        assigned_at=now,
        accepted_at=hazard.accepted_at if whole.owner == hazard.plan.owner else None,
    )


def completed(hazard: Hazard, plan: Plan) -> Hazard:
    """What was missing of the five is said."""
    _ensure(hazard, {*_AT_WORK, HazardState.TO_VERIFY})
    return _moved(hazard, plan=hazard.plan.filled(replace(plan, owner=None, due=hazard.plan.due or plan.due)))


def accepted(hazard: Hazard, now: datetime) -> Hazard:
    _ensure(hazard, {HazardState.ASSIGNED})
    return _moved(hazard, state=HazardState.FIXING, accepted_at=now)


def asked(hazard: Hazard, by: UserId, now: datetime, *, shows: bool) -> Hazard:
    """For verification, by who fixed it. `shows`: there is a picture of how it is now."""
    _ensure(hazard, _AT_WORK)
    _ensure_shown(hazard, shows=shows)
    return _moved(
        hazard,
        state=HazardState.TO_VERIFY,
        accepted_at=hazard.accepted_at or now,
        asked_at=now,
        fixer=None if by == hazard.plan.owner else by,
        signed=(),
    )


def begun_on_the_spot(hazard: Hazard, by: UserId, now: datetime) -> Hazard:
    """Its reporter is putting it right himself, on the day he told of it: a picture of how it is now is awaited."""
    _ensure(hazard, {HazardState.REPORTED})
    if now.astimezone(hazard.reported_at.tzinfo).date() != hazard.reported_at.date():
        raise bad_state(f"{hazard.number} 不是今天报的，不能按当场整改办。等安全管理员派单，或直接联系他。")
    if hazard.facts.hidden:
        raise bad_state(f"{hazard.number} 是匿名报的，当场整改会露出是谁，所以不办。安全管理员会派人处理。")
    return _moved(hazard, fixer=by)


def fixed_on_the_spot(hazard: Hazard, now: datetime, *, shows: bool) -> Hazard:
    _ensure(hazard, {HazardState.REPORTED})
    _ensure_shown(hazard, shows=shows)
    return _moved(hazard, state=HazardState.TO_VERIFY, asked_at=now, signed=())


def passed(hazard: Hazard, by: UserId, now: datetime, *, enough: bool) -> Hazard:
    """Somebody agrees that it is right. `enough`: with him, all whose say it takes have agreed."""
    _ensure(hazard, {HazardState.TO_VERIFY})
    if by in hazard.signed:
        raise bad_state(f"{hazard.number} 你已经验收过了，还在等另一位。")
    signed = (*hazard.signed, by)
    if not enough:
        return _moved(hazard, signed=signed)
    return _moved(hazard, state=HazardState.CLOSED, grade=hazard.grade or Grade.GENERAL, signed=signed, closed_at=now)


def failed(hazard: Hazard) -> Hazard:
    """Back to whoever it was given to; where it was put right on the spot, to be graded and given to somebody."""
    _ensure(hazard, {HazardState.TO_VERIFY})
    back = HazardState.FIXING if hazard.plan.owner else HazardState.REPORTED
    return _moved(hazard, state=back, asked_at=None, fixer=None, signed=())


def extended(hazard: Hazard, due: date, interim: str) -> Hazard:
    _ensure(hazard, _AT_WORK)
    return _moved(hazard, plan=replace(hazard.plan, due=due), interim=interim, extensions=hazard.extensions + 1)


def unfounded(hazard: Hazard) -> Hazard:
    _ensure(hazard, {HazardState.REPORTED})
    return _moved(hazard, state=HazardState.UNFOUNDED)


def withdrawn(hazard: Hazard) -> Hazard:
    """By its reporter, as long as nobody has touched it."""
    if hazard.is_open and hazard.state is not HazardState.REPORTED:
        raise bad_state(f"{hazard.number} 已经{hazard.state}，不能撤回。报错了请告诉安全管理员。")
    _ensure(hazard, {HazardState.REPORTED})
    return _moved(hazard, state=HazardState.WITHDRAWN)


def merged(hazard: Hazard, into: Hazard) -> Hazard:
    """It is the same as another one, which goes on for both."""
    if hazard.number == into.number:
        raise UserError(Code.CLARIFY, "要写两个不同的编号：先写重复的，再写保留的。")
    _ensure(hazard, {HazardState.REPORTED, HazardState.GRADED})
    if not into.is_open:
        raise bad_state(f"{into.number} {into.state}，不能再合并进去。它又出现了，请重开它。")
    return _moved(hazard, state=HazardState.MERGED, became=into.number)


def turned(hazard: Hazard, accident: str) -> Hazard:
    """It has become an accident, which goes on by itself."""
    _ensure(hazard, OPEN)
    return _moved(hazard, state=HazardState.TURNED, became=accident)


def returned(hazard: Hazard) -> Hazard:
    """The accident that it became was none: it goes on where it stood, but for who said that it was put right."""
    _ensure(hazard, {HazardState.TURNED})
    given = HazardState.FIXING if hazard.accepted_at else HazardState.ASSIGNED
    fresh = HazardState.GRADED if hazard.grade else HazardState.REPORTED
    return _moved(hazard, state=given if hazard.plan.owner else fresh, became="", asked_at=None, signed=(), fixer=None)


def reopened(hazard: Hazard, now: datetime) -> Hazard:
    """It has come back after it was closed: to the same owner, with a new week."""
    _ensure(hazard, {HazardState.CLOSED})
    plan = replace(hazard.plan, due=now.date() + GENERAL_WITHIN)
    return _moved(
        hazard,
        state=HazardState.ASSIGNED if plan.owner else HazardState.GRADED,
        plan=plan if plan.owner else Plan(),
        assigned_at=now if plan.owner else None,
        accepted_at=None,
        asked_at=None,
        closed_at=None,
        fixer=None,
        signed=(),
        reopened=hazard.reopened + 1,
    )


def bad_state(sentence: str) -> UserError:
    return UserError(Code.BAD_STATE, sentence)


def _ensure_shown(hazard: Hazard, *, shows: bool) -> None:
    if not shows:
        raise bad_state(f"{hazard.number} 还没有整改后的照片。先把照片私聊发给我，再申请验收。")


def _ensure(hazard: Hazard, states: Collection[HazardState]) -> None:
    if hazard.state not in states:
        raise bad_state(f"{hazard.number} 现在是{hazard.state}，办不了这一步。{_next(hazard)}")


def _next(hazard: Hazard) -> str:
    """What comes now, for whoever wanted something else."""
    number = hazard.number
    match hazard.state:
        case HazardState.REPORTED:
            return "等安全管理员核实。"
        case HazardState.GRADED:
            return f"派单发「/整改 {number} 责任人 期限 措施」。"
        case HazardState.ASSIGNED | HazardState.FIXING:
            return f"整改好了由责任人发「/申请验收 {number}」。"
        case HazardState.TO_VERIFY:
            return f"验收发「/验收 {number} 通过」或「不通过 理由」。"
        case HazardState.MERGED | HazardState.TURNED:
            return f"它接着按 {hazard.became} 办。"
    return "又出现了就重新报一次。"


def _moved(hazard: Hazard, **changes: object) -> Hazard:
    return replace(hazard, **changes, version=hazard.version + 1)  # type: ignore[arg-type]
