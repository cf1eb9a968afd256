"""The proxy takes turns, and passes on what was asked and answered as it was."""

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bench.proxy import application


def server(name: str) -> TestServer:
    async def answer(request: web.Request) -> web.Response:
        said = (await request.read()).decode()
        return web.Response(text=f"{name} {request.method} {request.raw_path} {said}", status=202)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    return TestServer(app)


async def test_each_request_goes_to_the_next_one() -> None:
    async with server("one") as one, server("two") as two:
        assert one.port
        assert two.port
        async with TestClient(TestServer(application([one.port, two.port]))) as client:
            answers = [await client.post("/wecom/app?msg_signature=a%2Bb", data=b"hi") for _ in range(3)]
            said = [await each.text() for each in answers]
    path = "POST /wecom/app?msg_signature=a%2Bb hi"
    assert said == [f"one {path}", f"two {path}", f"one {path}"]
    assert {each.status for each in answers} == {202}
