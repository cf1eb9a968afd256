"""message/send (D-90236): from the app to people, one by one."""

import json

from sandbox import cards
from sandbox.cardbook import Reader
from sandbox.company import Person
from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.platform.contents import Content, app_content
from sandbox.platform.endpoint import Call
from sandbox.platform.ledger import SentMessage
from sandbox.platform.receivers import Receivers, resolve
from sandbox.showing import show, show_card
from sandbox.world import World

DAY = 86400.0
ENVELOPE = ("msgtype", "safe")


async def send(call: Call) -> Json:
    """Partial failure is still errcode 0; members over their rate get nothing and nobody is told (D-90312)."""
    world, body = call.world, call.body
    call.require("app")
    call.require_agent(body.get("agentid"))
    content = app_content(body, world.media)
    receivers = resolve(world, body)
    people = _without_repeats(world, body, receivers.people)
    if content.card is not None and people:
        _check_card(world, content.card, people)

    msgid = f"msg-{world.code()}"
    shared = len(people) > 1
    entries = {Reader(user=each.userid): _hand_over(world, each, content, msgid, shared=shared) for each in people}
    delivered = {reader: seq for reader, seq in entries.items() if seq is not None}
    world.ledger.messages[msgid] = SentMessage(msgid, world.clock.seconds(), delivered)
    return _answer(world, receivers, content, msgid if people or world.settings.duplicate_answer_has_msgid else "")


def _without_repeats(world: World, body: Json, people: tuple[Person, ...]) -> list[Person]:
    """enable_duplicate_check: who got the same content inside the interval gets nothing, and the answer stays ok."""
    if not body.get("enable_duplicate_check"):
        return list(people)
    interval = float(body.get("duplicate_check_interval") or 1800)
    if not 0 < interval <= 14400:
        raise ApiError(40058, "duplicate_check_interval")
    parts = {key: body.get(key) for key in (*ENVELOPE, str(body.get("msgtype")))}
    content, now = json.dumps(parts, sort_keys=True), world.clock.seconds()
    fresh: list[Person] = []
    for person in people:
        if world.ledger.repeats(person.userid, content, now, interval):
            _drop(world, person, "the same content was sent to this member inside the duplicate interval")
        else:
            fresh.append(person)
    return fresh


def _check_card(world: World, card: Json, people: list[Person]) -> None:
    if cards.has_callback(card) and world.app.address is None:
        raise ApiError(43012)
    task_id = str(card.get("task_id") or "")
    if task_id and any(world.cards.held("app", Reader(user=person.userid), task_id) for person in people):
        raise ApiError(world.settings.duplicate_task_id_errcode, "task_id was used before")


def _hand_over(world: World, person: Person, content: Content, msgid: str, *, shared: bool) -> int | None:
    """The journal's number, or None when the app's day or the member's rate is used up."""
    if not _take_person_time(world):
        _drop(world, person, "more person-times than the app may send in a day")
        return None
    rates = ((world.settings.member_per_minute, 60.0), (world.settings.member_per_hour, 3600.0))
    if not world.limits.take("member", person.userid, world.clock.seconds(), *rates):
        _drop(world, person, "more messages to this member than the app may send in a minute or an hour")
        return None
    reader = Reader(user=person.userid)
    if content.card is not None:
        return show_card(world, "app", reader, content.card, msgid=msgid, shared=shared).seq
    return show(world, "app", reader, content.msgtype, content.text, url=content.url, msgid=msgid)


def _take_person_time(world: World) -> bool:
    """So many per account of the corp and natural day, for the app as a whole."""
    most = world.settings.person_times_per_account * len(world.directory.people)
    today = world.clock.now().date().isoformat()
    return world.limits.take("person-times", today, world.clock.seconds(), (most, DAY))


def _drop(world: World, person: Person, why: str) -> None:
    world.journal.add("dropped", via="app", to={"user": person.userid}, why=why)


def _answer(world: World, receivers: Receivers, content: Content, msgid: str) -> Json:
    answer: Json = {
        "invaliduser": "|".join(receivers.bad_users),
        "invalidparty": "|".join(receivers.bad_parties),
        "invalidtag": "|".join(receivers.bad_tags),
        "unlicenseduser": "",
        "msgid": msgid,
    }
    if content.card is not None and cards.has_callback(content.card):
        task_id = str(content.card["task_id"])
        answer["response_code"] = world.ledger.issue(world.code(), task_id, world.clock.seconds())
    return answer
