"""appchat/send (D-90248): into a room of the app; no msgid comes back, so nothing can be recalled."""

from sandbox.cardbook import Reader
from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.mentions import named, spelled_out
from sandbox.platform.appchat import OwnRoom, own_room, require_root
from sandbox.platform.contents import Content, app_content
from sandbox.platform.endpoint import Call
from sandbox.showing import show
from sandbox.world import World

KINDS = ("text", "image", "voice", "video", "file", "textcard", "news", "mpnews", "markdown")
MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0


async def send(call: Call) -> Json:
    """40008 for a card. A member over 200 a minute or 10,000 a day gets nothing, and nobody is told."""
    world, body = call.world, call.body
    require_root(call)
    own = own_room(world, body.get("chatid"))
    if body.get("msgtype") not in KINDS:
        raise ApiError(40008, str(body.get("msgtype")))
    content = _readable(world, body, app_content(body, world.media))
    _take_corp_rate(world, len(own.room.members))
    missed = [userid for userid in own.room.members if not _take_member_rate(world, userid)]
    world.appchats.unseen.discard(own.chat_id)
    _show(world, own, content, missed)
    return {}


def _readable(world: World, body: Json, content: Content) -> Content:
    """Mentions stand as `<@userid>` in text and markdown, or in the mentioned_list of a text."""
    if content.msgtype not in ("text", "markdown"):
        return content
    listed = body["text"].get("mentioned_list") or [] if content.msgtype == "text" else []
    words = [spelled_out(world.directory, content.text), *(named(world.directory, str(userid)) for userid in listed)]
    return Content(content.msgtype, " ".join(words))


def _take_corp_rate(world: World, people: int) -> None:
    """Person-times of all rooms of the corp (45009)."""
    rates = ((world.settings.appchat_people_per_minute, MINUTE), (world.settings.appchat_people_per_hour, HOUR))
    if not world.limits.take("appchat send", "corp", world.clock.seconds(), *rates, count=people):
        raise ApiError(45009)


def _take_member_rate(world: World, userid: str) -> bool:
    rates = ((world.settings.appchat_member_per_minute, MINUTE), (world.settings.appchat_member_per_day, DAY))
    return world.limits.take("appchat member", userid, world.clock.seconds(), *rates)


def _show(world: World, own: OwnRoom, content: Content, missed: list[str]) -> None:
    """One entry for the room, and a note of who does not see it."""
    if len(missed) < len(own.room.members):
        show(world, "appchat", Reader(group=own.room.id), content.msgtype, content.text, url=content.url)
    if missed:
        why = "more messages to these members than an app may send into rooms in a minute or a day"
        world.journal.add("dropped", via="appchat", to={"group": own.room.id}, users=missed, why=why)
