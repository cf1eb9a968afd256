"""What the app sends, as bytes on the wire."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest

from bot.identifiers import ChatId, FileId, GroupId, TaskId, UserId
from bot.shapes.incoming import Via
from bot.shapes.outgoing import (
    Address,
    Attachment,
    Button,
    Card,
    Content,
    Markdown,
    Media,
    Outcome,
    Parcel,
    Text,
    ToAsker,
    ToCard,
    ToGroup,
    ToPeople,
    ToPerson,
    Verdict,
)
from bot.wecom.api.media import AppMedia
from bot.wecom.api.rest import Rest
from bot.wecom.app.channel import AppChannel

from .platforms import Platform, Ticking, platform, rest_to
from .worlds import MemoryFiles

LIN = UserId("lin.mei")
ASK = Card("同意吗？", plain="同意吗？", buttons=(Button("同意", "yes"),), task_id=TaskId("leave-0042"))
TOLD = Card("已同意", plain="已同意", task_id=TaskId("leave-0042"))


FILES = MemoryFiles({FileId("f0"): b"12345"})


def app_channel(rest: Rest) -> AppChannel:
    return AppChannel(rest, agent_id=1000017, media=AppMedia(rest, FILES, monotonic=Ticking()))


@pytest.fixture
async def wecom() -> AsyncIterator[Platform]:
    async with platform() as told:
        yield told


@pytest.fixture
async def app(wecom: Platform) -> AsyncIterator[AppChannel]:
    async with rest_to(wecom.base) as rest:
        yield app_channel(rest)


def parcel(content: Content, address: Address | None = None, **fields: Any) -> Parcel:
    return Parcel(7, address or ToPerson(LIN), content, **fields)


def to_card(handle: str | None = "RC1") -> ToCard:
    return ToCard(Via.APP, LIN, TaskId("leave-0042"), handle=handle)


def sent(wecom: Platform) -> list[tuple[str, dict[str, Any]]]:
    return [(call.path, json.loads(call.body)) for call in wecom.calls if call.path != "gettoken"]


async def test_words(wecom: Platform, app: AppChannel) -> None:
    wecom.will("message/send", {"errcode": 0, "msgid": "msg-1", "invaliduser": ""})
    assert await app.send(parcel(Text("用法：/请假 <类型>"))) == Outcome(Verdict.DONE, receipt={"msgid": "msg-1"})
    text = {"content": "用法：/请假 ＜类型＞"}
    assert sent(wecom) == [("message/send", {"touser": "lin.mei", "agentid": 1000017, "msgtype": "text", "text": text})]


async def test_the_asker_in_private_is_a_person(wecom: Platform, app: AppChannel) -> None:
    await app.send(parcel(Markdown("**好**", plain="好"), ToAsker(Via.APP, LIN)))
    assert sent(wecom)[0][1]["markdown"] == {"content": "**好**"}


@pytest.mark.parametrize(
    "address",
    [
        ToGroup(GroupId("projecta")),
        ToAsker(Via.APP, LIN, chat=ChatId("wr1")),
        ToPerson(UserId("@all")),
        ToPerson(UserId("a|b")),
        ToPerson(UserId("")),
    ],
)
async def test_nobody_else_is_reached(wecom: Platform, app: AppChannel, address: Address) -> None:
    assert (await app.send(parcel(Text("好"), address))).verdict is Verdict.REFUSED
    assert wecom.calls == []


async def test_the_same_parcel_is_the_same_bytes(wecom: Platform, app: AppChannel) -> None:
    for _ in range(2):
        await app.send(parcel(ASK, check_duplicates=True))
    first, second = (call.body for call in wecom.calls if call.path == "message/send")
    assert first == second
    assert b'"enable_duplicate_check":1,"duplicate_check_interval":1800' in first


async def test_long_words_are_cut_between_characters(wecom: Platform, app: AppChannel) -> None:
    await app.send(parcel(Text("字" * 1000)))
    content = sent(wecom)[0][1]["text"]["content"]
    assert content == "字" * 681 + "…"
    assert len(content.encode()) <= 2048


async def test_a_card_brings_a_response_code(wecom: Platform, app: AppChannel) -> None:
    wecom.will("message/send", {"errcode": 0, "msgid": "msg-1", "response_code": "RC9"})
    assert (await app.send(parcel(ASK))).receipt == {"msgid": "msg-1", "response_code": "RC9"}
    assert sent(wecom)[0][1]["template_card"]["task_id"] == "leave-0042"


async def test_a_pressed_card_gets_a_new_face(wecom: Platform, app: AppChannel) -> None:
    assert await app.send(parcel(TOLD, to_card())) == Outcome(Verdict.DONE)
    [(path, body)] = sent(wecom)
    assert (path, body["userids"], body["response_code"]) == ("message/update_template_card", ["lin.mei"], "RC1")
    assert body["template_card"]["main_title"] == {"title": "已同意"}


async def test_or_only_words_on_its_button(wecom: Platform, app: AppChannel) -> None:
    await app.send(parcel(Text("已同意"), to_card()))
    assert sent(wecom)[0][1]["button"] == {"replace_name": "已同意"}


@pytest.mark.parametrize("answer", [{"errcode": 40058}, {"errcode": 42022}, {"errcode": 0, "invaliduser": ["lin.mei"]}])
async def test_when_its_code_is_spent_the_card_comes_anew(
    wecom: Platform, app: AppChannel, answer: dict[str, Any]
) -> None:
    wecom.will("message/update_template_card", answer)
    assert (await app.send(parcel(ASK, to_card()))).verdict is Verdict.DONE
    assert [path for path, _ in sent(wecom)] == ["message/update_template_card", "message/send"]
    assert sent(wecom)[-1][1]["template_card"]["task_id"] == "leave-0042@@7"  # the old id may not be used again


async def test_without_a_code_too(wecom: Platform, app: AppChannel) -> None:
    await app.send(parcel(TOLD, to_card(handle=None)))
    [(path, body)] = sent(wecom)
    assert path == "message/send"
    assert "task_id" not in body["template_card"]


@pytest.mark.parametrize("answer", [{"errcode": 45009}, {"errcode": 60020}, 500])
async def test_but_not_when_the_update_may_still_pass(wecom: Platform, app: AppChannel, answer: Any) -> None:
    wecom.will("message/update_template_card", answer)
    outcome = await app.send(parcel(TOLD, to_card()))
    assert outcome.verdict in (Verdict.RETRY, Verdict.MISCONFIGURED, Verdict.UNKNOWN)
    assert len(sent(wecom)) == 1


@pytest.mark.parametrize(("repeated", "paths"), [(True, 2), (False, 3)])
async def test_a_code_that_a_lost_attempt_may_have_used(
    wecom: Platform, app: AppChannel, *, repeated: bool, paths: int
) -> None:
    wecom.will("message/update_template_card", {"errcode": 45033}, {"errcode": 40058})
    await app.send(parcel(TOLD, to_card(), repeated=repeated))  # put off: it used nothing, and cures no doubt
    assert (await app.send(parcel(TOLD, to_card(), repeated=repeated))).verdict is Verdict.DONE
    assert len(sent(wecom)) == paths  # without a doubt the card comes anew


async def test_many_in_one_call_of_whom_some_got_nothing(wecom: Platform, app: AppChannel) -> None:
    """The ids come back in lower case, and an id that can't be one is never sent."""
    wecom.will("message/send", {"errcode": 0, "msgid": "m", "invaliduser": "ben", "unlicenseduser": "cat"})
    people = ToPeople(tuple(map(UserId, ("lin.mei", "Ben", "cat", "@all"))))
    card = Card(title="公告", plain="公告", buttons=(Button("已阅", "read"),), task_id=TaskId("gg-1"), shared=True)
    outcome = await app.send(parcel(card, people))
    assert outcome.missed == {"Ben", "cat", "@all"}
    assert (outcome.verdict, outcome.receipt) == (Verdict.DONE, {"msgid": "m"})
    [(_, body)] = sent(wecom)
    assert (body["touser"], body["template_card"]["task_id"]) == ("lin.mei|Ben|cat", "gg-1@@7")


