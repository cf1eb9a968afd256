"""Reads who bears a tag (tag/list, tag/get; D-90210…D-90216): by name, or because his department does.

A secret sees the tags that its app may use, and of their members those in the app's visible range.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import structlog

from bot.domain.finding.departments import DepartmentFinder
from bot.domain.people import Department, Person
from bot.identifiers import UserId, user_id
from bot.shapes.outgoing import Verdict
from bot.shapes.ports import DirectoryCopy
from bot.wecom.api.rest import CallError, Rest

log = structlog.get_logger(__name__)


async def tags_of(
    rest: Rest, secret: str, wanted: Collection[str], copy: DirectoryCopy
) -> Mapping[UserId, tuple[str, ...]]:
    """The wanted tags that each person bears. Where tags may not be read, nobody bears one.

    Raises CallError when the network fails: nobody loses a right over that.
    """
    if not wanted:
        return {}
    try:
        tags = await _wanted(rest, secret, wanted)
    except CallError as error:
        if error.outcome.verdict is not Verdict.MISCONFIGURED:
            raise
        log.warning("tags can't be read: nobody has a role by tag", why=error.outcome.why)
        return {}
    bearers: dict[UserId, tuple[str, ...]] = {}
    for name, tag in sorted(tags.items()):
        for user in dict.fromkeys(_bearers(tag, copy)):
            bearers[user] = (*bearers.get(user, ()), name)
    return bearers


async def _wanted(rest: Rest, secret: str, wanted: Collection[str]) -> Mapping[str, dict[str, Any]]:
    listed = (await rest.call(secret, "GET", "tag/list")).get("taglist") or []
    ids = {str(tag["tagname"]): str(tag["tagid"]) for tag in listed if tag.get("tagname") in wanted}
    return {name: await rest.call(secret, "GET", "tag/get", params={"tagid": number}) for name, number in ids.items()}


def _bearers(tag: Mapping[str, Any], copy: DirectoryCopy) -> Iterator[UserId]:
    yield from (user_id(str(member["userid"])) for member in tag.get("userlist") or () if member.get("userid"))
    numbers = {int(number) for number in tag.get("partylist") or ()}
    if numbers:
        yield from _members(numbers, copy.departments, copy.people)


def _members(numbers: Collection[int], departments: Sequence[Department], people: Sequence[Person]) -> Iterator[UserId]:
    """Of these departments and those below them."""
    find = DepartmentFinder(departments, {})
    within = frozenset[int]().union(*(find.below(each) for each in departments if each.id in numbers))
    for person in people:
        if person.main_department in within or not within.isdisjoint(person.departments):
            yield person.user_id
