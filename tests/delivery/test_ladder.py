"""By which ways something reaches its reader, the best first."""

from dataclasses import replace

import pytest

from bot.delivery.ladder import checked, ladder, may_repeat
from bot.files.company import load
from bot.identifiers import ChatId, FileId, GroupId, TaskId, UserId
from bot.shapes.incoming import Via
from bot.shapes.outgoing import (
    Address,
    Attachment,
    Card,
    Content,
    Markdown,
    Media,
    Text,
    ToAsker,
    ToCard,
    ToGroup,
    ToPerson,
)
from bot.shapes.queue import OutboxRow
from tests.chat import SAMPLE_COMPANY, _with_webhooks

COMPANY = _with_webhooks(load(SAMPLE_COMPANY)).company
ME, TASK = UserId("zhangsan"), TaskId("t1")
GROUP = next(group for group in COMPANY.groups if group.bot_chat)
TEXT, MARKDOWN, CARD = Text("好"), Markdown("**好**", "好"), Card(title="好", plain="好")


def row(address: Address, content: Content, *, doubtful_since: int | None = None) -> OutboxRow:
    return OutboxRow(1, "m", "waiting", address, content, False, 0, 0, 0, None, None, False, doubtful_since)


def ways(address: Address, content: Content, *heard: str) -> list[str]:
    rungs = ladder(row(address, content), COMPANY, set(heard).__contains__)
    return [f"{rung.route} {type(rung.parcel.content).__name__}" for rung in rungs]


def test_a_person_is_reached_by_the_app_and_by_the_bot_if_he_spoke_to_it() -> None:
    assert ways(ToPerson(ME), TEXT) == ["app:zhangsan Text"]
    assert ways(ToPerson(ME), TEXT, "zhangsan") == ["app:zhangsan Text", "bot:zhangsan Text"]


def test_a_plainer_form_follows_each_form() -> None:
    assert ways(ToPerson(ME), CARD) == ["app:zhangsan Card", "app:zhangsan Text"]
    assert ways(ToPerson(ME), MARKDOWN) == ["app:zhangsan Markdown", "app:zhangsan Text"]


def test_a_group_is_reached_by_the_bot_it_spoke_to_else_by_its_webhook_which_shows_no_cards() -> None:
    webhook = f"webhook:{GROUP.id}"
    assert ways(ToGroup(GROUP.id), MARKDOWN) == [f"{webhook} Markdown", f"{webhook} Text"]
    bot = f"bot:{GROUP.bot_chat}"
    assert ways(ToGroup(GROUP.id), CARD, str(GROUP.bot_chat)) == [f"{bot} Card", f"{bot} Text", f"{webhook} Text"]


def test_a_group_that_the_app_made_is_reached_by_the_app_before_its_webhook() -> None:
    own = replace(GROUP, app_chat=ChatId("siteA"))
    company = replace(COMPANY, groups=(own,))
    rungs = ladder(row(ToGroup(own.id), CARD), company, lambda peer: False)
    assert [(rung.route, rung.parcel.content, rung.parcel.chat) for rung in rungs] == [
        ("appchat:siteA", TEXT, "siteA"),
        (f"webhook:{own.id}", TEXT, None),
    ]
    assert not may_repeat(rungs[0])


def test_an_attachment_falls_back_to_words_and_is_never_repeated() -> None:
    shot = Attachment(Media.IMAGE, FileId("f0"), "现场.png", plain="好")
    assert ways(ToPerson(ME), shot) == ["app:zhangsan Attachment", "app:zhangsan Text"]
    first = ladder(row(ToPerson(ME), shot), COMPANY, lambda peer: False)[0]
    assert not may_repeat(checked(first, check=True))


def test_an_answer_goes_where_it_was_asked_else_in_private() -> None:
    assert ways(ToAsker(Via.APP, ME), TEXT, "zhangsan") == ["app:zhangsan Text", "bot:zhangsan Text"]
    assert ways(ToAsker(Via.BOT, ME, ChatId("c")), TEXT) == ["bot:c Text", "app:zhangsan Text"]


def test_a_cards_new_face_is_a_card_else_an_answer() -> None:
    assert ways(ToCard(Via.APP, ME, TASK), CARD)[:2] == ["app:zhangsan Card", "app:zhangsan Card"]


def test_nobody_knows_an_unknown_group() -> None:
    assert ways(ToGroup(GroupId("nowhere")), TEXT) == []


@pytest.mark.parametrize(
    ("address", "content", "check", "repeats"),
    [
        (ToPerson(ME), TEXT, True, True),
        (ToPerson(ME), TEXT, False, False),
        (ToAsker(Via.BOT, ME, None, "h"), TEXT, False, True),
        (ToAsker(Via.BOT, ME, None, None), TEXT, False, False),
        (ToAsker(Via.BOT, ME, None, "h"), CARD, False, False),
        (ToCard(Via.BOT, ME, TASK, None, "h"), CARD, False, True),
        (ToGroup(GROUP.id), TEXT, True, False),
    ],
)
def test_what_can_be_said_again_without_being_seen_twice(
    address: Address, content: Content, *, check: bool, repeats: bool
) -> None:
    first = ladder(row(address, content), COMPANY, lambda peer: False)[0]
    assert may_repeat(checked(first, check=check)) is repeats


def test_a_parcel_tells_its_channel_that_it_may_be_a_repetition() -> None:
    first, again = (
        ladder(row(ToPerson(ME), TEXT, doubtful_since=since), COMPANY, lambda peer: False)[0] for since in (None, 5)
    )
    assert not first.parcel.repeated
    assert again.parcel.repeated
