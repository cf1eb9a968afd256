"""What the log says of the spool: once, however often it opens and closes, and how much there was of it at the end."""

from structlog.testing import capture_logs

from bot.identifiers import UserId
from bot.intake.spell import CALM, Spell


def test_one_that_opens_and_closes_is_said_once_and_counted_at_its_end() -> None:
    spell = Spell()
    with capture_logs() as logs:
        for second in range(100):
            spell.kept(3)
            spell.seen_empty(second + 0.3)
            spell.seen_empty(second + 0.6)
        assert [each["event"] for each in logs] == ["spool.begun"]
        spell.seen_empty(99 + CALM)
        assert len(logs) == 1
        spell.seen_empty(99.3 + CALM)
        spell.seen_empty(200 + CALM)
        spell.end()
        spell.kept(1)
        spell.kept(1)
        spell.end()
    assert [(each["event"], each.get("messages"), each.get("times")) for each in logs] == [
        ("spool.begun", None, None),
        ("spool.emptied", 300, 100),
        ("spool.begun", None, None),
        ("spool.emptied", 2, 1),
    ]


def test_whose_share_is_used_up_is_named_once() -> None:
    spell = Spell()
    with capture_logs() as logs:
        spell.kept(1)
        for _ in range(3):
            spell.refused({UserId("lisi")})
        spell.refused({UserId("lisi"), UserId("wangwu")})
    assert [each["sender"] for each in logs if each["event"] == "spool.share_used"] == ["lisi", "wangwu"]
