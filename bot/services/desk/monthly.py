"""Once a month: what people asked and suggested, what it was about and what it became (D16§四 and D18§5); once
a quarter heads of departments are asked what they need (D11§三.3, S270)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from bot.domain.desk.enquiry import Enquiry
from bot.domain.desk.idea import Idea, IdeaState, themes
from bot.domain.figures.periods import Period
from bot.domain.rights import Role
from bot.services.approvals.kinds import Desk
from bot.services.desk.figures import asked, is_late
from bot.services.many import tell_many
from bot.shapes.outgoing import Text

READERS: Final = (Role.OPS, Role.MGMT_GROUP, Role.SUPPORT)
NAMED: Final = 3  # topics, and suggestions, that are named
QUARTERS: Final = (1, 4, 7, 10)
NEEDS: Final = "新的一季度：部门业务上还需要什么、哪里不顺手？发 /建议 加上内容，每一条都会有回复。"


def is_the_day(desk: Desk) -> bool:
    """The first working day of a month."""
    today = desk.now.date()
    return desk.company.pace.calendar.nth_workday(today.year, today.month, 1) == today


async def report(desk: Desk) -> None:
    """Nothing is said of a month in which nothing was."""
    period = Period.month_of(desk.now.date()).before
    found, before = await asked(desk, period), await asked(desk, period.before)
    ideas = await desk.store.ideas.between(*period.bounds(desk.now))
    readers = desk.company.in_office(*READERS)
    if readers and (found or ideas):
        lines = [f"{period.name}的求助和建议：", *_of_help(desk, found, before), *_of_ideas(ideas)]
        tell_many(desk, readers, Text("\n".join(lines)))


def ask_for_needs(desk: Desk) -> None:
    heads = desk.company.serving(Role.DEPT_HEAD)
    if heads and desk.now.month in QUARTERS:
        tell_many(desk, heads, Text(NEEDS))


def _of_help(desk: Desk, found: Sequence[Enquiry], before: Sequence[Enquiry]) -> Iterator[str]:
    topics, earlier = Counter(each.topic for each in found), Counter(each.topic for each in before)
    if not found:
        return
    named = "、".join(f"{topic} {number}" for topic, number in topics.most_common(NAMED))
    late = sum(is_late(desk, each) for each in found)
    yield (
        f"求助 {len(found)} 条（上个月 {len(before)} 条），最多的是 {named}；"
        f"超时 {late} 条，说没解决的 {_again(found)} 条。"
    )
    (topic, number) = topics.most_common(1)[0]
    more = number - earlier[topic]
    than = f"，比上个月多 {more} 条" if more > 0 else f"，比上个月少 {-more} 条" if more < 0 else "，和上个月一样多"
    yield f"先看「{topic}」：{number} 条{than}。定一条措施和负责人，下个月这里看有没有少。"


def _again(found: Sequence[Enquiry]) -> int:
    return sum(each.reopened > 0 for each in found)


def _of_ideas(ideas: Sequence[Idea]) -> Iterator[str]:
    if not ideas:
        return
    of_themes = "、".join(f"{theme} {number}" for theme, number in themes(ideas))
    states = Counter(each.state for each in ideas)
    became = "、".join(f"{state} {states[state]}" for state in IdeaState if states[state])
    yield f"建议 {len(ideas)} 条：{of_themes}。到现在：{became}。"
    if waiting := [each.number for each in ideas if each.state is IdeaState.RECEIVED]:
        yield f"还没有回话的：{'、'.join(waiting[:NAMED])}{'等' if len(waiting) > NAMED else ''}。发 /回复建议 加编号。"
