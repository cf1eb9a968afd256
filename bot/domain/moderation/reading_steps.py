"""The steps of a pack's file, each by itself and with those that stand in for it."""

from collections.abc import Mapping
from typing import Final

from bot.domain.moderation.findings import Place
from bot.domain.moderation.pack import Step, StepKind, Touches
from bot.domain.moderation.values import Table, Values

_OF_STEP: Final = (
    *("key", "name", "kind", "clause", "text", "decides", "approvals", "touches", "irreversible", "corrects"),
    *("reports_up", "fine", "off_in", "instead"),
)


def read_steps(raw: Table, pack: str, values: Values) -> dict[str, Step]:
    found: dict[str, Step] = {}
    for number, each in enumerate(values.tables(raw, "steps")):
        step = _step(each, ("steps", number), pack, values)
        if step.key in found:
            values.wrong(("steps", number, "key"), f"「{step.key}」写了两遍", "换一个 key")
        found[step.key] = step
    if not found:
        values.wrong(("steps",), "没有写处理办法", "每一种写一节 [[steps]]")
    for number, step in enumerate(found.values()):
        _ensure_replaced(step, found, ("steps", number, "instead"), values)
    return found


def _step(raw: Table, at: Place, pack: str, values: Values) -> Step:
    values.known(raw, _OF_STEP, at)
    key, name, written, _ = (values.needed(raw, each, at) for each in ("key", "name", "clause", "kind"))
    step = Step(
        key=key,
        name=name,
        kind=values.choice(raw, "kind", at, StepKind.WARNING),
        clause=values.clause(written, (*at, "clause"), pack),
        text=values.word(raw, "text", at),
        decides=values.roles(raw, "decides", at),
        approvals=values.number(raw, "approvals", at, usual=1, most=5),
        touches=values.choice(raw, "touches", at, Touches.NOTHING),
        irreversible=values.switch(raw, "irreversible", at),
        corrects=values.switch(raw, "corrects", at),
        reports_up=values.switch(raw, "reports_up", at),
        fine=values.switch(raw, "fine", at),
        off_in=values.words(raw, "off_in", at),
        instead=values.word(raw, "instead", at),
    )
    if step.kind is StepKind.SUSPEND_ACCOUNT and step.approvals < 2:
        values.wrong((*at, "approvals"), f"「{name}」一个人就能定", "停用账号至少两个人同意：approvals = 2")
    if step.fine and step.touches is not Touches.PAY:
        values.wrong((*at, "touches"), f"「{name}」是罚款，却没有写动工资", '写上 touches = "pay"')
    return step


def _ensure_replaced(step: Step, steps: Mapping[str, Step], at: Place, values: Values) -> None:
    if not (step.fine or step.off_in or step.instead):
        return
    other = steps.get(step.instead)
    if other is None:
        others = "、".join(key for key in steps if key != step.key)
        values.wrong(at, f"「{step.name}」有的地方不能用，却没有能代替它的", f"instead 写一个 key：{others}")
    elif other.fine or other.off_in:
        values.wrong(at, f"代替「{step.name}」的「{other.name}」自己也会停用", "instead 换一个哪里都能用的")
