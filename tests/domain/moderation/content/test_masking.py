"""Who looks at something sees what it is, and no number."""

from bot.domain.moderation.content.finding import Finding
from bot.domain.moderation.content.masking import hidden, masked


def test_numbers_are_hidden_and_words_stay() -> None:
    text = "傻逼 11010519491231002X 密码 a1b2"
    found = [Finding("辱骂", "C12", 0, 2), Finding("身份证号", "C03", 3, 21), Finding("密码或密钥", "C02", 22, 29)]
    hidden = masked(text, found)
    assert hidden == "傻逼 110" + "＊" * 13 + "2X ＊＊＊＊＊＊＊"
    assert len(hidden) == len(text)


def test_what_is_quoted_as_evidence() -> None:
    text = "他的身份证 11010519491231002X，卡号 6222 0202 0000 1111 226"
    assert hidden(text) == f"他的身份证 110{'＊' * 13}2X，卡号 {'＊' * 21}26"
    assert hidden("wifi 密码：abc12345") == f"wifi {'＊' * 11}"
    assert hidden("周三开会") == "周三开会"
