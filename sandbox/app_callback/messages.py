"""Messages and events as the app gets them (D-90239, D-90240), as dicts that become XML."""

from sandbox.app_callback.deliver import deliver
from sandbox.json_types import Json
from sandbox.media import Media
from sandbox.world import World


def text(world: World, userid: str, content: str) -> tuple[str, bool]:
    """A person writes to the app: the message's id, and whether anybody listens."""
    msgid = world.next_id()
    message = _head(world, userid, "text") | {"Content": content, "MsgId": msgid}
    return str(msgid), deliver(world, userid, message | _agent(world), msgid=str(msgid))


def image(world: World, userid: str, media: Media) -> tuple[str, bool]:
    msgid = world.next_id()
    parts = {"PicUrl": world.api_base + media.page_url, "MediaId": media.media_id, "MsgId": msgid}
    message = _head(world, userid, "image") | parts | _agent(world)
    return str(msgid), deliver(world, userid, message, msgid=str(msgid))


def event(world: World, userid: str, name: str, **fields: object) -> tuple[str, bool]:
    """Events have no MsgId; the id returned is the sandbox's own."""
    msgid = f"event-{world.next_id()}"
    message = _head(world, userid, "event") | {"Event": name, "EventKey": ""} | fields | _agent(world)
    return msgid, deliver(world, userid, message, msgid=msgid)


def card_event(
    world: World, userid: str, card: Json, key: str, selected: dict[str, list[str]], *, menu: bool
) -> tuple[str, bool]:
    """A press. The ResponseCode is good for one update of this card within 72 h."""
    task_id = str(card["task_id"])
    fields: Json = {
        "EventKey": key,
        "TaskId": task_id,
        "CardType": card["card_type"],
        "ResponseCode": world.ledger.issue(world.code(), task_id, world.clock.seconds()),
    }
    if menu:
        return event(world, userid, "template_card_menu_event", **fields)
    items = [{"QuestionKey": name, "OptionIds": {"OptionId": ids}} for name, ids in selected.items()]
    if items:
        fields["SelectedItems"] = {"SelectedItem": items}
    return event(world, userid, "template_card_event", **fields)


def _head(world: World, userid: str, kind: str) -> Json:
    return {
        "ToUserName": world.credentials.corp_id,
        "FromUserName": userid,
        "CreateTime": int(world.clock.seconds()),
        "MsgType": kind,
    }


def _agent(world: World) -> Json:
    return {"AgentID": world.credentials.agent_id}
