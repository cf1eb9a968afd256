"""The REST client against a WeCom that misbehaves on request."""

import asyncio
import socket
import time
import traceback
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.shapes.outgoing import Outcome, Verdict
from bot.wecom.api.rest import CallError, Corp, Rest

from .platforms import SECRET, Platform, Ticking, platform, rest_to


@pytest.fixture
async def wecom() -> AsyncIterator[Platform]:
    async with platform() as told:
        yield told


@pytest.fixture
async def rest(wecom: Platform) -> AsyncIterator[Rest]:
    async with rest_to(wecom.base) as rest:
        yield rest


async def failure(rest: Rest, *, path: str = "message/send") -> Outcome:
    with pytest.raises(CallError) as caught:
        await rest.call("app", "POST", path, json={})
    assert SECRET not in "".join(traceback.format_exception(caught.value))
    assert "token-" not in "".join(traceback.format_exception(caught.value))
    return caught.value.outcome


async def test_the_token_goes_in_the_query_and_the_body_is_json(wecom: Platform) -> None:
    wecom.will("tag/get", {"errcode": 0, "tagname": "安全员"})
    async with rest_to(wecom.base) as rest:
        answer = await rest.call("app", "POST", "tag/get", params={"tagid": "1"}, json={"words": "你好"})
    assert answer["tagname"] == "安全员"
    assert wecom.calls[-1].query == {"tagid": "1", "access_token": "token-1"}
    assert wecom.calls[-1].body == '{"words":"你好"}'.encode()


async def test_many_waiters_fetch_one_token(wecom: Platform) -> None:
    async with rest_to(wecom.base) as rest:
        await asyncio.gather(*(rest.call("app", "GET", "user/get") for _ in range(20)))
        await rest.call("contacts", "GET", "user/get")
    assert wecom.paths().count("gettoken") == 2  # one per secret


async def test_a_waiter_who_gives_up_takes_nothing_from_the_others(wecom: Platform) -> None:
    async with rest_to(wecom.base) as rest:
        impatient = asyncio.create_task(rest.call("app", "GET", "user/get"))
        await asyncio.sleep(0)
        patient = asyncio.create_task(rest.call("app", "GET", "user/get"))
        await asyncio.sleep(0)
        impatient.cancel()
        assert (await patient)["errcode"] == 0
    assert wecom.paths().count("gettoken") == 1


async def test_it_hears_what_time_it_is_at_wecom(wecom: Platform) -> None:
    async with rest_to(wecom.base) as rest:
        assert rest.their_time() is None
        await rest.call("app", "GET", "user/get")
        assert abs((rest.their_time() or 0.0) - time.time()) < 5


async def test_a_token_is_renewed_before_it_ends(wecom: Platform) -> None:
    clock = Ticking()
    async with rest_to(wecom.base, monotonic=clock) as rest:
        for passed, fetched in ((0.0, 1), (6899.0, 1), (2.0, 2)):
            clock.now += passed
            await rest.call("app", "GET", "user/get")
            assert wecom.tokens == fetched


@pytest.mark.parametrize("errcode", [40014, 42001, 42007, 42009])
async def test_a_refused_token_is_renewed_once_and_the_call_repeated(wecom: Platform, errcode: int) -> None:
    wecom.will("message/send", {"errcode": errcode})
    async with rest_to(wecom.base) as rest:
        assert (await rest.call("app", "POST", "message/send", json={}))["errcode"] == 0
    assert wecom.paths() == ["gettoken", "message/send"] * 2


async def test_a_second_refusal_is_given_up(wecom: Platform) -> None:
    wecom.will("message/send", *[{"errcode": 42001}] * 9)
    async with rest_to(wecom.base) as rest:
        assert (await failure(rest)).verdict is Verdict.RETRY
    assert wecom.paths() == ["gettoken", "message/send"] * 2


