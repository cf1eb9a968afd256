"""media/upload, media/get, media/uploadimg (D-90253)."""

from io import BytesIO

from aiohttp import FormData

from tests.sandbox.test_webhook import PNG
from tests.sandbox.town import Json, Town


async def _upload(town: Town, path: str, data: bytes, filename: str | None = "a.png", **query: str) -> Json:
    form = FormData()
    form.add_field("media", BytesIO(data), filename=filename, content_type="application/octet-stream")
    query["access_token"] = await town.token()
    async with town.http.post(f"{town.base}/cgi-bin/media/{path}", params=query, data=form) as response:
        return await response.json()


async def test_up_and_down_and_into_a_message(town: Town) -> None:
    got = await _upload(town, "upload", PNG, type="image")
    assert (got["errcode"], got["type"], type(got["created_at"])) == (0, "image", str)
    query = {"access_token": await town.token(), "media_id": got["media_id"]}
    async with town.http.get(f"{town.base}/cgi-bin/media/get", params=query) as response:
        assert await response.read() == PNG
        assert response.headers["Content-Disposition"] == 'attachment; filename="a.png"'
    await town.send("lisi", msgtype="image", image={"media_id": got["media_id"]})
    assert (await town.log())[0]["text"] == "[图片] a.png"
    assert (await town.send("lisi", msgtype="file", file={"media_id": got["media_id"]}))["errcode"] == 40007


async def test_what_is_refused(town: Town) -> None:
    assert (await _upload(town, "upload", PNG, type="poem"))["errcode"] == 40004
    assert (await _upload(town, "upload", b"tiny", type="file"))["errcode"] == 44001
    assert (await _upload(town, "upload", b"no picture", type="image"))["errcode"] == 40005
    assert (await _upload(town, "upload", b"0" * (2 * 1024 * 1024 + 1), type="voice"))["errcode"] == 45001
    assert (await town.api("media/upload", {}, type="file"))["errcode"] == 41005
    assert (await town.api("media/get", media_id="none"))["errcode"] == 40007


async def test_pictures_for_articles_have_an_address(town: Town) -> None:
    url = (await _upload(town, "uploadimg", PNG))["url"]
    async with town.http.get(url) as response:
        assert await response.read() == PNG
