"""The callback from outside: what stands between WeCom and the bot is named by what it does."""

import asyncio
from collections.abc import Awaitable, Callable
from urllib.parse import unquote

import pytest
from aiohttp import ClientSession, web
from yarl import URL

from bot.doctor._finding import Level
from tests.doctor.clinic import Clinic, Report, in_front
from tests.wecom.sandboxed import until

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


async def through(clinic: Clinic, handler: Answer) -> Report:
    async with in_front(handler) as url:
        clinic.values["server"]["public_url"] = url
        return await clinic.report()


def always(status: int, text: str = "", **headers: str) -> Answer:
    async def handler(_request: web.Request) -> web.Response:
        return web.Response(status=status, text=text, headers=headers)

    return handler


def forwarding(clinic: Clinic, *, query: Callable[[str], str] = str, limit: int = 10**6, path: str = "") -> Answer:
    """A proxy that passes on, with the one fault that a test gives it."""

    async def handler(request: web.Request) -> web.Response:
        body = await request.read()
        if len(body) > limit:
            return web.Response(status=413)
        port = clinic.values["server"]["port"]
        url = URL(
            f"http://127.0.0.1:{port}{path or request.path}?{query(request.rel_url.raw_query_string)}", encoded=True
        )
        async with ClientSession() as session, session.request(request.method, url, data=body) as answer:
            return web.Response(status=answer.status, body=await answer.read())

    return handler


IN_FRONT = {
    "a web page": (always(200, "<!DOCTYPE html><html>"), "返回的是网页，不是机器人的回答"),
    "something else": (always(200, "ok"), "回答的不是解密后的明文"),
    "a redirect": (always(301, Location="https://elsewhere/"), "跳转到 https://elsewhere/，企业微信不跟随跳转"),
    "a login": (always(401), "要求登录（HTTP 401）"),
    "a firewall": (always(403, "denied"), "被代理或防火墙拒绝（HTTP 403）"),
    "another path": (always(404), "没有这个路径（HTTP 404）"),
    "a proxy without a bot": (always(502), "代理连不上机器人（HTTP 502）"),
    "an unknown answer": (always(418), "回答 HTTP 418"),
}


@pytest.mark.parametrize(("handler", "expected"), IN_FRONT.values(), ids=IN_FRONT)
async def test_what_stands_in_front(clinic: Clinic, handler: Answer, expected: str) -> None:
    (finding,) = (await through(clinic, handler)).of("callback")
    assert finding.level is Level.FAIL
    assert expected in finding.says
    assert finding.advice


async def test_a_proxy_that_eats_the_plus(clinic: Clinic) -> None:
    async with clinic.running():
        report = await through(clinic, forwarding(clinic, query=lambda raw: unquote(raw).replace("+", "%20")))
    assert "前面的代理把 + 变成了空格" in report.failures[0]


async def test_a_proxy_that_takes_small_bodies_only(clinic: Clinic) -> None:
    async with clinic.running():
        report = await through(clinic, forwarding(clinic, limit=8192))
    assert "不收这么大的请求（HTTP 413）" in report.failures[0]
    assert "client_max_body_size" in report.failures[0]


async def test_a_proxy_that_is_transparent(clinic: Clinic) -> None:
    async with clinic.running():
        assert (await through(clinic, forwarding(clinic))).failures == []


async def test_too_slow(clinic: Clinic) -> None:
    async def slow(_request: web.Request) -> web.Response:
        await asyncio.sleep(1.05)
        return web.Response(text="?")

    assert "秒才回答" in (await through(clinic, slow)).failures[0]


async def test_nobody_there(clinic: Clinic) -> None:
    clinic.values["server"]["public_url"] = "http://127.0.0.1:9"
    assert "连接被拒绝，机器人也没有在运行。下一步：先运行 qunwu run" in (await clinic.report()).failures[0]


async def test_a_name_that_does_not_resolve(clinic: Clinic) -> None:
    clinic.values["server"]["public_url"] = "http://bot.invalid"
    async with clinic.running():
        assert "http://bot.invalid/wecom/app 域名解析不了" in (await clinic.report()).failures[0]


