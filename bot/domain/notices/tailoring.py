"""What a notice says to whom, where a part of its readers is told something more (S224, D17§2.1)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.company import Company
from bot.domain.notices.audience import Readers, readers
from bot.domain.notices.checks.finding import Finding
from bot.domain.notices.notice import Draft, Notice, Variant
from bot.errors import Code
from bot.identifiers import GroupId, UserId


def for_room(notice: Notice, room: GroupId) -> Notice:
    """As it is read there."""
    return _with(notice, [room in each.audience.groups for each in notice.draft.variants])


def by_wording(
    notices: Sequence[Notice], users: Sequence[UserId], company: Company
) -> Iterator[tuple[Sequence[Notice], Sequence[UserId]]]:
    """Those who are told the same, together, each notice as they read it."""
    if not any(each.draft.variants for each in notices):
        yield notices, users
        return
    reach = [[_people(variant, company) for variant in each.draft.variants] for each in notices]
    alike: dict[tuple[tuple[bool, ...], ...], list[UserId]] = {}
    for user in users:
        alike.setdefault(tuple(tuple(user in people for people in each) for each in reach), []).append(user)
    for said, group in alike.items():
        yield [_with(notice, more) for notice, more in zip(notices, said, strict=True)], group


def outsiders(draft: Draft, found: Readers, company: Company) -> Finding | None:
    """Parts that none of its readers belongs to. A department isn't told apart within a group: there all read along."""
    rooms, people = {each.id for each in found.groups}, _told_apart(draft, found, company)
    lost = [each for each in draft.variants if not _reaches(each, rooms, people, company)]
    if not lost:
        return None
    names = "、".join(f"「{each.name}」" for each in lost)
    sentence = (
        f"这条公告发不到{names}，给他们另写的话没人看得到。请把他们写进对象里；群里的人一起看，只能给整个群另写。"
    )
    return Finding(sentence, Code.NOT_FOUND)


def _with(notice: Notice, said: Sequence[bool]) -> Notice:
    draft = notice.draft
    if not draft.variants:
        return notice
    more = [variant.text for variant, wanted in zip(draft.variants, said, strict=True) if wanted]
    return replace(notice, draft=replace(draft, text="\n".join([draft.text, *more]), variants=()))


def _people(variant: Variant, company: Company) -> frozenset[UserId]:
    return frozenset(readers(variant.audience, company, {}).people)


def _told_apart(draft: Draft, found: Readers, company: Company) -> frozenset[UserId]:
    """Who is told in private; of a notice to be confirmed, members of groups as well."""
    cards = draft.wants_confirmation and company.receipts.private_cards
    return found.heads if cards else frozenset(found.people)


def _reaches(variant: Variant, rooms: set[GroupId], people: frozenset[UserId], company: Company) -> bool:
    within = all(each in rooms for each in variant.audience.groups)
    return within and (not variant.audience.in_private or not people.isdisjoint(_people(variant, company)))
