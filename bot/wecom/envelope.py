"""What stands around an encrypted message: read without a parser, because nobody has vouched for it yet (D-90238)."""

from typing import Final
from urllib.parse import unquote

from bot.patterns import regex

# Every run is bounded by the next `<`, so this is linear in the body, which is at most 64 KiB.
ENCRYPT: Final = regex(rb"<Encrypt>\s*(?:<!\[CDATA\[)?([A-Za-z0-9+/=]+)(?:\]\]>)?\s*</Encrypt>")

MEMBER: Final = regex(rb'"encrypt"\s*:\s*"([A-Za-z0-9+/=\\]+)"')  # bounded by the next quotation mark
ESCAPE: Final = regex(rb"\\(?:(/)|u00([0-9A-Fa-f]{2}))")  # some writers of JSON escape `/` or `=`


def encrypted_part(body: bytes) -> bytes | None:
    """The base64 text of `Encrypt` in the outer XML, or None."""
    found = ENCRYPT.search(body)
    return found[1] if found else None


def encrypted_member(body: bytes) -> bytes | None:
    """The base64 text of `encrypt` in the outer JSON (D-101033), or None."""
    found = MEMBER.search(body)
    return ESCAPE.sub(lambda each: each[1] or bytes.fromhex(each[2].decode()), found[1]) if found else None


def query_of(raw_path: str) -> dict[str, str]:
    """The query of a request line. A `+` stays a `+`: echostr is base64, and not every sender escapes it."""
    pairs = (part.partition("=") for part in raw_path.partition("?")[2].split("&"))
    return {name: unquote(value) if "%" in value else value for name, _, value in pairs}
