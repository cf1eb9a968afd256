"""What goes to a group by its webhook."""

import json
from collections.abc import AsyncIterator

import pytest

from bot.identifiers import FileId, GroupId, TaskId, UserId
from bot.shapes.outgoing import (
    Attachment,
    Button,
    Card,
    Content,
    Markdown,
    Media,
    Outcome,
    Parcel,
    Text,
    ToGroup,
    ToPerson,
    Verdict,
)
from bot.wecom.groups.webhook import WebhookChannel

from .platforms import Platform, platform, rest_to
from .worlds import MemoryFiles

SMALL, LARGE, MIDDLE = FileId("f0"), FileId("f1"), FileId("f2")
FILES = MemoryFiles({SMALL: b"12345", LARGE: bytes(2 * 1024 * 1024 + 1), MIDDLE: bytes(2 * 1024 * 1024)})


@pytest.fixture
async def wecom() -> AsyncIterator[Platform]:
    async with platform() as told:
        yield told


@pytest.fixture
async def webhook(wecom: Platform) -> AsyncIterator[WebhookChannel]:
    async with rest_to(wecom.base) as rest:
        yield WebhookChannel(rest, FILES)


def parcel(content: Content, *, key: str | None = "KEY-1") -> Parcel:
    return Parcel(7, ToGroup(GroupId("projecta")), content, webhook=key)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (Text("<@all> 好"), {"msgtype": "text", "text": {"content": "＜@all＞ 好"}}),
        (Markdown("**好**", plain="好"), {"msgtype": "markdown", "markdown": {"content": "**好**"}}),
    ],
)
async def test_words(wecom: Platform, webhook: WebhookChannel, content: Content, said: object) -> None:
    assert await webhook.send(parcel(content)) == Outcome(Verdict.DONE)
    assert (wecom.calls[0].query, json.loads(wecom.calls[0].body)) == ({"key": "KEY-1"}, said)


async def test_cards_only_tell(wecom: Platform, webhook: WebhookChannel) -> None:
    assert (await webhook.send(parcel(Card("已整改", plain="已整改")))).verdict is Verdict.DONE
    asks = Card("?", plain="?", buttons=(Button("好", "y"),), task_id=TaskId("t"))
    refused = await webhook.send(parcel(asks))
    assert (refused.verdict, refused.form) == (Verdict.REFUSED, True)
    assert len(wecom.calls) == 1


async def test_limits(wecom: Platform, webhook: WebhookChannel) -> None:
    await webhook.send(parcel(Text("字" * 5000)))
    await webhook.send(parcel(Markdown("字" * 5000, plain="")))
    sizes = [
        len(json.loads(call.body)[kind]["content"].encode())
        for call, kind in zip(wecom.calls, ("text", "markdown"), strict=True)
    ]
    assert sizes == [2046, 4095]


async def test_a_removed_key_closes_nothing_for_the_others(wecom: Platform, webhook: WebhookChannel) -> None:
    wecom.will("webhook/send", {"errcode": 93000}, {"errcode": 45009})
    assert (await webhook.send(parcel(Text("好")))).verdict is Verdict.REFUSED
    assert (await webhook.send(parcel(Text("好")))).wait == 60
    assert webhook.open()


async def test_it_reaches_nothing_but_its_group(wecom: Platform, webhook: WebhookChannel) -> None:
    assert (await webhook.send(parcel(Text("好"), key=None))).verdict is Verdict.REFUSED
    person = Parcel(7, ToPerson(UserId("lin.mei")), Text("好"), webhook="KEY-1")
    assert (await webhook.send(person)).verdict is Verdict.REFUSED
    assert wecom.calls == []


async def test_a_large_picture_goes_within_the_message_too(wecom: Platform, webhook: WebhookChannel) -> None:
    assert (await webhook.send(parcel(Attachment(Media.IMAGE, MIDDLE, "图.png", plain="图")))).verdict is Verdict.DONE
    assert json.loads(wecom.calls[0].body)["msgtype"] == "image"


async def test_a_picture_goes_within_the_message(wecom: Platform, webhook: WebhookChannel) -> None:
    await webhook.send(parcel(Attachment(Media.IMAGE, SMALL, "图.png", plain="图")))
    told = {"base64": "MTIzNDU=", "md5": "827ccb0eea8a706c4c34a16891f84e7b"}
    assert json.loads(wecom.calls[0].body) == {"msgtype": "image", "image": told}


@pytest.mark.parametrize(
    ("media", "file", "kind"),
    [(Media.FILE, SMALL, "file"), (Media.IMAGE, LARGE, "file"), (Media.VOICE, SMALL, "voice")],
)
async def test_others_are_uploaded_for_this_webhook(
    wecom: Platform, webhook: WebhookChannel, media: Media, file: FileId, kind: str
) -> None:
    wecom.will("webhook/upload_media", {"errcode": 0, "media_id": "M1"})
    await webhook.send(parcel(Attachment(media, file, "周报.xlsx", plain="周报")))
    uploaded, sent = wecom.calls
    assert uploaded.query == {"key": "KEY-1", "type": kind}
    assert json.loads(sent.body) == {"msgtype": kind, kind: {"media_id": "M1"}}
