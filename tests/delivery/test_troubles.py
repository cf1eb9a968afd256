"""Three calls in ten go wrong, in every way that a call to WeCom can: each message is seen once, or is listed."""

import asyncio
import os
import random
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final, cast

import pytest
import structlog

from bot.delivery.post import Post
from bot.identifiers import UserId
from bot.queueing.pump import Pump
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.queue import Said
from bot.storage.engine.database import Database
from bot.storage.queues.outbox import OutboxTable
from bot.storage.schema.upgrading import upgrade
from bot.storage.talking.files import FileTable
from bot.wecom.api.media import AppMedia
from bot.wecom.api.rest import Corp, Rest
from bot.wecom.app.channel import AppChannel
from tests.crash.explore import ENGINE, LoopClock
from tests.crash.flows import COMPANY, SUNDAY
from tests.crash.loop import SteppedLoop
from tests.delivery.troubled import MINUTE, Troubled

SEED: Final = int(os.environ.get("SEED", "20261123"))
SHARE = 0.3
EACH = 25  # messages to one person
LONGEST = 180 * MINUTE  # of the loop's time, which passes at once


def lived(messages: int) -> tuple[Troubled, list[dict[str, Any]]]:
    """What WeCom saw, and what the outbox has in the end."""
    wecom = Troubled(random.Random(SEED), SHARE, min(1.0, 1000 / messages))  # noqa: S311 - repeatable on purpose
    loop = SteppedLoop()
    try:
        return wecom, loop.run_until_complete(_sent(wecom, messages))
    finally:
        loop.close()


async def _sent(wecom: Troubled, messages: int) -> list[dict[str, Any]]:
    loop = asyncio.get_running_loop()
    database = await Database.open("sqlite://:memory:", engine=ENGINE)
    await upgrade(database)
    corp = Corp("http://wecom", "corp", {"app": "secret"})
    rest = Rest(cast("Any", wecom), corp, monotonic=loop.time)
    app = AppChannel(rest, agent_id=1, media=AppMedia(rest, FileTable(), monotonic=loop.time))
    table = OutboxTable(database)
    post = Post(table, {Via.APP: app}, LoopClock(SUNDAY), lambda: COMPANY, lambda peer: False)
    pump = Pump("delivery", post.work, workers=16)
    people = messages // EACH
    said = [Said(ToPerson(UserId(f"u{number % people}")), Text(f"第{number}条")) for number in range(messages)]
    pump.add(await database.transact(lambda: table.put(said, cause="m", at=0)))
    pump.start()
    while await database.fetch("SELECT 1 FROM outbox WHERE state IN ('waiting', 'sending') LIMIT 1"):
        assert loop.time() < LONGEST * messages / 1000, "it is never through"
        await asyncio.sleep(5)
    await pump.stop(within=1)
    await rest.close()
    rows = await database.fetch("SELECT state, content, why FROM outbox ORDER BY id")
    await database.close()
    return rows


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    before = structlog.get_config()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger("critical"))
    yield
    structlog.configure(**before)


def accounted(messages: int) -> None:
    wecom, rows = lived(messages)
    seen = Counter(text for _, text in wecom.seen)
    texts = [f"第{number}条" for number in range(messages)]
    states = {text: row["state"] for text, row in zip(texts, rows, strict=True)}
    listed = {text for text, state in states.items() if state in ("parked", "unknown")}
    for_nothing = listed - wecom.said_no
    sys.stderr.write(
        f"seed {SEED}: {messages} messages, troubles {dict(wecom.troubles)}, tokens {wecom.tokens} for {wecom.expired}"
        f" that expired, listed {len(listed)}, of these not refused for good {len(for_nothing)}\n"
    )
    assert set(seen.values()) == {1}
    assert [text for text in texts if not seen[text] and text not in listed] == []
    assert [text for text in texts if states[text] == "done" and not seen[text]] == []
    assert set(seen) <= set(texts)
    assert wecom.said_no <= listed
    assert len(for_nothing) <= max(1, messages // 200)
    assert (wecom.dropped, wecom.hurried) == (0, 0)
    assert max(wecom.busy.values()) <= 4
    assert wecom.tokens <= wecom.expired + 1


def test_a_thousand_messages_in_all_kinds_of_trouble() -> None:
    accounted(1000)


@pytest.mark.soak
def test_ten_thousand_messages_in_all_kinds_of_trouble() -> None:
    accounted(10_000)
