"""What is worth a second look in a pack that can be used: gaps, steps that lead too far, papers that are missing."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final

from bot.domain.moderation.categories import Severity, categories
from bot.domain.moderation.findings import Finding, Place, lines_of
from bot.domain.moderation.pack import SEVERITIES, Pack, Step, StepKind, Touches
from bot.domain.rights import Role

_BEYOND: Final = (StepKind.HR_CASE, StepKind.LEGAL)  # which of the two is heavier nobody can say
_WEIGHT: Final[Mapping[StepKind, int]] = {
    kind: weight for weight, kind in enumerate(each for each in StepKind if each not in _BEYOND)
}


def remarks(pack: Pack, text: str) -> tuple[Finding, ...]:
    """In the order of the lines of the file that it was read from."""
    lines = lines_of(text)
    found = (Finding(lines.line(at), what, then, is_remark=True) for at, what, then in _all(pack))
    return tuple(sorted(found, key=lambda each: each.line))


def _all(pack: Pack) -> Iterator[tuple[Place, str, str]]:
    if missing := pack.procedure.missing:
        yield (
            ("procedure",),
            f"还没有{'、'.join(missing)}（劳动合同法第四条）",
            "做完前这份制度只作提示，除了维持群里秩序什么也不做；日期补在 [procedure] 里",
        )
    published = pack.procedure.published
    if published and pack.since and pack.since < published:
        yield ("since",), f"{pack.since} 生效，{published} 才公示", "把 since 改到公示以后"
    if pack.partial:
        yield ("partial",), f"原文不全：{pack.partial}", "找全文核对，补上后删掉 partial"
    yield from _of_coverage(pack)
    for number, step in enumerate(pack.steps.values()):
        yield from _of_step(step, ("steps", number), pack)
    for severity in SEVERITIES:
        yield from _of_list(severity, pack)


def _of_coverage(pack: Pack) -> Iterator[tuple[Place, str, str]]:
    absent = [each for each in categories().values() if each.on and each.severity is not Severity.HUMAN]
    if names := [f"{each.code} {each.name}" for each in absent if not pack.forbidding(each)]:
        then = "这些事只维持群里秩序，不会停用账号，也不会交人力资源；要管就在 [forbids] 里写明条款"
        yield ("forbids",), f"没有点名 {'、'.join(names)}", then
    for severity in SEVERITIES:
        if not pack.steps_for(severity):
            yield ("ladder",), f"没有写{severity.label}的怎么处理", f"由人来定；要写就加 {severity} = […]"


def _of_step(step: Step, at: Place, pack: Pack) -> Iterator[tuple[Place, str, str]]:
    used = {key for keys in pack.ladder.values() for key in keys} | {each.instead for each in pack.steps.values()}
    if step.key not in used:
        yield at, f"「{step.name}」哪一档都没有用到", "加进 [ladder]，或者删掉这一节"
    if step.touches is not Touches.NOTHING and Role.HR not in step.decides:
        yield at, f"「{step.name}」动工资或劳动关系，却不由人力资源决定", 'decides 里加上 "hr"'
    if step.fine:
        yield at, f"「{step.name}」不少地方不许，广东等地一律关着", "先问法务；要用再写 [moderation] fines = true"


def _of_list(severity: Severity, pack: Pack) -> Iterator[tuple[Place, str, str]]:
    at, steps = ("ladder", severity.value), pack.steps_for(severity)
    for first, then in pairwise(steps):
        if _weight(then) < _weight(first):
            yield at, f"{severity.label}的再犯反而更轻：「{first.name}」之后是「{then.name}」", "核对先后"
    if severity is Severity.MILD and any(each.touches is Touches.EMPLOYMENT for each in steps):
        what = "轻微的数够次数就走到停职或解除；法律只认严重违反规章制度（劳动合同法第三十九条）"
        yield at, what, "把这一步放到 serious 或 critical"


def _weight(step: Step) -> int:
    return _WEIGHT.get(step.kind, len(_WEIGHT))