@pytest.mark.parametrize("field", ["invaliduser", "unlicenseduser"])
async def test_ok_without_a_receiver_is_no_delivery(wecom: Platform, app: AppChannel, field: str) -> None:
    wecom.will("message/send", {"errcode": 0, "msgid": "m", field: "lin.mei"})
    assert (await app.send(parcel(Text("好")))).verdict is Verdict.REFUSED


async def test_refusals_say_whether_words_may_pass(wecom: Platform, app: AppChannel) -> None:
    wecom.will("message/send", {"errcode": 43012}, {"errcode": 81013})
    outcomes = [await app.send(parcel(ASK)) for _ in range(2)]
    assert [(outcome.verdict, outcome.form) for outcome in outcomes] == [
        (Verdict.REFUSED, True),
        (Verdict.REFUSED, False),
    ]


async def test_it_is_closed_while_its_secret_is_known_to_be_wrong(wecom: Platform) -> None:
    wecom.will("gettoken", *[{"errcode": 40001}] * 3)
    clock = Ticking()
    async with rest_to(wecom.base, monotonic=clock) as rest:
        app = app_channel(rest)
        for opened in (True, True, True, False):
            assert app.open() is opened
            assert (await app.send(replace(parcel(Text("好"))))).verdict is Verdict.MISCONFIGURED
        clock.now += 600
        assert app.open()


