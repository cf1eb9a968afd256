"""Ids, secrets and keys of the sandbox's corp: made up, but the same for the same company and port, so that a bot's
configuration outlives a restart of the sandbox."""

import base64
import hashlib
import string
import uuid
from dataclasses import dataclass

from sandbox.company import Company

AGENT_ID = 1000017
ALPHABET = string.ascii_letters + string.digits


@dataclass(frozen=True, slots=True)
class Credentials:
    """All that a foreign client needs. By room id: `chat_ids` are the bot's ids, `webhooks` the keys,
    `appchats` the app's own ids of the rooms that it made."""

    corp_id: str
    app_secret: str
    contacts_secret: str
    bot_id: str
    bot_secret: str
    token: str
    encoding_aes_key: str
    webhooks: dict[str, str]
    chat_ids: dict[str, str]
    appchats: dict[str, str]
    agent_id: int = AGENT_ID


def derive(company: Company, port: int) -> Credentials:
    """From the corp's name and the port."""
    seed = f"{company.name}:{port}"
    rooms = [room.id for room in company.rooms if not room.is_customer_group]
    return Credentials(
        corp_id="ww" + _digest(seed, "corp").hex()[:16],
        app_secret=_letters(seed, "app", 43),
        contacts_secret=_letters(seed, "contacts", 43),
        bot_id="aib" + _letters(seed, "bot", 29),
        bot_secret=_letters(seed, "bot secret", 43),
        token=_letters(seed, "token", 24),
        encoding_aes_key=_letters(seed, "aes", 42) + "A",  # the last character may carry no stray bits
        webhooks={room: str(uuid.UUID(bytes=_digest(seed, f"webhook {room}")[:16], version=4)) for room in rooms},
        chat_ids={room: "wr" + _letters(seed, f"chat {room}", 30) for room in rooms},
        appchats={room.id: "wr" + _letters(seed, f"appchat {room.id}", 30) for room in company.rooms if room.is_apps},
    )


def _digest(seed: str, what: str) -> bytes:
    return hashlib.sha512(f"{seed}:{what}".encode()).digest()


def _letters(seed: str, what: str, count: int) -> str:
    text = base64.b64encode(_digest(seed, what)).decode()
    return "".join(character if character in ALPHABET else "x" for character in text)[:count]
