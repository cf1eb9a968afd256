"""What goes along with a notice is told by its bytes; a webhook shows no large picture."""

import pytest

from bot.domain.groups.group import Group
from bot.domain.notices.audience import Audience
from bot.domain.notices.enclosing import AS_A_FILE, MOST_BYTES, enclosure_of, ending_of, is_table, shown_as_file
from bot.domain.notices.notice import Draft, Enclosure
from bot.errors import Code, UserError
from bot.identifiers import ChatId, FileId, GroupId

FILE = FileId("f" * 64)
JPEG = b"\xff\xd8\xff\xe0 a picture"
HOOK, APP = Group(GroupId("1"), "一", webhook="key"), Group(GroupId("2"), "二", webhook="key", app_chat=ChatId("c"))


@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (JPEG, "jpg"),
        (b"\x89PNG\r\n\x1a\n...", "png"),
        (b"%PDF-1.7", "pdf"),
        (b"PK\x03\x04 word/document.xml", "docx"),
        (b"PK\x03\x04 xl/workbook.xml", "xlsx"),
        (b"PK\x03\x04 ppt/slides", "pptx"),
        (b"PK\x03\x04 anything", None),
        (b"GIF89a", None),
        (b"MZ a program", None),
        (b"", None),
    ],
)
def test_by_its_bytes(data: bytes, ending: str | None) -> None:
    assert ending_of(data) == ending
    assert is_table(data) is (ending == "xlsx")


@pytest.mark.parametrize(
    ("draft", "name"),
    [
        (Draft("周三停电", Audience()), "周三停电.jpg"),
        (Draft("周三停电", Audience(), title="停电/通知"), "停电 通知.jpg"),
        (Draft("字" * 30, Audience()), f"{'字' * 20}.jpg"),
        (Draft("...", Audience()), "公告.jpg"),
    ],
)
def test_it_is_called_like_the_notice(draft: Draft, name: str) -> None:
    assert enclosure_of(JPEG, FILE, draft) == Enclosure(FILE, name, is_picture=True)


def test_a_document_is_no_picture() -> None:
    assert not enclosure_of(b"%PDF-1.7", FILE, Draft("停电", Audience())).is_picture


@pytest.mark.parametrize(
    ("data", "code"), [(b"MZ", Code.UNSUPPORTED), (JPEG + bytes(MOST_BYTES), Code.LIMIT)], ids=["kind", "size"]
)
def test_what_does_not_go_along(data: bytes, code: Code) -> None:
    with pytest.raises(UserError) as refused:
        enclosure_of(data, FILE, Draft("停电", Audience()))
    assert refused.value.code is code


def test_a_webhook_shows_no_large_picture() -> None:
    picture, document = Enclosure(FILE, "图.jpg", is_picture=True), Enclosure(FILE, "表.pdf", is_picture=False)
    assert shown_as_file(picture, AS_A_FILE, (HOOK, APP)) == ()
    assert shown_as_file(picture, AS_A_FILE + 1, (HOOK, APP)) == (HOOK,)
    assert shown_as_file(document, AS_A_FILE + 1, (HOOK, APP)) == ()
