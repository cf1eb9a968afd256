"""What the app's own calls tell of WeCom."""

from bot.domain.upkeep.platform import Oddity, OddityKind
from bot.wecom.api.heard import Heard
from bot.wecom.api.platform import RANGE, AppPlatform
from sandbox.credentials import AGENT_ID

from .sandboxed import sandboxed


def test_the_last_answer_of_an_interface_counts_and_each_oddity_once() -> None:
    heard = Heard()
    heard.note("tag/get", {"errcode": 0, "errmsg": "ok"})
    heard.note("tag/get", {"errcode": 48002, "errmsg": "api forbidden"})
    heard.note("tag/get", {"errcode": 60011, "errmsg": "of this tag alone"})
    heard.note("message/send", {"errcode": 987654})
    heard.note("message/send", {"errcode": 987654})
    heard.note("user/get", {"errcode": 0, "errmsg": "ok, this api is deprecated"})
    odd = (Oddity(OddityKind.CODE, "message/send", 987654), Oddity(OddityKind.WARNING, "user/get"))
    assert heard.take() == ({"tag/get": 48002, "user/get": 0}, odd)
    assert heard.take() == ({}, ())


async def test_the_sandboxs_wecom_is_looked_at() -> None:
    async with sandboxed() as sandbox, sandbox.rest() as rest:
        noticed = await AppPlatform(rest, AGENT_ID).look()
    assert {"agent/get", "tag/list", "department/simplelist"} <= noticed.doors.keys()
    assert set(noticed.doors.values()) == {0}
    assert RANGE in noticed.seen
    assert noticed.odd == ()
