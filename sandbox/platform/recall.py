"""message/recall (D-94867): takes back a message of this app, for 24 hours."""

from sandbox.cardbook import Reader
from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.platform.endpoint import Call

WINDOW = 86400.0


async def recall(call: Call) -> Json:
    """40058 for a message that is unknown, another app's, or too old."""
    world = call.world
    call.require("app")
    message = world.ledger.messages.get(str(call.body.get("msgid") or ""))
    if message is None or world.clock.seconds() > message.sent + WINDOW:
        raise ApiError(40058, "msgid")
    del world.ledger.messages[message.msgid]
    for reader, seq in message.entries.items():
        _take_back(call, reader, seq)
    return {}


def _take_back(call: Call, reader: Reader, seq: int) -> None:
    card = call.world.journal.item(seq).get("card")
    held = call.world.cards.held("app", reader, card["task_id"]) if card else None
    if held is not None:
        call.world.cards.forget(held)
    call.world.journal.add("recalled", recalls=seq, to=reader.as_json())
