"""What changes between two versions of a policy, and for whom: sentences for a meeting, not a list of keys."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from bot.domain.moderation.categories import Category, Severity, categories
from bot.domain.moderation.clauses import Clause
from bot.domain.moderation.pack import SEVERITIES, Decay, Pack, Procedure, Repeat, Step, StepKind, Touches

EVERYBODY: Final = "所有人"
_NOTHING: Final = "没有写"
_REPEAT: Final = {Repeat.SAME: "同一类才算再犯", Repeat.ANY: "哪一类都算再犯"}
_DECAY: Final = {Decay.RESTART: "整个期限没有新的才清零", Decay.EACH: "每一次各自到期"}
_PAUSED: Final = {StepKind.MUTE: "禁言", StepKind.REMOVE: "移出群聊", StepKind.SUSPEND_ACCOUNT: "停用"}
_TIMES: Final = 4  # the first three times differ in most texts; the fourth shows that it stays so


@dataclass(frozen=True, slots=True)
class Difference:
    """A row: what it is about, as it was, as it will be, whom it concerns."""

    what: str
    before: str
    after: str
    whom: str = EVERYBODY


def differences(before: Pack, after: Pack) -> tuple[Difference, ...]:
    """In the order in which people ask: since when, what is forbidden, what follows, who decides, for how long."""
    return (*_of_papers(before, after), *_of_rules(before, after), *_of_steps(before, after), *_of_days(before, after))


def _of_papers(before: Pack, after: Pack) -> Iterator[Difference]:
    yield from _row("制度", _title(before), _title(after))
    yield from _row("执行时间", _in_force(before), _in_force(after))
    yield from _row("适用地区", "、".join(before.regions) or "各地", "、".join(after.regions) or "各地")
    yield from _row("效力", _force(before.procedure), _force(after.procedure))
    yield from _row("缺失", before.partial or "没有", after.partial or "没有")
    yield from _row("由谁解释", before.interpreter or _NOTHING, after.interpreter or _NOTHING)
    yield from _row("表彰能不能从轻", *("能" if each.rewards else _NOTHING for each in (before, after)))


def _of_rules(before: Pack, after: Pack) -> Iterator[Difference]:
    for code, category in categories().items():
        was, will = before.forbids.get(code, ()), after.forbids.get(code, ())
        whom = EVERYBODY if bool(was) == bool(will) else f"有「{category.name}」的人"
        yield from _row(f"不许：{code} {category.name}", _places(was), _places(will), whom)
        yield from _row(f"通报给谁：{code} {category.name}", _told(before, category), _told(after, category))


def _told(pack: Pack, about: Category) -> str:
    return "、".join(role.label for role in pack.told_of(about)) or _NOTHING


def _of_steps(before: Pack, after: Pack) -> Iterator[Difference]:
    for severity in SEVERITIES:
        was, will = before.steps_for(severity), after.steps_for(severity)
        last = 0
        for time in range(1, _TIMES + 1):
            one, other = _nth(was, time), _nth(will, time)
            if (one and one.name) != (other and other.name):
                last = time
                yield Difference(f"{severity.label}，第 {time} 次", _named(one), _named(other), _whom(severity, after))
        if last == _TIMES:
            yield Difference(
                f"{severity.label}，以后每次", _named(_nth(was, 9)), _named(_nth(will, 9)), _whom(severity, after)
            )
    yield from _of_deciders(_by_name(before), _by_name(after))


def _of_deciders(before: Mapping[str, Step], after: Mapping[str, Step]) -> Iterator[Difference]:
    for name, step in after.items():
        if was := before.get(name):
            yield from _row(f"「{name}」由谁定", _deciders(was), _deciders(step))
            yield from _row(f"「{name}」的依据", was.clause, step.clause)
            yield from _row(f"「{name}」怎么办", _manner(was), _manner(step))


def _of_days(before: Pack, after: Pack) -> Iterator[Difference]:
    yield from _row("再犯看多久", *(f"{each.window.days} 天" for each in (before, after)))
    yield from _row("什么算再犯", _REPEAT[before.repeat], _REPEAT[after.repeat])
    yield from _row("什么时候清零", _DECAY[before.decay], _DECAY[after.decay])
    yield from _row("申诉期限", *(f"{each.appeal_days} 个工作日" for each in (before, after)))
    yield from _row("申诉期间先停", _paused(before), _paused(after))
    yield from _row("申诉答复", *(f"{each.answer_days} 个工作日内" for each in (before, after)))


def _paused(pack: Pack) -> str:
    return "、".join(_PAUSED[each] for each in pack.pauses) or _NOTHING


def _row(what: str, before: str, after: str, whom: str = EVERYBODY) -> Iterator[Difference]:
    if before != after:
        yield Difference(what, before, after, whom)


def _nth(steps: tuple[Step, ...], time: int) -> Step | None:
    return steps[min(time, len(steps)) - 1] if steps else None


def _by_name(pack: Pack) -> Mapping[str, Step]:
    return {step.name: step for step in pack.steps.values()}


def _title(pack: Pack) -> str:
    return f"《{pack.document}》版本 {pack.version}"


def _in_force(pack: Pack) -> str:
    return f"{pack.since or '一直'} 至 {pack.until or '另行通知'}"


def _force(procedure: Procedure) -> str:
    return (
        f"只作提示（缺{'、'.join(procedure.missing)}）" if procedure.missing else f"有约束力（签收 {procedure.ack}%）"
    )


def _places(clauses: tuple[Clause, ...]) -> str:
    return "、".join(clauses) or "不管"


def _named(step: Step | None) -> str:
    if step is None:
        return "由人来定"
    return f"{step.name}（建议，交人力资源）" if step.is_proposal else step.name


def _deciders(step: Step) -> str:
    who = "、".join(role.label for role in step.decides)
    return f"{who}，{step.approvals} 人同意" if step.approvals > 1 else who


def _manner(step: Step) -> str:
    said = (
        (step.irreversible, "不能撤回"),
        (step.touches is Touches.PAY, "动工资"),
        (step.touches is Touches.EMPLOYMENT, "动劳动关系"),
        (step.corrects, "要求改正"),
        (step.reports_up, "告知上级"),
    )
    return "、".join(words for holds, words in said if holds) or "照常"


def _whom(severity: Severity, pack: Pack) -> str:
    """Whose usual severity it is, of what the text forbids."""
    of_this = [each for each in categories().values() if each.severity is severity and pack.forbidding(each)]
    return "、".join(each.name for each in of_this) or "定为这一档的"
