"""message/update_template_card (D-94888): changes cards that people hold, once per response_code."""

from sandbox import cards
from sandbox.app_callback.replies import with_replaced_button
from sandbox.cardbook import HeldCard, Reader
from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.platform.endpoint import Call
from sandbox.platform.ledger import ResponseCode
from sandbox.showing import change_card


async def update_card(call: Call) -> Json:
    """`invaliduser` is a list here: ids that name nobody or hold no such card."""
    world, body = call.world, call.body
    call.require("app")
    call.require_agent(body.get("agentid"))
    replace_name, raw = _change(body)
    code = world.ledger.usable(body.get("response_code"), world.clock.seconds())
    held, invalid = _holders(call, code)
    code.used = True
    for card in held:
        change_card(world, card, with_replaced_button(card, replace_name) if raw is None else raw)
    return {"invaliduser": invalid}


def _change(body: Json) -> tuple[str, Json | None]:
    """The button's new name, or a whole card."""
    raw = body.get("template_card")
    if isinstance(raw, dict):
        cards.check(raw, update=True)
        return "", raw
    name = (body.get("button") or {}).get("replace_name")
    if not name:
        raise ApiError(40063, "button.replace_name or template_card")
    return str(name), None


def _holders(call: Call, code: ResponseCode) -> tuple[list[HeldCard], list[str]]:
    """The cards that change: of the named people, of whole departments and tags, or of everybody."""
    world, body = call.world, call.body
    named = [str(userid) for userid in body.get("userids") or []]
    if len(named) > 1000:
        raise ApiError(40032, "userids has more than 1000")
    if body.get("atall"):
        return [card for card in world.cards.of(code.task_id) if card.via == "app"], []
    people = {userid: world.directory.find(userid) for userid in named}
    wanted = [person.userid for person in people.values() if person] + _of_groups(call)
    found = {userid: world.cards.held("app", Reader(user=userid), code.task_id) for userid in wanted}
    invalid = [userid.lower() for userid, person in people.items() if not person or not found[person.userid]]
    return [card for card in found.values() if card], invalid


def _of_groups(call: Call) -> list[str]:
    directory, body = call.world.directory, call.body
    parties = [person for number in body.get("partyids") or [] for person in directory.below(int(number))]
    tagged = [person for number in body.get("tagids") or [] for person in directory.tagged(int(number))]
    return [person.userid for person in (*parties, *tagged)]
