"""Words that mean the same are read as one."""

from bot.domain.desk.knowledge.synonyms import folded


def test_the_longest_goes_first() -> None:
    assert folded("群里的名字和群名片") == "群昵称和群昵称"


def test_width_and_case() -> None:
    assert folded("ＶＰＮ 帐号") == "vpn 账号"