SHOT = Attachment(Media.IMAGE, FileId("f0"), "现场.png", plain="现场照片一张")


async def test_a_picture_is_uploaded_once_and_sent_to_many(wecom: Platform, app: AppChannel) -> None:
    wecom.will("media/upload", {"errcode": 0, "media_id": "M1"})
    for user in ("lin.mei", "chen_hao"):
        assert (await app.send(parcel(SHOT, ToPerson(UserId(user))))).verdict is Verdict.DONE
    assert wecom.paths() == ["gettoken", "media/upload", "message/send", "message/send"]
    sent = json.loads(wecom.calls[-1].body)
    assert (sent["msgtype"], sent["image"]) == ("image", {"media_id": "M1"})


@pytest.mark.parametrize(
    ("answer", "verdict", "form"),
    [
        ({"errcode": 45001, "errmsg": "too big"}, Verdict.REFUSED, True),
        ("reset", Verdict.RETRY, False),  # nobody has seen anything yet
    ],
)
async def test_what_is_not_uploaded_is_not_sent(
    wecom: Platform, app: AppChannel, answer: object, verdict: Verdict, *, form: bool
) -> None:
    wecom.will("media/upload", answer)
    outcome = await app.send(parcel(SHOT))
    assert (outcome.verdict, outcome.form) == (verdict, form)
    assert "message/send" not in wecom.paths()


async def test_an_upload_too_often_says_nothing_of_words(wecom: Platform, app: AppChannel) -> None:
    wecom.will("media/upload", {"errcode": 45009})
    for _ in range(2):
        outcome = await app.send(parcel(SHOT))
        assert (outcome.verdict, outcome.wait > 59, outcome.pause) == (Verdict.RETRY, True, 0.0)
    assert (await app.send(parcel(Text("好")))).verdict is Verdict.DONE
    assert wecom.paths() == ["gettoken", "media/upload", "message/send"]


async def test_words_too_often_are_told_once_how_long_it_lasts(wecom: Platform, app: AppChannel) -> None:
    wecom.will("message/send", {"errcode": 45009})
    assert [(await app.send(parcel(Text("好")))).pause for _ in range(2)] == [60.0, 0.0]
    assert wecom.paths() == ["gettoken", "message/send"]


async def test_an_upload_from_an_address_that_is_not_trusted_shuts_the_app(wecom: Platform, app: AppChannel) -> None:
    wecom.will("media/upload", {"errcode": 60020})
    outcome = await app.send(parcel(SHOT))
    assert (outcome.verdict, outcome.pause) == (Verdict.MISCONFIGURED, 60.0)


async def test_what_is_not_kept_any_more_goes_out_as_words(app: AppChannel) -> None:
    outcome = await app.send(parcel(replace(SHOT, file=FileId("gone"))))
    assert (outcome.verdict, outcome.form) == (Verdict.REFUSED, True)
