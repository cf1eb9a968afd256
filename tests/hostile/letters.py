"""Callbacks made at random: by the grammar of WeCom's own, by spoiling good ones byte by byte, and by strangers."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import Any, Final
from urllib.parse import quote

from bot.wecom.crypto import CallbackKeys, MessageCrypt
from tests.wecom.worlds import CORP, KEYS, OTHER_KEYS, STAMP, envelope

CANARY: Final = "Qw7-canary-Zebra"
SECRETS: Final = (KEYS.token, KEYS.aes_key, CANARY)
ODD: Final = (
    *("", " ", "0", "-1", "9" * 400, "1e999", "NaN", "null", "true", "\r\n", "\t", "\x00", "\x1b[31m", "\u202e"),
    *("\ufeff", "٣", "张三", "👨\u200d👩\u200d👧", "@all", "<@all>", "]]>", "&amp;", "&#0;", "&#xD800;", "&x;", "<a>"),
    *("</xml>", "%00", "{}", "[]", '"', "\\", "\\ud800", "'; --", "../../etc/passwd", "wo" + "A" * 30, "A" * 300),
    *("长" * 3000, "\ud800", CANARY),
)
_TAGS: Final = """
    ToUserName FromUserName CreateTime MsgType Content MsgId AgentID Event EventKey TaskId ChangeType UserID Id
    PicUrl MediaId ResponseCode SelectedItems SelectedItem QuestionKey OptionIds OptionId Encrypt X
"""
TAGS: Final = _TAGS.split()
TYPES: Final = ("text", "event", "image", "voice", "file", "mixed", "stream", "location", "")
EVENTS: Final = ("template_card_event", "enter_agent", "enter_chat", "change_contact", "feedback_event", "")
_MEMBERS: Final = """
    msgid aibotid chatid chattype from userid msgtype text content image url aeskey mixed msg_item quote event
    eventtype template_card_event event_key task_id stream id selected_items selected_item question_key option_ids
    option_id response_url file voice
