"""Why this step and what comes next, in Chinese sentences: for who is told of a case, and who decides on it."""

from collections.abc import Iterator
from typing import Final

from bot.domain.dates import day_seen
from bot.domain.moderation.categories import Severity
from bot.domain.moderation.ladder import Standing
from bot.domain.moderation.pack import Repeat, Step
from bot.domain.rights import Role

_SHOWN: Final = 3  # earlier ones that are named
_ANY: Final = "违规"


def why(standing: Standing) -> str:
    """Count, step and clause; and whatever makes it less than it looks: a proposal, a hint, an open appeal."""
    return "".join(_sentences(standing))


def coming(standing: Standing) -> str:
    """What the next one brings; empty where nobody can say."""
    if standing.next_step is None:
        return ""
    until = day_seen(standing.lapses_on, standing.at.date())
    again = "还是" if standing.step and standing.next_step.key == standing.step.key else "就是"
    return f"{until}前（含当天）再有一次同样轻重的，{again}{_named(standing.next_step)}。"


def clauses(standing: Standing) -> str:
    """《…》第9.2条、第10.2条: what it breaks and what it leads to; empty where the text has neither."""
    found = dict.fromkeys([*standing.breaks, *([standing.clause] if standing.clause else [])])
    title = f"《{standing.pack.document}》"
    return title + "、".join(standing.pack.cite(each).removeprefix(title) for each in found) if found else ""


def _sentences(standing: Standing) -> Iterator[str]:
    yield f"{_counted(standing)}。"
    yield _outcome(standing)
    step = standing.step
    if step and step.in_place_of:
        yield f"这里不用「{step.in_place_of}」，改为这一步。"
    if standing.is_proposal and step:
        yield f"这只是建议，由{_deciders(step)}决定和办理。"
    if standing.advisory:
        yield f"这份制度还没有{'、'.join(standing.pack.procedure.missing) or '生效'}，只作提示，不算处分。"
    if step and standing.pack.rewards:
        yield f"受过表彰的，定的时候可以从轻（{standing.pack.cite(standing.pack.rewards)}）。"
    if standing.contested:
        numbers = "、".join(each.number for each in standing.contested)
        yield f"{numbers} 还在申诉，改判了这一次重新算。"


def _counted(standing: Standing) -> str:
    what = _ANY if standing.pack.repeat is Repeat.ANY else f"「{standing.category.name}」"
    count = f"{standing.pack.window.days} 天内第 {standing.count} 次{what}"
    return f"{count}（之前：{'、'.join(_earlier(standing))}）" if standing.counted else count


def _earlier(standing: Standing) -> Iterator[str]:
    today = standing.at.date()
    for each in standing.counted[-_SHOWN:]:
        yield f"{each.number} {day_seen(each.confirmed_on(standing.at.tzinfo), today)}确认"
    if len(standing.counted) > _SHOWN:
        yield f"还有 {len(standing.counted) - _SHOWN} 次"


def _outcome(standing: Standing) -> str:
    if not standing.category.on:
        return "这一条不执行。"
    if standing.severity is Severity.HUMAN:
        return "轻重要由人来定，定了才知道怎么处理。"
    heavy = standing.severity.label
    if standing.step is None:
        return f"按{heavy}算，《{standing.pack.document}》没有写怎么处理，由人来定。"
    return f"按{heavy}处理：{standing.step.name}（{standing.pack.cite(standing.step.clause)}）。"


def _named(step: Step) -> str:
    return f"建议{_deciders(step)}处理（{step.name}）" if step.is_proposal else step.name


def _deciders(step: Step) -> str:
    return "、".join(role.label for role in step.decides) or Role.HR.label
