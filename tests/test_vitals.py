"""/metrics of a real core: what happened is on the page, and nobody's name or words."""

import re

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.domain.audit.links import Keyring
from bot.domain.upkeep.workings import Depth
from bot.identifiers import UserId
from bot.meters.lag import LoopLag
from bot.shapes.incoming import Incoming, Kind, Via
from bot.shapes.outgoing import Outcome, Verdict
from bot.storage.audit.scribe import Scribe
from bot.storage.engine.depths import DepthTable
from bot.storage.queues.pauses import PauseTable, ShutWays
from bot.storage.queues.spool import IN_MEMORY, SpoolFile
from bot.vitals import Vitals
from bot.web import routes
from tests.chat import Chat

LINE = re.compile(r'[a-z_]+(\{([a-z_]+="[^"]*",?)+\})? [0-9.e+-]+')


@pytest.fixture
def vitals(chat: Chat) -> Vitals:
    core = chat.core
    depths, ways = DepthTable(core.database), ShutWays(core.database)
    return Vitals(core.meters, depths, LoopLag(), ways, connection=lambda: "up", refusals=lambda: {"signature": 2})


async def test_a_message_and_its_answer(chat: Chat, vitals: Vitals) -> None:
    assert await chat.say("张三", "/帮助", key="bot:1")
    assert not await chat.say("张三", "/帮助", key="bot:1")
    page = (await vitals.page()).splitlines()
    for line in (
        'qunwu_messages_received_total{via="bot",new="true"} 1',
        'qunwu_messages_received_total{via="bot",new="false"} 1',
        'qunwu_messages_handled_total{outcome="done"} 1',
        'qunwu_sends_total{via="bot",verdict="done"} 1',
        "qunwu_commit_batch_size_count 2",
        "qunwu_ack_seconds_count 1",
        "qunwu_reply_seconds_count 1",
        'qunwu_queue_rows{queue="inbox",state="waiting"} 0',
        'qunwu_callbacks_refused{reason="signature"} 2',
        'qunwu_commands_total{command="帮助",outcome="done"} 1',
        'qunwu_long_connection{state="up"} 1',
    ):
        assert line in page


async def test_an_accident_that_nobody_has_yet(chat: Chat, vitals: Vitals) -> None:
    assert "qunwu_accidents_unclaimed 0" in (await vitals.page()).splitlines()
    await chat.say("张三", "仓库着火了")
    assert "qunwu_accidents_unclaimed 1" in (await vitals.page()).splitlines()
    await chat.say("陈安", "收到")
    assert "qunwu_accidents_unclaimed 0" in (await vitals.page()).splitlines()


async def test_where_wecom_lets_nothing_pass(chat: Chat, vitals: Vitals) -> None:
    assert "qunwu_wecom_shut_seconds{" not in await vitals.page()
    await PauseTable(chat.core.database).shut("app", 60, 60020)
    page = await vitals.page()
    assert re.search(r'^qunwu_wecom_shut_seconds\{what="app",errcode="60020"\} 0(\.\d+)?$', page, re.MULTILINE)
    assert re.search(r'^qunwu_wecom_shut_left_seconds\{what="app"\} (60|59\.\d+)$', page, re.MULTILINE)


async def test_how_far_the_chain_is_behind(chat: Chat, vitals: Vitals) -> None:
    ring = Keyring([b"k" * 32])
    chat.core.database.stamp_with(ring)
    await Scribe(chat.core.database).write(chat.clock.now())
    assert "qunwu_audit_behind_seconds 0" in (await vitals.page()).splitlines()
    await chat.say("张三", "/请假 事假 明天 看房")
    assert await DepthTable(chat.core.database).unlinked_since() is not None
    await Scribe(chat.core.database).write(chat.clock.now())
    assert await DepthTable(chat.core.database).unlinked_since() is None


async def test_what_failed(chat: Chat, vitals: Vitals) -> None:
    for channel in chat.channels.values():
        channel.outcomes = [Outcome(Verdict.REFUSED, errcode=81013)] * 9
    await chat.say("张三", "/帮助")
    page = (await vitals.page()).splitlines()
    assert 'qunwu_wecom_errcodes_total{via="bot",errcode="81013"} 1' in page
    assert any(re.fullmatch(r'qunwu_queue_rows\{queue="outbox",state="parked"\} [1-9]', line) for line in page)
    assert any(re.fullmatch(r"qunwu_parcels_parked_total [1-9]", line) for line in page)


class Away(DepthTable):
    async def all(self) -> list[Depth]:
        raise ConnectionRefusedError


async def test_while_the_database_is_away_the_rest_is_told(chat: Chat) -> None:
    core, spool = chat.core, SpoolFile(IN_MEMORY)
    await spool.put([(Incoming("m1", Via.APP, Kind.TEXT, UserId("lisi"), chat.clock.now()), False)])
    depths = Away(core.database, spool)
    ways = ShutWays(core.database)
    vitals = Vitals(core.meters, depths, LoopLag(), ways, connection=lambda: "up", refusals=dict)
    page = (await vitals.page()).splitlines()
    for line in (
        "qunwu_database_up 0",
        'qunwu_queue_rows{queue="spool",state="waiting"} 1',
        'qunwu_long_connection{state="up"} 1',
    ):
        assert line in page
    assert not any('queue="inbox"' in line for line in page)
    assert [each.queue for each in await DepthTable(core.database, spool).all()] == ["spool"]
    spool.close()


@pytest.mark.parametrize(
    ("database", "spool", "status"), [("up", False, 200), ("down", True, 200), ("down", False, 503)]
)
async def test_it_is_ready_while_callbacks_can_be_kept(database: str, spool: bool, status: int) -> None:
    async def check() -> bool:
        if database == "down":
            raise ConnectionRefusedError
        return True

    async def page() -> str:
        return ""

    async def wecom() -> bool:
        return database == "up"

    app = web.Application()
    app.add_routes(routes({"database": check, "wecom": wecom}, page, lambda: None, lambda: spool))
    async with TestClient(TestServer(app)) as client, client.get("/readyz") as answer:
        assert answer.status == status
        told = await answer.json()
    assert told["ready"] is (status == 200)
    assert told.get("spool") is (spool if database == "down" else None)


async def test_the_page_is_well_formed_and_discreet(chat: Chat, vitals: Vitals) -> None:
    await chat.say("张三", "我家里有急事")
    app = web.Application()
    app.add_routes(routes({}, vitals.page))
    async with TestClient(TestServer(app)) as client, client.get("/metrics") as answer:
        page = await answer.text()
        assert answer.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert all(line.startswith("# ") or LINE.fullmatch(line) for line in page.splitlines())
    assert page.isascii()
    assert "zhangsan" not in page