async def test_where_no_token_is_believed_one_is_fetched_now_and_then_and_not_for_each_call(wecom: Platform) -> None:
    """As behind a proxy that keeps its answers, or of an interface that takes no token of this secret."""
    wecom.will("message/send", *[{"errcode": 40014}] * 100)
    wecom.will("gettoken", *[{"errcode": 0, "access_token": "the same", "expires_in": 7200}] * 9)
    clock = Ticking()
    async with rest_to(wecom.base, monotonic=clock) as rest:
        for _ in range(30):
            assert (await failure(rest)).verdict is Verdict.RETRY
        assert wecom.paths().count("gettoken") == 2
        assert wecom.paths().count("message/send") == 31
        clock.now += 30
        assert [(await failure(rest)).verdict for _ in range(5)] == [Verdict.RETRY] * 5
        assert wecom.paths().count("gettoken") == 3


async def test_many_refused_at_once_renew_once(wecom: Platform) -> None:
    wecom.will("message/send", *[{"errcode": 42001}] * 10)
    async with rest_to(wecom.base) as rest:
        await asyncio.gather(*(rest.call("app", "POST", "message/send", json={}) for _ in range(10)))
    assert wecom.paths().count("gettoken") == 2


async def test_a_wrong_secret_is_tried_three_times_and_again_after_a_pause(wecom: Platform) -> None:
    wecom.will("gettoken", *[{"errcode": 40001, "errmsg": f"invalid {SECRET}"}] * 4)
    clock = Ticking()
    async with rest_to(wecom.base, monotonic=clock) as rest:
        for _ in range(10):
            assert (await failure(rest)).verdict is Verdict.MISCONFIGURED
        assert wecom.paths() == ["gettoken"] * 3
        assert rest.misconfigured("app") == Outcome(
            Verdict.MISCONFIGURED, 40001, "40001 corp id or secret wrong", pause=60
        )
        clock.now += 601
        assert rest.misconfigured("app") is None
        await failure(rest)
        await failure(rest)
        assert wecom.paths() == ["gettoken"] * 4
        clock.now += 601
        await rest.call("app", "POST", "message/send", json={})
        assert rest.misconfigured("app") is None


async def test_who_is_asked_to_wait_for_a_token_is_not_asked_again_meanwhile(wecom: Platform) -> None:
    wecom.will("gettoken", {"errcode": 45009})
    clock = Ticking()
    async with rest_to(wecom.base, monotonic=clock) as rest:
        for _ in range(5):
            assert await failure(rest) == Outcome(Verdict.RETRY, 45009, "45009 frequency exceeded", wait=60, pause=60)
        assert wecom.paths() == ["gettoken"]
        assert rest.misconfigured("app") is None  # it passes by itself
        clock.now += 59
        assert (await failure(rest)).pause == 1
        clock.now += 2
        await rest.call("app", "POST", "message/send", json={})


AFTER_SENDING: dict[str, Any] = {
    "reset": "reset",
    "server error": 503,
    "not JSON": b"<html>bad gateway</html>",
    "not UTF-8": b'{"errcode": 0, "errmsg": "\xff"}',
    "nested without end": b"[" * 99_999,
    "cut off": b'{"errcode":0,',
    "not an object": b"[0]",
    "no errcode": b"{}",
    "errcode is no number": b'{"errcode":"0"}',
    "elsewhere": 302,
    "empty": b"",
}


@pytest.mark.parametrize("answer", AFTER_SENDING.values(), ids=AFTER_SENDING)
async def test_after_the_request_was_sent_nobody_knows(wecom: Platform, answer: Any) -> None:
    wecom.will("message/send", answer)
    async with rest_to(wecom.base) as rest:
        assert (await failure(rest)).verdict is Verdict.UNKNOWN
    assert wecom.paths() == ["gettoken", "message/send"]


