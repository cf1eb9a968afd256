"""Which category a moderator means, by what he writes; in doubt it is nobody's guess but C99."""

import pytest

from bot.domain.moderation.cases.naming import OTHER, category_in


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("刷广告", "C15"),
        ("刷屏", "C15"),
        ("一直发拼多多砍一刀", "C15"),
        ("骂人", "C12"),
        ("在群里爆粗口", "C12"),
        ("把客户名单发到外面的群了", "C02"),
        ("泄密", "C02"),
        ("发赌博链接", "C05"),  # graver than a link
        ("发钓鱼链接", "C13"),
        ("晒了同事的身份证", "C03"),
        ("造谣说要裁员", "C04"),
        ("太吵了", "C07"),
        ("聊和工作无关的", "C07"),
        ("上班时间炒股", "C11"),
        ("把账号借给别人", "C18"),
        ("骚扰女同事", "C17"),
        ("截图发到外面", "C14"),
        ("C12 不好听的话", "C12"),
        ("ｃ１５", "C15"),
        ("广告和刷屏", "C15"),
        ("C10 下班聊工作", OTHER),  # nobody is charged with it
        ("C77", OTHER),
        ("不像话", OTHER),
        ("", OTHER),
    ],
)
def test_the_reason_tells(reason: str, expected: str) -> None:
    assert category_in(reason) == expected


def test_what_is_quoted_tells_where_the_reason_does_not() -> None:
    assert category_in("不像话", "加V信xxx 低价出货") == "C15"
    assert category_in("骂人", "加V信xxx 低价出货") == "C12"
