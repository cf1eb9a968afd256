"""Reads the company's directory (D-90195 departments, D-90200 members), as far as a secret sees it.

The contacts secret sees everybody, but since 2022-08-15 not from addresses added later (48009); the app's secret sees
the app's visible range. Fields that newer apps are never told (mobile, mail) are not asked for.
"""

import asyncio
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import structlog

from bot.domain.people import Department, Person
from bot.identifiers import user_id
from bot.shapes.outgoing import Verdict
from bot.shapes.ports import DirectoryCopy
from bot.wecom.api.rest import CallError, Rest
from bot.wecom.api.tags import tags_of

ROOT: Final = 1
AT_ONCE: Final = 8
GONE: Final = frozenset({2, 5})  # disabled, left; 4 has not signed in yet, but works here
STAFF_NUMBER: Final = "工号"

log = structlog.get_logger(__name__)


class ContactsDirectory:
    """The port `DirectorySource`. `secrets` name those that may read, the one that sees most first.

    `staff_number` is what the company calls the attribute that holds it; `tags` are the names of those to be read.
    """

    def __init__(
        self, rest: Rest, *, secrets: Sequence[str], tags: Collection[str] = (), staff_number: str = STAFF_NUMBER
    ) -> None:
        self._rest = rest
        self._secrets = secrets
        self._tags = tags
        self._staff_number = staff_number

    async def read(self) -> DirectoryCopy:
        """Raises CallError when no secret may read, or the network fails."""
        for secret in self._secrets[:-1]:
            try:
                return await self._read_with(secret)
            except CallError as error:
                if error.outcome.verdict is not Verdict.MISCONFIGURED:
                    raise
                log.info("the next secret reads the contacts", refused=secret, why=error.outcome.why)
        return await self._read_with(self._secrets[-1])

    async def _read_with(self, secret: str) -> DirectoryCopy:
        answer = await self._rest.call(secret, "GET", "department/list")
        departments = _departments(answer.get("department") or [])
        gate = asyncio.Semaphore(AT_ONCE)

        async def members(department: Department) -> list[dict[str, Any]]:
            async with gate:
                asked = {"department_id": str(department.id)}
                return list((await self._rest.call(secret, "GET", "user/list", params=asked)).get("userlist") or [])

        lists = await asyncio.gather(*(members(department) for department in departments))
        copy = DirectoryCopy(departments, self._people(member for listed in lists for member in listed))
        tags = await tags_of(self._rest, secret, self._tags, copy)
        people = tuple(replace(each, tags=tags.get(each.user_id, ())) for each in copy.people) if tags else copy.people
        return replace(copy, people=people)

    def _people(self, members: Iterable[dict[str, Any]]) -> tuple[Person, ...]:
        """Each once, although everybody is listed in each of his departments."""
        people = {person.user_id: person for member in members if (person := person_of(member, self._staff_number))}
        return tuple(people.values())


def person_of(member: Mapping[str, Any], staff_number: str = STAFF_NUMBER) -> Person | None:
    """A member as WeCom tells him."""
    if not member.get("userid"):
        return None
    departments = tuple(int(number) for number in member.get("department") or ())
    return Person(
        user_id=user_id(str(member["userid"])),
        name=str(member.get("name") or member["userid"]),
        main_department=int(member.get("main_department") or next(iter(departments), ROOT)),
        departments=departments,
        position=str(member.get("position") or ""),
        alias=str(member.get("alias") or ""),
        staff_no=_attribute(member, staff_number),
        active=member.get("status", 1) not in GONE,
        leaders=tuple(user_id(str(leader)) for leader in member.get("direct_leader") or ()),
    )


def _departments(rows: Iterable[dict[str, Any]]) -> tuple[Department, ...]:
    """A department whose parent is out of sight stands at the top."""
    known = {int(row["id"]): row for row in rows}
    return tuple(
        Department(
            id=number,
            name=str(row.get("name") or number),
            parent=parent if (parent := int(row.get("parentid") or 0)) in known else None,
            leaders=tuple(user_id(str(leader)) for leader in row.get("department_leader") or ()),
        )
        for number, row in known.items()
    )


def _attribute(member: Mapping[str, Any], name: str) -> str | None:
    for attribute in (member.get("extattr") or {}).get("attrs") or ():
        if attribute.get("name") == name:
            return str((attribute.get("text") or {}).get("value") or "") or None
    return None
