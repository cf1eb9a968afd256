"""Ids that no column takes: nobody's, or known by their digest."""

from bot.wecom.ids import is_chat, is_user, key_of


def test_who_may_be_called_so() -> None:
    assert all(map(is_user, ("zhangsan", "Lin.Mei@corp", "woAJ2GCAAAXtWyujaWJHDDGi0mACH71w", "张三", "a" * 64)))
    assert not any(map(is_user, ("", "a" * 65, "a\x00", "a\nb", "\ud800")))
    assert (is_chat("c" * 128), is_chat("c" * 129)) == (True, False)


def test_a_message_is_known_by_its_id_and_an_odd_one_by_its_digest() -> None:
    assert key_of("bot", "CAIQ-0002") == "bot:CAIQ-0002"
    odd = ("a" * 129, "a" * 130, "a\x00", "\ud800")
    assert len({key_of("bot", each) for each in odd}) == len(odd)
    assert all(len(key_of("bot", each)) == 68 and key_of("bot", each).isascii() for each in odd)
