"""Versions of rules, and what people said to them: asked, agreed, silent, never mixed up."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.groups.rules import ConsentState, RulesVersion, Way
from bot.identifiers import GroupId, TaskId, UserId
from bot.shapes.act import Act
from bot.shapes.outgoing import Card, ToPerson
from bot.shapes.queue import Said
from bot.storage.engine.database import Database
from bot.storage.groups.rules import ConsentTable, RulesTable
from bot.storage.models.operating import Trail
from bot.storage.models.rules import ConsentRecord
from bot.storage.queues.outbox import OutboxTable

NOW = datetime(2026, 11, 22, 2, tzinfo=UTC)
LATER = NOW + timedelta(days=7)
BY = Act("job:group-rules", "group-rules", "定时任务", "test:1", NOW)
A, B, C = UserId("a"), UserId("b"), UserId("c")
PA, PB = GroupId("pa"), GroupId("pb")
RULES, CONSENTS = RulesTable(), ConsentTable()


async def published(group: GroupId = PA, text: str = "不发广告。") -> RulesVersion:
    return await RULES.publish(group, text, ask=True, by=BY)


async def ask(version: RulesVersion, users: Sequence[UserId], at: datetime = NOW) -> None:
    await CONSENTS.queue(version, users, ask_at=at, newcomers=False, by=BY)
    waiting = await CONSENTS.to_ask(at, people=10)
    cards = {TaskId(f"card-{user}"): [consent for consent, _ in his] for user, his in waiting.items()}
    await CONSENTS.asked(cards, by=BY)


async def states(version: RulesVersion) -> dict[str, str]:
    found = await CONSENTS.states(version.group, version.number)
    assert found == {each.user: each.state for each in await CONSENTS.of_version(version.group, version.number)}
    return dict(found)


async def test_versions_are_counted_per_group(database: Database) -> None:
    first, second, other = await published(), await published(text="不刷屏。"), await published(PB)
    assert (first.number, second.number, other.number) == (1, 2, 1)
    assert await RULES.latest([PA, PB, GroupId("none")]) == {PA: second, PB: other}
    assert await RULES.get(PA, 1) == first
    assert await RULES.get(PA, 3) is None


async def test_members_are_entered_once(database: Database) -> None:
    first, other = await published(), await published(PB)
    assert await RULES.to_enter() == (first, "")
    await RULES.entered(first, A)
    assert await RULES.to_enter() == (first, A)
    await RULES.entered(first, None)
    assert await RULES.to_enter() == (other, "")
    await RULES.entered(other, None)
    assert await RULES.to_enter() is None


async def test_asked_in_portions_of_people(database: Database) -> None:
    first, other = await published(), await published(PB)
    await CONSENTS.queue(first, [A, B, C], ask_at=NOW, newcomers=False, by=BY)
    await CONSENTS.queue(other, [A], ask_at=NOW, newcomers=True, by=BY)
    waiting = await CONSENTS.to_ask(NOW, people=2)
    said = {user: [(each.group, new) for each, new in his] for user, his in waiting.items()}
    assert said == {A: [(PA, False), (PB, True)], B: [(PA, False)]}
    await CONSENTS.asked({TaskId(user): [each for each, _ in his] for user, his in waiting.items()}, by=BY)
    assert list(await CONSENTS.to_ask(NOW, people=2)) == [C]
    assert [(each.group, each.asked_at) for each in await CONSENTS.of_card(TaskId("a"))] == [(PA, NOW), (PB, NOW)]


async def test_nobody_is_asked_before_his_time(database: Database) -> None:
    await CONSENTS.queue(await published(), [A], ask_at=LATER, newcomers=False, by=BY)
    assert not await CONSENTS.to_ask(NOW, people=10)
    assert await CONSENTS.next_to_ask() == LATER


async def test_who_agreed_is_not_asked_again_and_who_had_left_is(database: Database) -> None:
    version = await published()
    await ask(version, [A, B])
    assert await CONSENTS.agree(A, version, Way.BUTTON, by=BY)
    assert not await CONSENTS.agree(A, version, Way.TYPED, by=BY)
    await CONSENTS.end(list(await CONSENTS.of_user(B)), ConsentState.VOID, by=BY)
    await CONSENTS.queue(version, [A, B], ask_at=NOW, newcomers=True, by=BY)
    assert await states(version) == {A: ConsentState.AGREED, B: ConsentState.TO_ASK}


async def test_silence_is_noted_apart_and_a_later_yes_counts(database: Database) -> None:
    version = await published()
    await ask(version, [A, B])
    assert not await CONSENTS.silent_since(NOW - timedelta(seconds=1), at_most=10)
    silent = [consent for consent, _ in await CONSENTS.silent_since(NOW, at_most=10)]
    await CONSENTS.end(silent, ConsentState.DEEMED, by=BY)
    await CONSENTS.agree(A, version, Way.TYPED, by=BY)
    (yes,), (silence,) = await CONSENTS.of_user(A), await CONSENTS.of_user(B, PA)
    assert (yes.state, yes.deemed_at, yes.agreed_at, yes.way) == (ConsentState.AGREED, NOW, NOW, Way.TYPED)
    assert (silence.state, silence.deemed_at, silence.agreed_at) == (ConsentState.DEEMED, NOW, None)
    assert not await CONSENTS.silent_since(LATER, at_most=10)


async def test_a_no_counts_and_the_yes_before_it_stays_on_record(database: Database) -> None:
    version = await published()
    await CONSENTS.agree(A, version, Way.TYPED, by=BY)
    assert await CONSENTS.refuse(A, version, by=replace(BY, at=LATER))
    assert not await CONSENTS.refuse(A, version, by=BY)
    (said,) = await CONSENTS.of_user(A)
    assert (said.state, said.agreed_at, said.refused_at) == (ConsentState.REFUSED, NOW, LATER)
    assert await CONSENTS.agree(A, version, Way.BUTTON, by=BY)


async def test_whether_the_question_got_through(database: Database) -> None:
    """A card that waits to be sent, or may not have arrived, has told nobody anything."""
    await ask(await published(), [A, B])
    outbox = OutboxTable(database)
    parked = Card("同意吗？", "同意吗？", task_id=TaskId("rules-1-b"))
    await ConsentRecord.filter(user=B).update(card="rules-1-b")
    await outbox.put([Said(ToPerson(B), parked)], cause="test:1", at=0)
    told = {consent.user: was_told for consent, was_told in await CONSENTS.silent_since(NOW, at_most=10)}
    assert told == {A: True, B: False}


async def test_a_new_version_ends_what_was_open_and_keeps_what_was_said(database: Database) -> None:
    first = await published()
    await ask(first, [A, B, C])
    await CONSENTS.agree(A, first, Way.BUTTON, by=BY)
    await CONSENTS.end(list(await CONSENTS.of_user(B)), ConsentState.DEEMED, by=BY)
    await CONSENTS.queue(await published(text="不刷屏。"), [A, B, C], ask_at=NOW, newcomers=False, by=BY)
    assert await states(first) == {A: ConsentState.AGREED, B: ConsentState.DEEMED, C: ConsentState.VOID}
    assert [each.version for each in await CONSENTS.of_user(A, PA)] == [2, 1]


async def test_everything_is_in_the_trail_without_its_text(database: Database) -> None:
    version = await published()
    await ask(version, [A, B])
    await CONSENTS.end(await CONSENTS.of_version(PA, 1), ConsentState.DEEMED, by=BY)
    await CONSENTS.agree(A, version, Way.BUTTON, by=BY)
    entries = await Trail.filter(subject="group:pa").order_by("id")
    assert [each.action.partition(":")[2] for each in entries] == [
        "rules.published",
        "rules.asked",
        "rules.deemed",
        "rules.agreed",
    ]
    assert [each.details for each in entries[1:3]] == [{"version": 1, "people": [A, B]}] * 2


async def test_alike_on_both_databases(either_database: Database) -> None:
    async def work() -> dict[str, str]:
        version = await published()
        await ask(version, [A, B])
        ((silent, was_told),) = await CONSENTS.silent_since(NOW, at_most=1)
        assert was_told
        await CONSENTS.end([silent], ConsentState.DEEMED, by=BY)
        await CONSENTS.agree(B, version, Way.BUTTON, by=BY)
        return await states(version)

    assert await either_database.transact(work) == {A: ConsentState.DEEMED, B: ConsentState.AGREED}
