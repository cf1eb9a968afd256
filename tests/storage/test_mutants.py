"""Each mistake in how processes share a database is noticed by a test: those of the inbox, the outbox, the members."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, cast

import pytest

from bot.shapes.queue import NotYet
from bot.storage.engine.database import Database
from bot.storage.queues.shared_inbox import SharedInboxTable
from tests.storage.engine import test_members as members
from tests.storage.mutated import Mutated
from tests.storage.queues import test_shared_inbox as inbox
from tests.storage.queues import test_shared_outbox as outbox

pytestmark = pytest.mark.postgres

Test = Callable[..., Awaitable[None]]
NOTICED = (AssertionError, pytest.fail.Exception, TimeoutError, NotYet)


@dataclass(frozen=True, slots=True)
class Mutant:
    """`test` must fail where `old` becomes `new`."""

    name: str
    old: str
    new: str
    test: Test


MUTANTS = (
    Mutant(
        "takes a younger message first",
        "older.id < inbox.id",
        "false",
        inbox.test_the_older_one_goes_first,
    ),
    Mutant(
        "lets no urgent message overtake",
        "older.urgent = inbox.urgent",
        "true",
        inbox.test_an_urgent_one_overtakes,
    ),
    Mutant(
        "takes a message that is done",
        "(SELECT inbox.state = 'waiting' AND NOT EXISTS",
        "(SELECT NOT EXISTS",
        inbox.test_what_is_read_with_the_lock_may_be_old,
    ),
    Mutant(
        "locks the sender of a message that is done",
        "CASE WHEN state = 'waiting' THEN",
        "CASE WHEN true THEN",
        inbox.test_who_comes_too_late_for_one_is_in_nobodys_way,
    ),
    Mutant(
        "locks no sender",
        "pg_try_advisory_xact_lock(hashtextextended('inbox:' || urgent || sender, 0))",
        "true",
        inbox.test_nobody_works_for_a_person_while_somebody_else_does,
    ),
    Mutant(
        "locks a sender for longer than the transaction",
        "pg_try_advisory_xact_lock(hashtextextended('inbox:' || urgent || sender, 0))",
        "pg_try_advisory_lock(hashtextextended('inbox:' || urgent || sender, 0))",
        inbox.test_nobody_is_locked_for_longer_than_a_transaction,
    ),
    Mutant(
        "forgets the pause after a failure",
        "SELECT state, retry_at,",
        "SELECT state, 0 AS retry_at,",
        inbox.test_a_pause_after_a_failure_holds_for_everybody,
    ),
    Mutant(
        "claims for a reader for whom another process does",
        "pg_try_advisory_xact_lock(hashtextextended('lane:' || outbox.urgent || outbox.lane, 0))",
        "true",
        outbox.test_nobody_claims_for_a_reader_while_another_process_does,
    ),
    Mutant(
        "sends by a channel that another process was told is shut",
        "FROM pause WHERE name IN (",
        "FROM pause WHERE false AND name IN (",
        outbox.test_nobody_claims_for_a_channel_that_another_process_was_told_is_shut,
    ),
    Mutant(
        "claims for a route for which another process does",
        "pg_try_advisory_xact_lock(hashtextextended('route:' || claimed.route, 0))",
        "true",
        outbox.test_nobody_claims_for_a_route_while_another_process_does,
    ),
    Mutant(
        "sends a younger parcel first",
        "other.id < outbox.id",
        "false",
        outbox.test_one_reader_one_parcel_at_a_time,
    ),
    Mutant(
        "sends beside what is being sent",
        "(other.state = 'sending' OR other.state",
        "(other.state",
        outbox.test_one_reader_one_parcel_at_a_time,
    ),
    Mutant(
        "holds an urgent parcel back for others",
        "AND other.urgent = outbox.urgent",
        "",
        outbox.test_one_reader_one_parcel_at_a_time,
    ),
    Mutant(
        "tries at once what another process was told to try later",
        ", retry_at, xmin",
        ", 0 AS retry_at, xmin",
        outbox.test_a_pause_that_wecom_asked_for_holds_for_everybody,
    ),
    Mutant(
        "goes by what it read before another process changed it",
        "claimed.version IN ('', outbox.xmin::text)",
        "claimed.version <> 'x'",
        outbox.test_who_read_it_before_another_process_tried_reads_it_anew,
    ),
    Mutant(
        "divides among its readers what another process has divided",
        "new.version IN ('', outbox.xmin::text)",
        "new.version <> 'x'",
        outbox.test_nobody_is_told_twice_where_two_divide_a_call_for_many,
    ),
    Mutant(
        "counts its own sends only",
        "JOIN ledger ON ledger.route = known.route AND",
        "JOIN ledger ON false AND",
        outbox.test_a_limit_is_one_for_all,
    ),
    Mutant(
        "takes over from the living",
        "owner NOT IN (SELECT id FROM process)",
        "true",
        outbox.test_sends_of_the_living_are_their_own,
    ),
    Mutant(
        "takes over and does not say so",
        "UPDATE outbox SET owner = ?1 WHERE",
        "UPDATE outbox SET owner = owner WHERE ?1::bigint > 0 AND",
        outbox.test_sends_of_the_dead_are_taken_over_once_and_for_all,
    ),
    Mutant(
        "settles what another process sends",
        " OR outbox.state = 'sending' AND owner = ?1)",
        " OR outbox.state = 'sending' AND ?1::bigint > 0)",
        outbox.test_sends_of_the_living_are_their_own,
    ),
    Mutant(
        "settles what is settled",
        "(SELECT outbox.state = 'waiting' AND new",
        "(SELECT new",
        outbox.test_what_is_settled_stays_so,
    ),
    Mutant(
        "takes a lease that another one took a moment ago",
        " WHERE lease.holder NOT IN (SELECT id FROM process) RETURNING",
        " RETURNING",
        members.test_a_lease_that_was_taken_since_one_looked_stays_where_it_is,
    ),
    Mutant(
        "leaves its leases to the dead",
        "WHERE holder IN (SELECT id FROM process)",
        "WHERE holder > 0",
        members.test_whoever_leaves_gives_it_up_at_once,
    ),
    Mutant(
        "waits for the dead for ever",
        "DELETE FROM process WHERE seen_at <",
        "DELETE FROM process WHERE false AND seen_at <",
        members.test_whoever_stands_still_stops_before_another_begins,
    ),
    Mutant(
        "takes who only stands still for cut off",
        " THEN pg_try_advisory_xact_lock(1903392110, (id % 2147483647)::int) ELSE",
        " THEN true ELSE",
        members.test_who_loses_his_connection_is_given_up_sooner_than_who_stands_still,
    ),
    Mutant(
        "goes by a clock of its own, which is late",
        "UPDATE process SET seen_at = (EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::bigint",
        "UPDATE process SET seen_at = (EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::bigint - 90000",
        members.test_whoever_was_slow_and_not_forgotten_keeps_what_he_has,
    ),
    Mutant(
        "does not notice that it was given up",
        "WHERE id = $1 RETURNING id",
        "WHERE id = $1 OR id = (SELECT max(id) FROM process) RETURNING id",
        members.test_whoever_stands_still_stops_before_another_begins,
    ),
)


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
async def test_a_mistake_is_noticed(mutant: Mutant, postgres: Database) -> None:
    mutated = Mutated(postgres, mutant.old, mutant.new)
    with pytest.raises(NOTICED):
        await _run(mutant.test, cast("Any", mutated))
    assert mutated.hits


async def _run(test: Test, database: Database) -> None:
    if test.__module__ == inbox.__name__:
        await test(database, SharedInboxTable(database))
    elif test.__module__ == outbox.__name__:
        async with outbox.two(database) as pair:
            await test(pair)
    else:
        await test(database)
