"""The card of somebody's leaving: how far it is, what is still open, and what may be done about it. It goes to human
resources and the administrators, never to himself, and never into a group."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.domain.accounts.leaving import OFFICE, Leaving, LeavingState, Line, drawn
from bot.domain.company import Company
from bot.domain.dates import day_seen
from bot.domain.rights import Role
from bot.domain.wording import shown
from bot.identifiers import TaskId, UserId
from bot.services.accounts.leaving.clock import off_at
from bot.services.accounts.leaving.left_over import checklist
from bot.services.approvals.kinds import Desk
from bot.shapes.outgoing import Button, Card, Select, ToPerson

TOPIC: Final = "leaving"
ITEM: Final = "item"
TICK, HOW, TELL, MOVE, BACK = "tick", "how", "tell", "move", "back"
MOST: Final = 10  # of a drop-down (D-101032)
_WIDE: Final = 16  # characters of one of them
_OPEN_LINES: Final = 9  # that fit a card


def insiders(leaving: Leaving, company: Company) -> tuple[UserId, ...]:
    """Who may know of it and work on it."""
    return tuple(user for user in company.in_office(*OFFICE, Role.WECOM_ADMIN) if user != leaving.user)


def decides(user: UserId, leaving: Leaving, company: Company) -> bool:
    """Whether he may move it or take it back: human resources, and who opened it."""
    office = set(company.in_office(*OFFICE))
    return user in insiders(leaving, company) and (user in office or user == leaving.opened_by)


async def hand(desk: Desk, leaving: Leaving, users: Sequence[UserId], *, head: str = "") -> None:
    for user in users:
        task_id = await desk.store.cards.issue(topic=TOPIC, subject=leaving.number, holder=user)
        desk.tell(ToPerson(user), await card(desk, leaving, user, task_id, head=head))


async def card(desk: Desk, leaving: Leaving, user: UserId, task_id: TaskId | None, *, head: str = "") -> Card:
    lines = await checklist(desk, leaving)
    title = f"{leaving.number} 离职办理：{shown(desk.company.name_of(leaving.user))}"
    todo = [each for each in lines if not each.done]
    said = "\n".join(filter(None, [head, _when(desk, leaving), _so_far(lines, todo)]))
    built = Card(title, f"{title}\n{said}", desc=said, task_id=task_id)
    return (
        replace(built, buttons=_buttons(leaving, user, desk.company), select=_select(todo))
        if leaving.is_open
        else built
    )


async def full_list(desk: Desk, leaving: Leaving) -> str:
    return f"{leaving.number} 清单：\n{drawn(await checklist(desk, leaving))}"


def _when(desk: Desk, leaving: Leaving) -> str:
    day = day_seen(leaving.last_day, desk.now.date())
    if leaving.state is LeavingState.OPEN:
        at = "当天结束时" if off_at(desk, leaving.last_day).hour == 0 else "当天下班后"
        return f"最后工作日 {day}，账号{at}停用。"
    return f"最后工作日 {day}，{leaving.state}。"


def _so_far(lines: Sequence[Line], todo: Sequence[Line]) -> str:
    if not todo:
        return f"{len(lines)} 项都办好了。"
    listed = [f"☐ {each.what}" for each in todo[:_OPEN_LINES]]
    more = [f"……另有 {len(todo) - _OPEN_LINES} 项，按「怎么办」看全部"] if len(todo) > _OPEN_LINES else []
    return "\n".join([f"{len(lines)} 项里还有 {len(todo)} 项没办：", *listed, *more])


def _select(todo: Sequence[Line]) -> Select | None:
    items = [each for each in todo if each.item][:MOST]
    return Select(ITEM, "哪一项办好了", {each.key: each.item[:_WIDE] for each in items}) if items else None


def _buttons(leaving: Leaving, user: UserId, company: Company) -> tuple[Button, ...]:
    buttons = [Button("办好了", TICK), Button("怎么办", HOW, style=4)]
    if not decides(user, leaving, company):
        return tuple(buttons)
    if leaving.state is LeavingState.OPEN:
        tell = [] if leaving.told else [Button("请本人交接", TELL, style=4)]
        buttons += [*tell, Button("改日期", MOVE, style=4)]
    return (*buttons, Button("撤回离职", BACK, style=2))