async def test_the_bot_runs_with_other_values(clinic: Clinic) -> None:
    async with clinic.running():
        clinic.values["wecom"]["app"]["token"] = "another"
        report = await clinic.report()
    assert "被机器人拒绝：它的 Token、EncodingAESKey 或企业ID 与这份配置不同" in report.of("callback")[0].says


async def test_what_it_sends_in_vain_is_not_held_against_the_console(clinic: Clinic) -> None:
    async with clinic.running():
        own = clinic.values["wecom"]["app"]["token"]
        clinic.values["wecom"]["app"]["token"] = "another"
        await clinic.report()
        clinic.values["wecom"]["app"]["token"] = own
        assert (await clinic.report()).failures == []


async def test_the_clock_is_the_sandboxs_and_that_is_away(clinic: Clinic) -> None:
    async with clinic.running():
        clinic.values["wecom"]["api_base"] = "http://127.0.0.1:9"
        (finding,) = (await clinic.report()).of("callback")
    assert finding.line.startswith("! 应用回调：问不到沙箱的时间，没有检查。下一步：先处理「企业微信接口」这一项")


async def test_it_does_not_run_and_has_no_public_address(clinic: Clinic) -> None:
    report = await clinic.report()
    assert report.failures == []
    assert "! 应用回调：机器人没有在运行，没有检查。" in report.of("callback")[0].line


@pytest.mark.parametrize(
    ("console", "expected"),
    [
        ({"token": "another"}, "签名不对，多半是 Token 与管理后台不一致"),
        ({"encoding_aes_key": "a" * 43}, "能验签、解不开，EncodingAESKey 与管理后台不一致"),
    ],
    ids=["token", "key"],
)
async def test_the_console_has_other_values(clinic: Clinic, console: dict[str, str], expected: str) -> None:
    """Nobody can ask WeCom for them; but the bot knows why it refused what WeCom sent."""
    async with clinic.running():
        url = f"http://127.0.0.1:{clinic.values['server']['port']}/wecom/app"
        assert not (await clinic.do("callback", kind="app", url=url, **console))["verified"]
        report = await clinic.report()
    assert [expected in line for line in report.failures] == [True]


async def test_keys_are_changed_without_a_message_lost(clinic: Clinic) -> None:
    """The new pair above, the old one as `previous`: WeCom may save the new one whenever it likes."""
    app, own = clinic.values["wecom"]["app"], clinic.world.credentials
    new = {"token": "fresh", "encoding_aes_key": "b" * 42 + "A"}
    clinic.values["wecom"]["app"] = app | new | {"previous": {name: app[name] for name in new}}
    async with clinic.running() as core:
        url = f"http://127.0.0.1:{clinic.values['server']['port']}/wecom/app"
        for number, pair in enumerate(({"token": own.token}, new), 1):
            assert (await clinic.do("callback", kind="app", url=url, **pair))["verified"]
            await clinic.do("say", **{"from": "zhangsan", "to": "app", "text": "/帮助"})
            await until(lambda number=number: core.meters.received.values.get(("app", "true")) == number)
        report = await clinic.report()
    assert report.failures == []
    (line,) = [each for each in report.lines(Level.WARN) if "还在接受旧的" in each]
    assert "删掉 [wecom.app.previous]，重启" in line
    assert not any(secret in line for secret in (*new.values(), own.token, own.encoding_aes_key))


async def test_the_bot_by_callback(clinic: Clinic) -> None:
    bot = clinic.values["wecom"]["bot"]
    own = clinic.world.credentials
    clinic.values["wecom"]["bot"] = {"id": bot["id"], "token": own.token, "encoding_aes_key": own.encoding_aes_key}
    async with clinic.running():
        report = await clinic.report()
    assert report.failures == []
    assert [finding.name for finding in report.of("callback")] == ["应用回调"] * 2 + ["智能机器人回调"] * 2
    assert report.of("long_connection") == []
