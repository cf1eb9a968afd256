"""Pictures are fetched before their message goes on, and missing ones do not hold it up."""

import asyncio
import base64
import os
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from bot.identifiers import FileId, UserId
from bot.shapes.incoming import Incoming, Kind, Picture, Via
from bot.wecom.fair_share import A_MINUTE, FairShare
from bot.wecom.pictures import Pictures
from bot.wecom.safe_fetch import SafeFetch
from bot.wecom.session import open_session

from .worlds import NOW, MemoryFiles, MemoryIntake

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(200))
KEY = bytes(range(32))
KEY_TEXT = base64.b64encode(KEY).decode()


def encrypted(data: bytes) -> bytes:
    missing = 32 - len(data) % 32
    encryptor = Cipher(algorithms.AES(KEY), modes.CBC(KEY[:16])).encryptor()
    return encryptor.update(data + bytes([missing]) * missing) + encryptor.finalize()


@dataclass
class Album:
    """Addresses of pictures, and a bot that fetches them."""

    base: str
    served: dict[str, bytes]
    files: MemoryFiles
    intake: MemoryIntake
    fetch: SafeFetch
    share: FairShare = field(default_factory=FairShare)

    def address(self, data: bytes) -> str:
        name = f"p{len(self.served)}"
        self.served[name] = data
        return f"{self.base}{name}"

    async def take(
        self,
        *pictures: Picture,
        aes_keys: tuple[str, ...] = (),
        patience: float = 2.0,
        text: str = "",
        sender: str = "lin",
    ) -> tuple[Picture, ...]:
        wrapped = Pictures(
            self.intake,
            self.files,
            self.fetch,
            rest=None,
            patience=patience,
            aes_keys=aes_keys,
            soon=0.0,
            share=self.share,
        )
        message = Incoming(
            f"bot:{len(self.intake.taken)}", Via.BOT, Kind.MEDIA, UserId(sender), NOW, text=text, pictures=pictures
        )
        assert await wrapped.take(message)
        return self.intake.taken[-1].pictures


@pytest.fixture
async def album() -> AsyncIterator[Album]:
    served: dict[str, bytes] = {}

    async def serve(request: web.Request) -> web.Response:
        if request.match_info["name"] not in served:
            raise web.HTTPNotFound
        return web.Response(body=served[request.match_info["name"]])

    app = web.Application()
    app.router.add_get("/{name}", serve)
    async with TestServer(app) as server, open_session() as session:
        base = str(server.make_url("/"))
        yield Album(base, served, MemoryFiles(), MemoryIntake(), SafeFetch(session, own=base, hosts=[]))


async def test_a_picture_is_decrypted_and_kept(album: Album) -> None:
    asked = Picture(album.address(encrypted(PNG)), aes_key=KEY_TEXT)
    assert await album.take(asked) == (replace(asked, file=FileId("f0")),)
    assert album.files.kept == {"f0": PNG}


async def test_in_callback_mode_one_of_the_callbacks_keys_opens_it(album: Album) -> None:
    keys = (base64.b64encode(bytes(32)).decode(), KEY_TEXT.rstrip("="))
    [got] = await album.take(Picture(album.address(encrypted(PNG))), aes_keys=keys)
    assert got.file == "f0"


async def test_what_cannot_be_had_is_missing_and_the_message_goes_on(album: Album) -> None:
    good = Picture(album.address(encrypted(PNG)), aes_key=KEY_TEXT)
    bad = [
        Picture(f"{album.base}gone", aes_key=KEY_TEXT),
        Picture("https://evil.example/1", aes_key=KEY_TEXT),
        Picture(album.address(b"not in blocks"), aes_key=KEY_TEXT),
        Picture(album.address(encrypted(PNG)), aes_key="short"),
        Picture(album.address(encrypted(PNG)), aes_key="中"),
        Picture(album.address(encrypted(b"<html>no picture</html>")), aes_key=KEY_TEXT),
        Picture(album.address(os.urandom(64)), aes_key=KEY_TEXT),
    ]
    got = await album.take(*bad, good)
    assert [each.file for each in got] == [None] * len(bad) + ["f0"]


async def test_nobody_waits_longer_than_he_must(album: Album) -> None:
    [got] = await album.take(Picture(album.address(encrypted(PNG)), aes_key=KEY_TEXT), patience=0.0)
    assert got.file is None


