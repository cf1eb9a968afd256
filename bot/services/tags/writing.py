"""WeCom's tags follow ours: what is to be done is worked out and done outside of any transaction.

Members are set by who they are, so whoever died between WeCom's yes and our note of it does it once more. A tag is
made only after it was written down that it is going to be: one of that name that is there before is somebody else's.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

import structlog

from bot.domain.finding.folding import fold
from bot.domain.tags.rules import NOTHING, Plan, TagTerms, planned
from bot.domain.tags.tag import TagState, Trouble, WorkTag, digest, must_be_asked
from bot.identifiers import UserId
from bot.shapes.outgoing import Verdict
from bot.shapes.ports import Sources, TagRefused, Tags
from bot.shapes.store import Store

_NOT_NOW: Final = (Verdict.RETRY, Verdict.UNKNOWN)

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Look:
    """What came of one tag. `tag` is as it is now; `plan` what was to be done, `done` what was; `held`: who would lose
    it is asked about first. `lost`: from whom nothing is left to be taken."""

    tag: WorkTag
    plan: Plan = NOTHING
    done: Plan = NOTHING
    held: bool = False
    lost: frozenset[UserId] = frozenset()


@dataclass(frozen=True, slots=True)
class Tried:
    """By our number. `terms` is None where the company lets no tags be written. `unread`: WeCom didn't let us look, and
    why; `later`: something is to be tried again soon."""

    terms: TagTerms | None = None
    looks: Mapping[int, Look] = field(default_factory=dict)
    unread: str = ""
    later: bool = False


class _Later(Exception):
    """WeCom doesn't answer now."""


async def ask_wecom(sources: Sources, store: Store) -> Tried:
    """May be repeated."""
    door = sources.tags
    if door is None:
        return Tried()
    tags = [each for each in await store.work_tags.all() if each.state is not TagState.STOPPED]
    if not tags:
        return Tried(door.terms)
    looks: dict[int, Look] = {}
    try:
        listed = await _listed(door)
        for tag in tags:
            looks[tag.number] = await _look(door, store, tag, listed)
    except _Later:
        return Tried(door.terms, looks, later=True)
    except TagRefused as refused:
        log.warning("tags can't be read", why=refused.outcome.why)
        return Tried(door.terms, looks, unread=str(refused.outcome.errcode))
    return Tried(door.terms, looks)


async def _listed(door: Tags) -> Mapping[int, str]:
    """Raises _Later and TagRefused."""
    try:
        return await door.all()
    except TagRefused as refused:
        raise _later(refused) from None


async def _look(door: Tags, store: Store, tag: WorkTag, listed: Mapping[int, str]) -> Look:
    """Raises _Later and TagRefused."""
    try:
        if trouble := _trouble(door, tag, listed):
            return Look(replace(tag, state=TagState.STOPPED, trouble=trouble))
        wanted, losing = await store.work_tags.bearers(tag.number), await store.work_tags.losing(tag.number)
        tag = await _made(door, tag, listed) if wanted else tag
        if tag.wecom is None:
            return Look(tag, Plan(add=wanted))
        have = await door.members(tag.wecom)
        plan = planned(wanted, losing, have, by_rule=tag.by_rule)
        look = await _done(door, tag, plan, len(have))
        return look if look.held or not door.terms.writes else replace(look, lost=losing)
    except TagRefused as refused:
        return Look(replace(tag, state=TagState.STOPPED, trouble=_meant(refused, tag)))


def _meant(refused: TagRefused, tag: WorkTag) -> Trouble:
    """What a refusal says of this tag alone. Raises _Later, and TagRefused where it is of all."""
    if refused.outcome.verdict in _NOT_NOW:
        raise _Later from None
    log.warning("tag.refused", tag=tag.number, why=refused.outcome.why)
    if refused.outcome.verdict is Verdict.MISCONFIGURED and refused.trouble is not Trouble.FOREIGN:
        raise refused
    return refused.trouble


def _trouble(door: Tags, tag: WorkTag, listed: Mapping[int, str]) -> Trouble:
    if tag.wecom is None:
        if fold(tag.name) in door.terms.never:
            return Trouble.ROLE
        same = any(fold(name) == fold(tag.name) for name in listed.values())
        return Trouble.TAKEN if same and tag.state is not TagState.MAKING else Trouble.NONE
    name = listed.get(tag.wecom)
    if name is None:
        return Trouble.GONE
    if fold(name) in door.terms.never:
        return Trouble.ROLE
    return Trouble.NONE if fold(name) == fold(tag.name) else Trouble.RENAMED


async def _made(door: Tags, tag: WorkTag, listed: Mapping[int, str]) -> WorkTag:
    """Raises TagRefused."""
    if tag.wecom is not None or tag.state is not TagState.MAKING or not door.terms.writes:
        return tag
    known = next((number for number, name in listed.items() if fold(name) == fold(tag.name)), None)
    number = known if known is not None else await door.create(tag.name)
    return replace(tag, wecom=number, state=TagState.KEPT)


async def _done(door: Tags, tag: WorkTag, plan: Plan, had: int) -> Look:
    """Raises TagRefused. `had`: how many bear it in WeCom."""
    if not plan or not door.terms.writes or tag.wecom is None:
        return Look(tag, plan)
    many = tag.by_rule and must_be_asked(plan.remove, had, door.terms.ask_share)
    held = many and digest(plan.remove) != tag.agreed
    if plan.add:
        await door.add(tag.wecom, plan.add)
    if plan.remove and not held:
        await door.remove(tag.wecom, plan.remove)
    return Look(tag, plan, replace(plan, remove=frozenset()) if held else plan, held)


def _later(refused: TagRefused) -> Exception:
    return _Later() if refused.outcome.verdict in _NOT_NOW else refused
