"""Who reads what, where a part of the readers is told more."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.domain.notices.audience import Audience, readers
from bot.domain.notices.notice import Draft, Notice, Variant
from bot.domain.notices.tailoring import by_wording, for_room, outsiders
from bot.identifiers import GroupId, UserId
from tests.arguments.reading import FILE

COMPANY = FILE.company
ROOM, OTHER = (each.id for each in COMPANY.groups[:2])
EVERYBODY = Audience(everybody=True)
MAKERS = Variant("生产部", Audience(departments=("生产部",)), "先停机")
WANG = Variant("王强", Audience(people=(UserId("wangqiang"),)), "你来总协调")
STAFF = COMPANY.staff_of("生产部")


def notice(*variants: Variant, audience: Audience = EVERYBODY) -> Notice:
    draft = Draft("明天停电", audience, variants=variants)
    return Notice("GG-20261123-001", UserId("linmi"), draft, datetime(2026, 11, 23, tzinfo=UTC))


def test_each_reads_what_is_for_him() -> None:
    users = [each.user_id for each in COMPANY.people if each.active]
    told = by_wording([notice(MAKERS, WANG)], users, COMPANY)
    read = {user: said.draft.text for (said,), alike in told for user in alike}
    assert read[UserId("wangqiang")] == "明天停电\n先停机\n你来总协调"
    assert {user for user, text in read.items() if "先停机" in text} == STAFF & set(users)
    assert read[UserId("linmi")] == "明天停电"
    assert set(read) == set(users)


def test_who_reads_the_same_shares_a_call() -> None:
    users = sorted(STAFF)
    assert [list(alike) for _, alike in by_wording([notice(MAKERS)], users, COMPANY)] == [users]
    assert [list(alike) for _, alike in by_wording([notice()], users, COMPANY)] == [users]


def test_a_room_reads_what_is_for_all_of_it() -> None:
    both = notice(Variant("甲", Audience(groups=(ROOM,)), "带工具"), MAKERS)
    assert for_room(both, ROOM).draft.text == "明天停电\n带工具"
    assert for_room(both, OTHER).draft.text == "明天停电"


def test_parts_that_nobody_belongs_to_are_found() -> None:
    in_room = notice(MAKERS, audience=Audience(groups=(ROOM,)))
    found = readers(in_room.draft.audience, COMPANY, {})
    lost = outsiders(in_room.draft, found, COMPANY)
    assert lost
    assert "「生产部」" in lost.sentence
    everybody = notice(MAKERS, Variant("甲", Audience(groups=(GroupId("x"),)), "带工具"))
    lost = outsiders(everybody.draft, readers(EVERYBODY, COMPANY, {}), COMPANY)
    assert lost
    assert "「甲」" in lost.sentence
    assert "生产部" not in lost.sentence


def test_an_approval_belongs_to_all_parts() -> None:
    plain = notice().draft
    assert replace(plain, variants=(MAKERS,)).digest != plain.digest
    assert replace(plain, variants=(MAKERS,)).whole == "明天停电\n给生产部：先停机"