async def test_a_cry_for_help_goes_on_without_its_picture(album: Album) -> None:
    [got] = await album.take(Picture(album.address(encrypted(PNG)), aes_key=KEY_TEXT), text="仓库着火了")
    assert got.file is None


async def test_ordinary_words_wait_for_theirs(album: Album) -> None:
    [got] = await album.take(Picture(album.address(encrypted(PNG)), aes_key=KEY_TEXT), text="仓库的照片")
    assert got.file


async def in_turn(album: Album, monkeypatch: pytest.MonkeyPatch, *, patience: float = 2.0) -> tuple[list[str], ...]:
    """A slow picture, and what is said while it is fetched: what has gone on before it is there, and afterwards."""
    there = asyncio.Event()

    async def slow(*_: object, **__: object) -> bytes:
        await there.wait()
        return PNG

    monkeypatch.setattr(album.fetch, "get", slow)
    wrapped = Pictures(album.intake, album.files, album.fetch, rest=None, patience=patience)
    picture = Incoming("picture", Via.APP, Kind.MEDIA, UserId("lin"), NOW, pictures=(Picture("https://w.example/1"),))
    words = replace(picture, key="words", kind=Kind.TEXT, text="二楼消防门坏了", pictures=())
    said = [
        picture,
        words,
        replace(words, key="more words"),
        replace(words, key="a cry", text="仓库着火了"),
        replace(words, key="somebody else's", sender=UserId("zhao")),
    ]
    taking = [asyncio.ensure_future(wrapped.take(each)) for each in said]
    await asyncio.wait(taking[:1], timeout=0.001 if patience > 1 else 2.0)
    await asyncio.sleep(0.001)
    before = [each.key for each in album.intake.taken]
    there.set()
    await asyncio.gather(*taking)
    return before, [each.key for each in album.intake.taken[len(before) :]]


async def test_words_come_after_the_picture_that_was_sent_before_them(
    album: Album, monkeypatch: pytest.MonkeyPatch
) -> None:
    others, his = await in_turn(album, monkeypatch)
    assert (others, his) == (["a cry", "somebody else's"], ["picture", "words", "more words"])


async def test_words_wait_for_a_picture_no_longer_than_it_may_take(
    album: Album, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, after = await in_turn(album, monkeypatch, patience=0.01)
    assert sorted(before[2:]) == ["more words", "picture", "words"]
    assert after == []


async def test_more_than_ten_are_not_fetched(album: Album) -> None:
    got = await album.take(*[Picture(album.address(encrypted(PNG)), aes_key=KEY_TEXT) for _ in range(12)])
    assert [each.file is None for each in got] == [False] * 10 + [True] * 2


async def test_a_message_without_pictures_passes_as_it_is(album: Album) -> None:
    assert await album.take() == ()


async def test_a_document_is_kept_whatever_it_is(album: Album) -> None:
    table = b"PK\x03\x04 rows"
    asked = Picture(album.address(encrypted(table)), aes_key=KEY_TEXT)
    wrapped = Pictures(album.intake, album.files, album.fetch, rest=None, patience=2.0)
    message = Incoming("bot:1", Via.BOT, Kind.MEDIA, UserId("lin"), NOW, documents=(asked,))
    assert await wrapped.take(message)
    assert album.intake.taken[-1].documents == (replace(asked, file=FileId("f0")),)
    assert album.files.kept == {"f0": table}


async def test_who_sends_without_end_gets_no_more_and_others_do(album: Album) -> None:
    same = Picture(album.address(encrypted(PNG)), aes_key=KEY_TEXT)
    for _ in range(A_MINUTE // 10):
        assert all(each.file for each in await album.take(*[same] * 10))
    assert [each.file for each in await album.take(same)] == [None]
    assert all(each.file for each in await album.take(same, sender="wang"))


async def test_while_the_database_is_away_the_message_goes_on_without(album: Album) -> None:
    async def away(data: bytes, *, at: object) -> FileId:
        raise ConnectionResetError

    album.files.keep = away  # type: ignore[assignment, method-assign]
    [picture] = await album.take(Picture(album.address(PNG)))
    assert picture.file is None
