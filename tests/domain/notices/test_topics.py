from bot.domain.groups.group import Group
from bot.domain.notices.topics import Topic, subscribers
from bot.identifiers import GroupId


def test_what_was_chosen_in_chat_beats_the_configuration() -> None:
    configured = Group(GroupId("a"), "甲群", subscribes=frozenset({Topic.SAFETY}))
    plain = Group(GroupId("b"), "乙群")
    assert subscribers(Topic.SAFETY, [configured, plain], {}) == [configured]
    assert subscribers(Topic.SAFETY, [configured, plain], {GroupId("a"): False, GroupId("b"): True}) == [plain]
