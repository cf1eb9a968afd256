"""The way to WeCom, the address that WeCom sees us by, and whether our clocks agree."""

from typing import Final

from bot.doctor._finding import Area, Finding, fail, ok, warn
from bot.doctor._patient import Patient
from bot.doctor._remedies import unreachable
from bot.wecom.gate import FRESH

AREA: Final = Area.NETWORK
NAME: Final = "企业微信接口"
CLOCK: Final = "本机时间"
NOTICED: Final = 60  # seconds


async def check(patient: Patient) -> list[Finding]:
    base, probe = patient.settings.wecom.api_base, await patient.probe()
    worst = fail if patient.settings.wecom.app else warn  # a bot alone needs it for webhooks only
    if probe.trouble:
        remedy = unreachable(probe.trouble)
        return [worst(NAME, f"连不上 {base}：{remedy.says}", remedy.advice)]
    if probe.egress is None:
        says = f"{base} 有回答（HTTP {probe.status}），但不像企业微信"
        return [worst(NAME, says, "检查 [wecom] api_base，后面不带 /cgi-bin；看中间是否有代理")]
    reached = ok(NAME, f"连得上；企业微信看到的本机出口地址是 {probe.egress}")
    if await patient.told_time() is None:
        return [
            reached,
            fail(CLOCK, 'clock = "sandbox"，连到的却不是沙箱，机器人起不来', "正式使用时删掉 clock 这一行"),
        ]
    return [reached, *_clock(probe.skew)]


def _clock(skew: float | None) -> list[Finding]:
    """`skew`: ours minus WeCom's, in seconds; None where WeCom did not say."""
    if skew is None:
        return []
    says = f"比企业微信{'快' if skew > 0 else '慢'} {abs(skew):.0f} 秒"
    if abs(skew) > FRESH:
        return [
            fail(CLOCK, f"{says}，超过 {FRESH:g} 秒的回调会被当作伪造", "打开时间同步（chrony 或 systemd-timesyncd）")
        ]
    if abs(skew) > NOTICED:
        return [warn(CLOCK, says, "打开时间同步（chrony 或 systemd-timesyncd）")]
    return [ok(CLOCK, "与企业微信一致")]