"""
MEMBERS: Final = _MEMBERS.split()
NOT_XML: Final = re.compile("[\x00-\x08\x0b-\x1f]|]]>")
SPLICES: Final = (
    *(b"\x00", b"\xff\xfe", b"<", b">", b"&", b'"', b"\\", b"=", b"%", b"<Encrypt>", b"</Encrypt>", b"]]>", b"\r\n"),
)


def dice_of(seed: int | str) -> Random:
    return Random(seed)  # noqa: S311 - the same each time


class Kind(StrEnum):
    APP = "app"
    BOT = "bot"


class Hand(StrEnum):
    """Who made it."""

    STRANGER = "stranger"  # he has no key, or another's
    SPOILT = "spoilt"  # a good one, of which bytes were changed on the way
    ODD = "odd"  # by WeCom itself, with anything in it


@dataclass(frozen=True, slots=True)
class Letter:
    """`said`: the message that was sealed in it, with our keys."""

    hand: Hand
    path: str
    body: bytes
    said: bytes = b""


@dataclass(frozen=True, slots=True)
class Sealing:
    """A kind of callback: for whom it is sealed and what is around it."""

    receiver: str
    wrap: Callable[[bytes], bytes]
    text: Callable[[Random], str]
    good: Callable[[Random], str]


def letter(kind: Kind, number: int) -> Letter:
    """The same for the same number, whatever came before."""
    dice, sealing = dice_of(f"{kind}:{number}"), SEALINGS[kind]
    hand = dice.choice(tuple(Hand))
    if hand is Hand.ODD:
        said = sealing.text(dice).encode("utf-8", "replace")
        return Letter(hand, *_sealed(kind, KEYS, sealing, said), said)
    said = sealing.good(dice).encode()
    if hand is Hand.STRANGER:
        keys = dice.choice((OTHER_KEYS, CallbackKeys("guessed", KEYS.aes_key)))
        path, body = _sealed(kind, keys, sealing, said)
        return Letter(hand, *_spoilt(dice, path, body), said)
    path, body = _sealed(kind, KEYS, sealing, said)
    return Letter(hand, *_spoilt(dice, path, body), said)


def _sealed(kind: Kind, keys: CallbackKeys, sealing: Sealing, said: bytes) -> tuple[str, bytes]:
    crypt = CRYPTS[keys.token, keys.aes_key, sealing.receiver]
    sealed = crypt.seal(said, timestamp=str(STAMP), nonce="n0nce")
    path = f"/wecom/{kind}?msg_signature={sealed.signature}&timestamp={STAMP}&nonce=n0nce"
    return path, sealing.wrap(sealed.encrypted)


def _spoilt(dice: Random, path: str, body: bytes) -> tuple[str, bytes]:
    """One to six changes, in the query or in the body, or in nothing at all."""
    for _ in range(dice.randrange(7)):
        if dice.random() < 0.25:
            path = _mutated(dice, path.encode("utf-8", "surrogateescape")).decode("utf-8", "surrogateescape")
        else:
            body = _mutated(dice, body)
    return path, body


def _mutated(dice: Random, data: bytes) -> bytes:
    at, length = dice.randrange(len(data) + 1), dice.choice((1, 1, 2, 16, 200))
    match dice.randrange(6):
        case 0:
            return data[:at] + dice.randbytes(length) + data[at + length :]
        case 1:
            return data[:at] + data[at + length :]
        case 2:
            return data[:at] + data[at : at + length] * dice.choice((2, 3, 50)) + data[at + length :]
        case 3:
            return data[:at]
        case 4:
            return data[:at] + dice.choice(SPLICES) + data[at:]
        case _:
            bit = bytes([data[at] ^ 1 << dice.randrange(8)]) if at < len(data) else b""
            return data[:at] + bit + data[at + 1 :]


def _word(dice: Random) -> str:
    return dice.choice(ODD) if dice.random() < 0.6 else "".join(dice.choices(ODD[:30], k=2))


def _good_xml(dice: Random) -> str:
    return _xml(
        [("FromUserName", "lin.mei"), ("MsgType", "text"), ("Content", CANARY), ("MsgId", str(dice.getrandbits(60)))]
    )


def _xml(fields: Sequence[tuple[str, str]]) -> str:
    return f"<xml>{''.join(f'<{tag}><![CDATA[{text}]]></{tag}>' for tag, text in fields)}</xml>"


def _any_xml(dice: Random) -> str:
    """Mostly well-formed, with a sender and a type, so that the rest of it is looked at."""
    wild = dice.random() < 0.3
    fields = [_node(dice, 0, wild=wild) for _ in range(dice.randrange(12))]
    if dice.random() < 0.8:
        sender = _word(dice) if dice.random() < 0.3 else "Lin.Mei"
        named = ("FromUserName", sender), ("MsgType", dice.choice(TYPES)), ("Event", dice.choice(EVENTS))
        fields += [_leaf(tag, text, wild=wild) for tag, text in named]
    dice.shuffle(fields)
    text = f"<xml>{''.join(fields)}</xml>"
    return text[: dice.randrange(len(text))] if dice.random() < 0.05 else text


def _node(dice: Random, depth: int, *, wild: bool) -> str:
    tag = dice.choice(TAGS)
    if depth < 5 and dice.random() < 0.3:
        return f"<{tag}>{''.join(_node(dice, depth + 1, wild=wild) for _ in range(dice.randrange(4)))}</{tag}>"
    word = _word(dice)
    return f"<{tag}>{word}</{tag}>" if wild and dice.random() < 0.2 else _leaf(tag, word, wild=wild)


def _leaf(tag: str, word: str, *, wild: bool) -> str:
    return f"<{tag}><![CDATA[{word if wild else NOT_XML.sub('', word)}]]></{tag}>"


def _good_json(dice: Random) -> str:
    told = {
        "msgid": f"{dice.getrandbits(60)}",
        "msgtype": "text",
        "text": {"content": CANARY},
        "from": {"userid": "lin"},
    }
    return json.dumps(told)


def _any_json(dice: Random) -> str:
    told = _value(dice, 0, told=True)
    if isinstance(told, dict) and dice.random() < 0.8:
        told |= {"msgid": f"{dice.getrandbits(60)}", "from": {"userid": "lin"}, "msgtype": dice.choice(TYPES)}
    if isinstance(told, dict) and dice.random() < 0.2:
        told |= {"msgid": _word(dice), "from": {"userid": _word(dice)}, "chattype": "group", "chatid": _word(dice)}
    text = json.dumps(told, ensure_ascii=dice.random() < 0.5)
    return text[: dice.randrange(len(text))] if text and dice.random() < 0.05 else text


def _value(dice: Random, depth: int, *, told: bool = False) -> Any:
    kind = 0 if told and dice.random() < 0.95 else dice.randrange(8)
    if depth < 5 and kind < 3:
        return {dice.choice(MEMBERS): _value(dice, depth + 1) for _ in range(dice.randrange(1, 6))}
    if depth < 5 and kind == 3:
        return [_value(dice, depth + 1) for _ in range(dice.randrange(4))]
    odd = (None, True, -1, 2**70, 1e300, float("nan"), dice.choice(TYPES), dice.choice(EVENTS))
    return _word(dice) if kind < 6 else dice.choice(odd)


def _json_envelope(encrypted: bytes) -> bytes:
    return b'{"encrypt":"' + encrypted + b'"}'


SEALINGS: Final = {
    Kind.APP: Sealing(CORP, envelope, _any_xml, _good_xml),
    Kind.BOT: Sealing("", _json_envelope, _any_json, _good_json),
}
CRYPTS: Final = {
    (keys.token, keys.aes_key, sealing.receiver): MessageCrypt([keys], sealing.receiver)
    for keys in (KEYS, OTHER_KEYS, CallbackKeys("guessed", KEYS.aes_key))
    for sealing in SEALINGS.values()
}


def path_of(kind: Kind, signature: str, stamp: str = str(STAMP), nonce: str = "n0nce") -> str:
    return f"/wecom/{kind}?msg_signature={quote(signature)}&timestamp={quote(stamp)}&nonce={quote(nonce)}"
