"""What media look like in messages, and how long an upload is good for."""

from dataclasses import replace

import pytest

from bot.identifiers import FileId, UserId
from bot.shapes.outgoing import Attachment, Media, Parcel, Text, ToPerson
from bot.wecom.api.media import LIFETIME, AppMedia, by_media_id, bytes_of, image
from bot.wecom.api.rest import CallError

from .platforms import Ticking, platform, rest_to
from .worlds import MemoryFiles

FILES = MemoryFiles({FileId("f0"): b"12345"})
SHOT = Attachment(Media.IMAGE, FileId("f0"), "现场.png", plain="现场照片")


def test_shapes() -> None:
    assert by_media_id(replace(SHOT, media_id="M1")) == {"msgtype": "image", "image": {"media_id": "M1"}}
    assert image(b"12345") == {"base64": "MTIzNDU=", "md5": "827ccb0eea8a706c4c34a16891f84e7b"}


async def test_an_upload_is_used_until_wecom_may_have_forgotten_it() -> None:
    async with platform() as told, rest_to(told.base) as rest:
        clock = Ticking()
        media = AppMedia(rest, FILES, monotonic=clock)
        told.will("media/upload", *({"errcode": 0, "media_id": f"M{number}"} for number in range(3)))
        parcel = Parcel(1, ToPerson(UserId("lin")), SHOT)

        async def media_id(shot: Attachment) -> str | None:
            content = (await media.uploaded(replace(parcel, content=shot))).content
            assert isinstance(content, Attachment)
            return content.media_id

        assert [await media_id(SHOT), await media_id(SHOT)] == ["M0", "M0"]
        assert await media_id(replace(SHOT, name="another.png")) == "M1"
        clock.now += LIFETIME
        assert await media_id(SHOT) == "M2"
        assert await media.uploaded(replace(parcel, content=Text("好"))) == replace(parcel, content=Text("好"))


async def test_what_is_gone() -> None:
    with pytest.raises(CallError):
        await bytes_of(SHOT, MemoryFiles())
