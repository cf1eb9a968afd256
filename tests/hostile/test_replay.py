"""The same signed request again: acknowledged without effect while it is fresh, refused once it isn't, and remembered
for longer than that."""

from datetime import timedelta

from bot.wecom.app.callback import AppCallback
from bot.wecom.crypto import MessageCrypt
from bot.wecom.gate import FRESH, Gate
from scheduler import message_retention, private_words
from tests.chat import Chat
from tests.wecom.worlds import CORP, KEYS, Signer, text_xml

from .doors import Knocker


async def test_a_copy_has_no_effect_and_an_old_one_is_refused(chat: Chat) -> None:
    gate = Gate(MessageCrypt([KEYS], CORP), chat.clock)
    door = Knocker(gate, AppCallback(gate, intake=chat.core.inbox, clock=chat.clock).receive)
    stamp = int(chat.clock.now().timestamp())
    query, body = Signer().post(text_xml("/帮助").replace("Lin.Mei", "zhangsan"), stamp=stamp)
    path = "/wecom/app?" + "&".join(f"{name}={value}" for name, value in query.items())
    for after, status in ((0, 200), (0, 200), (FRESH, 200), (FRESH + 1, 403), (86_400, 403)):
        chat.clock.time = chat.clock.time.fromtimestamp(stamp + after, chat.clock.time.tzinfo)
        assert (await door.knock(path, body)).status == status
        await chat.core.settled()
    assert len(await chat.core.database.fetch("SELECT id FROM inbox")) == 1
    assert len({parcel.id for channel in chat.channels.values() for parcel in channel.sent}) == 1


def test_what_was_taken_is_remembered_for_twice_as_long_as_it_may_come() -> None:
    assert min(message_retention.KEPT, private_words.KEPT) >= 2 * timedelta(seconds=2 * FRESH)
