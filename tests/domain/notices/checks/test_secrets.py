"""Secrets are found by how they are built, and what only looks like one isn't."""

import pytest

from bot.domain.notices.checks.secrets import secrets
from bot.errors import Code

IDENTITY = "11010519491231002X"  # the example of the standard
CARD = "6222021234567890128"


@pytest.mark.parametrize(
    "text",
    [
        f"张三 {IDENTITY} 领工作服",
        "身份证号：330102199001011234",  # said to be one, whether its last digit fits or not
        "１１０１０５１９４９１２３１００２Ｘ",
        "1101 0519 4912 3100 2x",
        "工资卡卡号 6222021234567890",
        "4111 1111 1111 1111",
        "系统密码统一改为 Abc@1234，请尽快登录",
        "wifi密码：88886666",
        "张三身份证号330106199003071234请补录",
        "WiFi password: hunter22",
        "密钥是 sk-aaaaaaaaaaaaaaaaaaaaaaaa",
        "api_key=0123456789abcdef",
        "【机密】新品发布计划",
        "密级：秘密，请传阅",
        "以下内容涉密，请勿外传",
        "保密报价如下",
    ],
)
def test_found(text: str) -> None:
    assert [each.code for each in secrets(text)] == [Code.SECRET_IN_TEXT]


@pytest.mark.parametrize(
    "text",
    [
        "11月25日停电检修",
        "联系电话 0571-88886666，手机 13800001111",
        "110105194912310021",  # its last digit doesn't fit
        "订单号 2026112200012345",
        "请大家尽快修改密码，密码不少于8位",
        "密码请找信息技术部重置",
        "下周三开涉密文件管理培训",
        "保密协议请在周五前签好",
        "周五前更换密钥",
        "0000000000000000",
    ],
)
def test_not_found(text: str) -> None:
    assert list(secrets(text)) == []


def test_what_was_found_is_not_repeated() -> None:
    assert not any(IDENTITY in each.sentence for each in secrets(f"{IDENTITY}，密码：abc12345"))
    assert len(list(secrets(f"{IDENTITY}，密码：abc12345"))) == 2
