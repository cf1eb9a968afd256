"""What chats about cases begin with."""

from dataclasses import replace
from datetime import date
from typing import Final

from bot.domain.company import Company
from bot.domain.moderation.pack import Procedure

PUBLISHED: Final = date(2026, 1, 20)

A: Final = "项目A工作群"
WARNED: Final = """
    郑群@项目A工作群> /警告 @张三 刷广告
    机器人→张三> 你在项目A工作群受到警告，编号 WG-20261122-001。…
    机器人→郑群> WG-20261122-001 张三 警告，…
    机器人@项目A工作群> 已办，编号 WG-20261122-001，详情私聊你了。"""
MUTED: Final = """
    郑群@项目A工作群> /禁言 @张三 2小时 刷广告
    机器人→张三> 你在项目A工作群被禁言 2 小时，到 12:00 为止，编号 WG-20261122-001。…
    机器人→郑群> [卡片] 请在项目A工作群禁言张三 …
    机器人→郑群> WG-20261122-001 张三 禁言到 12:00，180 天内第 1 次「广告和刷屏」。…
    机器人@项目A工作群> 已办，编号 WG-20261122-001，详情私聊你了。"""
SUSPENDED: Final = """
    周敏> /停用 @张三 3天 泄密
    机器人→王强> [卡片] 周敏 申请停用 张三 3 天 RQ-20261122-001 …
    机器人> 停用需管理小组双人审批。已提交 RQ-20261122-001：停用 张三 3 天，等 王强 决定。…
    王强> 按 [同意]
    机器人→张三> 你的权限被停用，到 11月25日(周三) 10:00 为止，编号 WG-20261122-001。…
    机器人→李娜> [卡片] 张三的企业微信账号停不停？ WG-20261122-001 机器人这边的权限已停用到 11月25日(周三) 10:00。…
    机器人→周敏> [卡片] 张三的企业微信账号停不停？ …
    机器人→周敏> RQ-20261122-001 停用 张三 3 天：已同意（王强，10:00）。…
    机器人> …"""


def binding(company: Company, usual: str = "D8") -> Company:
    """劳动合同法 art. 4: each text was discussed, consulted about, published and signed for."""
    gone_through = Procedure(PUBLISHED, PUBLISHED, PUBLISHED, 96)
    shelf = [replace(each, procedure=gone_through) for each in company.moderation.shelf]
    return replace(company, moderation=replace(company.moderation, shelf=shelf, usual=usual))


def knows_suspending(company: Company) -> Company:
    """D3§16(2)"""
    return binding(company, "D3")


APPEALED: Final = """
    张三> /申诉 WG-20261122-001 不是我发的
    机器人→王强> [卡片] 申诉：张三 WG-20261122-001 …
    机器人→周敏> [卡片] 申诉：张三 WG-20261122-001 …
    机器人→郑群> WG-20261122-001：张三 提出了申诉，由没有参与的同事来看，有结果告诉你。…
    机器人> 收到，WG-20261122-001 的申诉由没有参与的 王强、周敏 来看，11月27日(周五)前答复你。"""
