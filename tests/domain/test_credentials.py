"""What is told is struck out, what is only spoken of stays; and no text takes long."""

import time

import pytest

from bot.domain.credentials import MASK, without_credentials
from tests.understanding.scripts import DATA

TOLD = {
    "密码是Abc12345": f"密码是{MASK}",
    "我的邮箱密码 hunter2canary 登不上": f"我的邮箱密码 {MASK} 登不上",
    "wifi密码88888888": f"wifi密码{MASK}",
    "密码6个8": f"密码{MASK}",
    "用户名密码 admin admin123": f"用户名密码 admin {MASK}",
    "Abc@12345是我的密码": f"{MASK}是我的密码",
    "验证码 8 8 4 2 1 3": f"验证码 {MASK}",
    "【企业微信】123456（登录验证码），请勿告诉他人": f"【企业微信】{MASK}（登录验证码），请勿告诉他人",
    "密码改成Qwerty@abc了": f"密码改成{MASK}了",
    "密码是iloveyou": f"密码是{MASK}",
    "P@ssw0rd2024": MASK,
    "密码我刚改了，新的那个 Qw!8832zx 记一下": f"密码我刚改了，新的那个 {MASK} 记一下",
    "密 码：ａｂｃ１２３４５": f"密 码：{MASK}",
    "动态密码 998877": f"动态密码 {MASK}",
    "token: abcdefgh12345": f"token: {MASK}",
    "ghp_abcdefghijklmnopqrstuvwxyz0123": MASK,
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc": MASK,
    "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7abc-4bc4-97a0-0ec2sifa5aaa": (
        f"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={MASK}"
    ),
    "EncodingAESKey：jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C": f"EncodingAESKey：{MASK}",
    "私钥 -----BEGIN RSA PRIVATE KEY-----\nMIIabc\ndef": f"私钥 {MASK}",
    "Bearer abcdef1234567890XYZ": f"Bearer {MASK}",
    "门禁密码0000，李四知道": f"门禁密码{MASK}，李四知道",
}
SPOKEN_OF = """
密码不少于8位
密码忘了找信息技术部重置
密码是多少 打8012问
密码有效期改成90天
密码修改时间是2026-11-22
验证码收不到 4008001234 打不通
验证码功能2026年上线
打8012是改密码的电话
WA-20261122-001
QJ-20261122-001 同意
zhang.san@example.com
https://oa.example.com/reset?id=12
https://pan.example.com/s/1AbCdEf?pwd=ab12
woAbCdEf12345678901234
密码错误怎么办
订单号 4200001234202611221234567890
Report2026Final.xlsx
密码 13800138000
密码输错5次锁30分钟
密码太简单 要8位以上大小写+数字
/请假 年假 2026-12-01 2026-12-03
@小助手 /公告 项目A工作群 明天9:30开会
""".strip().splitlines()
HOSTILE = (
    "密码是" + "a" * 20_000,
    "a1" * 10_000,
    "://a:" * 4_000,
    "token " * 4_000,
    "验证码" + "1 " * 8_000,
    "A" * 20_000,
)


@pytest.mark.parametrize(("typed", "kept"), TOLD.items())
def test_what_is_told_is_struck_out(typed: str, kept: str) -> None:
    assert without_credentials(typed) == kept


@pytest.mark.parametrize("typed", SPOKEN_OF)
def test_what_is_spoken_of_stays(typed: str) -> None:
    assert without_credentials(typed) == typed


def test_once_struck_out_it_stays_as_it_is() -> None:
    assert all(without_credentials(kept) == kept for kept in TOLD.values())


def test_everyday_words_stay() -> None:
    """Five thousand lines that people and their neighbours wrote, for other reasons."""
    lines = [
        line
        for name in ("innocents.txt", "emergencies.jsonl", "utterances.jsonl", "heard.txt", "incidents.txt")
        for line in (DATA / name).read_text(encoding="utf-8").splitlines()
    ]
    struck = [line for line in lines if without_credentials(line) != line and "Abc@1234" not in line]
    assert len(lines) > 1500
    assert struck == []


@pytest.mark.parametrize("typed", HOSTILE, ids=lambda typed: typed[:6])
def test_no_text_takes_long(typed: str) -> None:
    since = time.process_time()
    without_credentials(typed)
    assert time.process_time() - since < 0.5
