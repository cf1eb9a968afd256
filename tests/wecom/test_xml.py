"""Parsing of decrypted messages."""

import pytest
import xmltodict
from hypothesis import given
from hypothesis import strategies as st

from bot.wecom.app.xml import XmlError, parse

from .xml_writer import render


def test_blanks_are_kept_and_repeats_become_lists() -> None:
    document = b"<xml><C><![CDATA[  hi \n]]></C><E/><I><A>1</A><A>2</A><A>3</A></I></xml>"
    assert parse(document) == {"C": "  hi \n", "E": "", "I": {"A": ["1", "2", "3"]}}


def test_text_between_elements_is_no_text() -> None:
    assert parse("<xml> 你 <A>好</A> 啊 </xml>".encode()) == {"A": "好"}


BOMBS = {
    "billion laughs": b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><xml><C>&b;</C></xml>',
    "external entity": b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xml><C>&a;</C></xml>',
    "parameter entity": b'<!DOCTYPE x [<!ENTITY % a "x"> %a;]><xml><C>1</C></xml>',
    "external dtd": b'<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd"><xml><C>1</C></xml>',
    "undefined entity": b"<xml><C>&a;</C></xml>",
    "deep": b"<a>" * 5000 + b"</a>" * 5000,
    "wide": b"<xml>" + b"<a/>" * 5000 + b"</xml>",
    "cut off": b"<xml><C>1</C>",
    "two roots": b"<xml><C>1</C></xml><xml/>",
    "no element": b"hello",
    "bare root": b"<xml/>",
    "utf-16": "<xml><C>1</C></xml>".encode("utf-16"),
    "not utf-8": b"<xml><C>\xff\xfe</C></xml>",
    "nothing": b"",
}


@pytest.mark.parametrize("document", BOMBS.values(), ids=BOMBS)
def test_refused(document: bytes) -> None:
    with pytest.raises(XmlError):
        parse(document)


XML_TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=60)


@given(XML_TEXT)
def test_no_word_escapes_its_cdata(text: str) -> None:
    document = render({"Content": text, "Nested": {"Title": text}, "CreateTime": 7, "Item": [text, text]})
    assert parse(document) == {"Content": text, "Nested": {"Title": text}, "CreateTime": "7", "Item": [text, text]}


@given(st.dictionaries(st.from_regex(r"[A-Z][a-z]{1,5}", fullmatch=True), XML_TEXT, min_size=1))
def test_another_parser_reads_the_same(fields: dict[str, str]) -> None:
    document = render(fields)
    theirs = xmltodict.parse(document, strip_whitespace=False)["xml"]
    assert {name: value or "" for name, value in theirs.items()} == parse(document)


def test_the_end_of_cdata_is_a_word_like_any_other() -> None:
    assert parse(render({"Content": "]]><Evil>1</Evil>"})) == {"Content": "]]><Evil>1</Evil>"}
