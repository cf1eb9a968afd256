"""What a keeper looks at before he lets somebody in (D14: choose, screen, add): shown on the card that asks him."""

from typing import Final

from bot.domain.groups.composition import fits
from bot.domain.groups.errands import Deed, ErrandState
from bot.domain.groups.group import Group
from bot.domain.nicknames.judging import judge
from bot.domain.people import Person
from bot.domain.wording import shown
from bot.services.approvals.kinds import Desk

WIDEST: Final = 24  # characters of a value on a card
Details = tuple[tuple[str, str], ...]


async def screened(desk: Desk, person: Person, group: Group, reason: str) -> Details:
    """At most six, as they stand now."""
    department = desk.company.department_of(person)
    me = person.user_id
    others = sum(me in each.members or me in each.keepers for each in desk.company.groups)
    found = (
        ("部门", " ".join(filter(None, [department.name if department else "", person.position]))),
        ("范围", "符合" if fits(person, group, desk.company) else "不符合，要例外批准"),
        ("群昵称", await _nickname(desk, person, group)),
        ("已在群", f"{others} 个"),
        ("曾移出", await _removals(desk, person, group)),
        ("原因", reason),
    )
    return tuple((name, shown(value, WIDEST)) for name, value in found if value)


async def _nickname(desk: Desk, person: Person, group: Group) -> str:
    """WeCom tells nobody what it will be: what he declared, or what it has to be (D7§7)."""
    proper = desk.company.register.proper(person)
    known = [each for each in await desk.store.nicknames.of_groups([group.id]) if each.holder == person.user_id]
    if not known:
        return f"还没登记，应为 {proper}"
    verdict = judge(known[0].nickname, person, desk.company.register, desk.now)
    return "规范" if verdict.is_fine else f"不规范，应为 {proper}"


async def _removals(desk: Desk, person: Person, group: Group) -> str:
    """Others had him removed; who left of his own accord is welcome back."""
    past = await desk.store.errands.past(group.id, Deed.REMOVE, user=person.user_id)
    removed = [each for each in past if each.state is ErrandState.DONE and each.asker != person.user_id]
    return f"{removed[0].cause} {removed[0].reason}" if removed else ""