async def test_too_slow_an_answer_is_unknown(wecom: Platform) -> None:
    wecom.will("message/send", "hang")
    async with rest_to(wecom.base, total_time=0.05) as rest:
        assert (await failure(rest)).verdict is Verdict.UNKNOWN


async def test_nobody_there_means_nothing_happened() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        base = f"http://127.0.0.1:{unused.getsockname()[1]}"
    async with rest_to(base) as rest:
        outcome = await failure(rest)
    assert outcome.verdict is Verdict.RETRY
    assert outcome.wait > 0


@pytest.mark.parametrize("answer", ["reset", 502, b"", b'{"errcode":0}', {"errcode": -1}])
async def test_without_a_token_nothing_was_sent(wecom: Platform, answer: Any) -> None:
    wecom.will("gettoken", answer, answer)  # aiohttp repeats a GET whose connection broke
    async with rest_to(wecom.base) as rest:
        assert (await failure(rest)).verdict is Verdict.RETRY
    assert "message/send" not in wecom.paths()


async def test_an_unknown_path_is_refused(wecom: Platform) -> None:
    wecom.will("message/shout", 404)
    async with rest_to(wecom.base) as rest:
        assert (await failure(rest, path="message/shout")).verdict is Verdict.REFUSED


async def test_a_webhook_needs_no_token(wecom: Platform) -> None:
    wecom.will("webhook/send", {"errcode": 0}, {"errcode": 93000})
    async with rest_to(wecom.base) as rest:
        await rest.post_webhook("KEY-1", {"msgtype": "text"})
        with pytest.raises(CallError, match="93000") as caught:
            await rest.post_webhook("KEY-1", {"msgtype": "text"})
    assert "KEY-1" not in str(caught.value)
    assert [call.query for call in wecom.calls] == [{"key": "KEY-1"}] * 2


def test_secrets_do_not_show() -> None:
    assert SECRET not in repr(Corp("http://wecom", "ww", {"app": SECRET}))


async def test_bytes_are_downloaded_with_a_new_token_where_the_old_one_ended(wecom: Platform, rest: Rest) -> None:
    wecom.will("media/get", {"errcode": 42001, "errmsg": "expired"}, b"\x89PNG")
    asked = {"media_id": "M1"}
    assert await rest.download("app", "media/get", params=asked, most_bytes=100) == b"\x89PNG"
    assert wecom.calls[-1].query == {"media_id": "M1", "access_token": "token-2"}


@pytest.mark.parametrize(
    ("answer", "why"),
    [({"errcode": 40007, "errmsg": "no"}, "40007"), (b"5" * 101, "too big"), (404, "HTTP 404"), (500, "HTTP 500")],
)
async def test_what_is_not_downloaded(wecom: Platform, rest: Rest, answer: object, why: str) -> None:
    wecom.will("media/get", answer)
    with pytest.raises(CallError, match=why):
        await rest.download("app", "media/get", params={}, most_bytes=100)


async def test_bytes_are_uploaded_under_their_name(wecom: Platform, rest: Rest) -> None:
    wecom.will("media/upload", {"errcode": 0, "media_id": "M1"})
    answer = await rest.upload("app", "media/upload", params={"type": "file"}, name="报表.xlsx", data=b"12345")
    assert answer["media_id"] == "M1"
    assert wecom.calls[-1].query["type"] == "file"
    assert b'name="media"; filename="\xe6\x8a\xa5\xe8\xa1\xa8.xlsx"' in wecom.calls[-1].body
    await rest.upload_webhook("KEY", "file", name="a", data=b"12345")
    assert wecom.calls[-1].query == {"key": "KEY", "type": "file"}


async def test_an_upload_that_nobody_answered_may_be_done_again(wecom: Platform, rest: Rest) -> None:
    wecom.will("media/upload", "reset")
    with pytest.raises(CallError) as caught:
        await rest.upload("app", "media/upload", params={}, name="a", data=b"12345")
    assert caught.value.outcome.verdict is Verdict.RETRY
