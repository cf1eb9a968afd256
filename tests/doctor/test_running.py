"""What the bot that runs here knows about itself."""

from aiohttp import web

from bot.doctor._finding import Level
from bot.identifiers import UserId
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.queue import Said, Settlement
from tests.doctor.clinic import Clinic, in_front


async def test_it_does_not_run(clinic: Clinic) -> None:
    (finding,) = (await clinic.report()).of("running")
    assert (finding.level, finding.name) == (Level.WARN, "机器人进程")
    assert finding.says.startswith("没有在运行（http://127.0.0.1:")


async def test_something_else_has_the_port(clinic: Clinic) -> None:
    async def other(_request: web.Request) -> web.Response:
        return web.Response(text="hello")

    async with in_front(other) as url:
        clinic.values["server"]["port"] = int(url.rpartition(":")[2])
        (finding,) = (await clinic.report()).of("running")
    assert finding.level is Level.FAIL
    assert "上是别的程序" in finding.says


async def test_it_runs_and_can_not_work(clinic: Clinic) -> None:
    clinic.values["wecom"]["bot"]["secret"] = "nonsense"
    async with clinic.running():
        (finding,) = (await clinic.report()).of("running")
    assert finding.line == "✗ 机器人进程：在运行，但没有就绪：企业微信。下一步：看本页其他几项和机器人的日志。"


async def test_what_its_sends_were_refused_for(clinic: Clinic) -> None:
    async with clinic.running() as core:
        for errcode in ("60020", "81013"):
            core.meters.errcodes.add("app", errcode)
        lines = [finding.line for finding in (await clinic.report()).of("running")]
    assert [line for line in lines if "发出的消息" in line] == [
        (
            "! 发出的消息：启动以来被拒绝 1 次：本机的出口地址不在企业可信IP里（60020）。"
            "下一步：管理后台 应用管理 → 自建 → 本应用 → 企业可信IP 加上本机的出口地址。"
        )
    ]


async def test_what_was_set_aside(clinic: Clinic) -> None:
    async with clinic.running() as core:
        said = [Said(ToPerson(UserId("zhangsan")), Text("好"))] * 3
        await core.outbox_table.put(said, cause="t", at=0)
        await core.outbox_table.settle(
            [Settlement(1, "parked", 0), Settlement(2, "unknown", 0), Settlement(3, "unknown", 0)]
        )
        (finding,) = (await clinic.report()).of("parked")
    assert finding.line == "! 没办成的消息：1 条搁置，2 条不知道有没有送到。下一步：运行 qunwu parked 查看原因。"
