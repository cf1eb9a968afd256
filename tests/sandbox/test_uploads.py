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
    assert (await _upload(town, "upload", b"no voice", type="voice"))["errcode"] == 40005
    assert (await _upload(town, "upload", b"no video at all", type="video"))["errcode"] == 40005
    assert (await _upload(town, "upload", b"\0\0\0\x18ftypmp42", type="video"))["errcode"] == 0
    assert (await _upload(town, "upload", b"0" * (2 * 1024 * 1024 + 1), type="voice"))["errcode"] == 45001
    assert (await town.api("media/upload", {}, type="file"))["errcode"] == 41005
    assert (await town.api("media/get", media_id="none"))["errcode"] == 40007


async def test_pictures_for_articles_have_an_address(town: Town) -> None:
    url = (await _upload(town, "uploadimg", PNG))["url"]
    async with town.http.get(url) as response:
        assert await response.read() == PNG


async def test_in_pieces_and_for_three_days(town: Town) -> None:
    got = await _upload(town, "upload", b"0123456789", "a.txt", type="file")
    query = {"access_token": await town.token(), "media_id": got["media_id"]}
    address = f"{town.base}/cgi-bin/media/get"
    async with town.http.get(address, params=query, headers={"Range": "bytes=2-4"}) as response:
        assert (response.status, await response.read()) == (206, b"234")
        assert response.headers["Content-Range"] == "bytes 2-4/10"
    async with town.http.get(address, params=query, headers={"Range": "bytes=7-"}) as response:
        assert await response.read() == b"789"
    async with town.http.get(address, params=query, headers={"Range": "bytes=10-"}) as response:
        assert (response.status, response.headers["Content-Range"]) == (416, "bytes */10")
    await town.post("/sandbox/clock", {"advance": 3 * 86400 - 60})
    assert (await town.send("lisi", msgtype="file", file={"media_id": got["media_id"]}))["errcode"] == 0
    await town.post("/sandbox/clock", {"advance": 60})
    assert (await town.api("media/get", media_id=got["media_id"]))["errcode"] == 40007


async def test_a_thousand_pictures_a_day(town: Town) -> None:
    town.world.settings.article_pictures_per_day = 1
    assert [(await _upload(town, "uploadimg", PNG))["errcode"] for _ in range(2)] == [0, 45009]


async def test_a_file_for_one_webhook_is_for_no_other(town: Town) -> None:
    keys = town.world.credentials.webhooks

    async def upload(key: str, data: bytes, kind: str = "file") -> Json:
        form = FormData(quote_fields=False)
        form.add_field("media", BytesIO(data), filename="月报.xlsx", content_type="application/octet-stream")
        query = {"key": key, "type": kind}
        async with town.http.post(f"{town.base}/cgi-bin/webhook/upload_media", params=query, data=form) as response:
            return await response.json()

    assert (await upload("none", b""))["errcode"] == 44001, "the file is looked at first"
    assert (await upload("none", b"content"))["errcode"] == 93000
    assert (await upload(keys["projecta"], b"content", "image"))["errcode"] == 40004
    got = await upload(keys["projecta"], b"content")
    assert (got["errcode"], got["type"], type(got["created_at"])) == (0, "file", str)
    message = {"msgtype": "file", "file": {"media_id": got["media_id"]}}
    for room, errcode in (("projecta", 0), ("projectb", 40007)):
        assert (await town.post(f"/cgi-bin/webhook/send?key={keys[room]}", message))["errcode"] == errcode
    assert (await town.send("lisi", **message))["errcode"] == 40007
    assert [entry["text"] for entry in await town.log()] == ["[文件] 月报.xlsx"]
