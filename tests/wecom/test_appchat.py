"""What goes to a group that the app made."""

import json
from collections.abc import AsyncIterator

import pytest

from bot.identifiers import ChatId, FileId, GroupId, UserId
from bot.shapes.outgoing import (
    Address,
    Attachment,
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
from bot.wecom.api.media import AppMedia
from bot.wecom.groups.appchat import AppChatChannel

from .platforms import Platform, Ticking, platform, rest_to
from .worlds import MemoryFiles

FILES = MemoryFiles({FileId("f0"): b"12345"})
SITE = ToGroup(GroupId("site"))


@pytest.fixture
async def wecom() -> AsyncIterator[Platform]:
    async with platform() as told:
        yield told


@pytest.fixture
async def appchat(wecom: Platform) -> AsyncIterator[AppChatChannel]:
    async with rest_to(wecom.base) as rest:
        yield AppChatChannel(rest, media=AppMedia(rest, FILES, monotonic=Ticking()))


def parcel(content: Content, *, address: Address = SITE, chat: str | None = "siteA") -> Parcel:
    return Parcel(7, address, content, chat=ChatId(chat) if chat else None)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (Text("<@all> 好"), {"msgtype": "text", "text": {"content": "＜@all＞ 好"}}),
        (Markdown("**好**", plain="好"), {"msgtype": "markdown", "markdown": {"content": "**好**"}}),
    ],
)
async def test_words(wecom: Platform, appchat: AppChatChannel, content: Content, said: dict[str, object]) -> None:
    assert await appchat.send(parcel(content)) == Outcome(Verdict.DONE)
    assert wecom.paths() == ["gettoken", "appchat/send"]
    assert json.loads(wecom.calls[1].body) == {"chatid": "siteA"} | said


async def test_cards_pass_as_words_only(wecom: Platform, appchat: AppChatChannel) -> None:
    outcome = await appchat.send(parcel(Card("已整改", plain="已整改")))
    assert (outcome.verdict, outcome.form, wecom.calls) == (Verdict.REFUSED, True, [])


async def test_only_groups_of_its_own(appchat: AppChatChannel) -> None:
    for other in (parcel(Text("好"), chat=None), parcel(Text("好"), address=ToPerson(UserId("lin")))):
        assert (await appchat.send(other)).verdict is Verdict.REFUSED


@pytest.mark.parametrize(
    ("errcode", "verdict"),
    [(86008, Verdict.REFUSED), (86299, Verdict.REFUSED), (48002, Verdict.REFUSED), (60020, Verdict.MISCONFIGURED)],
)
async def test_where_the_app_may_not_the_next_channel_may(
    wecom: Platform, appchat: AppChatChannel, errcode: int, verdict: Verdict
) -> None:
    wecom.will("appchat/send", {"errcode": errcode, "errmsg": "no"})
    assert (await appchat.send(parcel(Text("好")))).verdict is verdict


async def test_a_lost_answer_is_unknown(wecom: Platform, appchat: AppChatChannel) -> None:
    wecom.will("appchat/send", "reset")
    assert (await appchat.send(parcel(Text("好")))).verdict is Verdict.UNKNOWN


async def test_a_file_is_uploaded_and_then_sent(wecom: Platform, appchat: AppChatChannel) -> None:
    wecom.will("media/upload", {"errcode": 0, "media_id": "M1"})
    report = Attachment(Media.FILE, FileId("f0"), "周报.xlsx", plain="周报")
    assert (await appchat.send(parcel(report))).verdict is Verdict.DONE
    assert wecom.paths() == ["gettoken", "media/upload", "appchat/send"]
    assert json.loads(wecom.calls[-1].body) == {"chatid": "siteA", "msgtype": "file", "file": {"media_id": "M1"}}
