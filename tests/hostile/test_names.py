"""Names of files that somebody chose: none is a path, a second header, or hides how it ends."""

import itertools
import re

import pytest

from bot.domain.wording import file_name
from bot.identifiers import FileId
from bot.shapes.outgoing import Attachment, Media
from bot.wecom.aibot.media import _announcement
from bot.wecom.app.incoming import incoming
from bot.wecom.app.xml import parse
from bot.wecom.texts import NAMELESS
from tests.wecom.platforms import platform, rest_to
from tests.wecom.worlds import NOW

from .letters import NOT_XML

ROOTS = ("../", "..\\", "/", "\\\\host\\", "C:\\", "./", "....//", "%2e%2e/", "~/", "file:///")
LEAVES = ("etc/passwd", "x\x00.png", 'a"; name="b', "a\r\nX-Evil: 1", "fdp\u202egnp.exe")
NAMES = [root + leaf for root, leaf in itertools.product(ROOTS, LEAVES)]
NAMES += ["", ".", "..", "/", " . ", "\x00", "長" * 5000, "a\u2028b", "<script>", "a|b*c?", "\ud800"]
BAD = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f-\x9f\u2028-\u202e\ud800-\udfff]|^[ .]|[ .]$')


def test_what_is_left_of_it_is_a_name() -> None:
    assert len(NAMES) > 50
    for name in NAMES:
        assert not BAD.search(file_name(name)), name
    assert file_name("预案 2026（试行）.v2.pdf") == "预案 2026（试行）.v2.pdf"


async def test_an_upload_has_one_name_and_no_header_more() -> None:
    async with platform() as told, rest_to(told.base) as rest:
        for name in NAMES[:10] + NAMES[-11:]:
            await rest.upload_webhook("key", Media.FILE, name=name, data=b"x")
            head = told.calls[-1].body.partition(b"\r\n\r\n")[0].decode()
            kept = file_name(name) or NAMELESS
            assert sorted(line.partition(":")[0] for line in head.splitlines()[1:]) == [
                "Content-Disposition",
                "Content-Type",
            ]
            assert f'name="media"; filename="{kept}"' in head


@pytest.mark.parametrize("name", ["../a\r\nb", "\x00"])
def test_what_the_ai_bot_announces_is_a_name_too(name: str) -> None:
    attachment = Attachment(Media.FILE, FileId("f"), name, plain="")
    assert _announcement(attachment, b"x", 1)["filename"] == (file_name(name) or NAMELESS)


def test_the_name_that_a_sender_gave_goes_nowhere() -> None:
    """What is sent is kept by the digest of its bytes."""
    for name in NAMES[:50]:
        word = NOT_XML.sub("", name)
        xml = f"<FromUserName>lin</FromUserName><MsgType>file</MsgType><FileName><![CDATA[{word}]]></FileName>"
        heard = incoming(parse(f"<xml>{xml}</xml>".encode()), at=NOW)
        assert word not in str(heard)
        assert (heard.documents, heard.pictures) == ((), ())
