"""What the chats of this folder begin with, and a company where several may decide."""

from collections.abc import Mapping
from dataclasses import replace

from bot.domain.company import Company
from bot.identifiers import UserId
from bot.storage.engine.database import Database
from tests.chat import Chat

C = "建群：项目C工作群（项目公司工作群）"
OPENED = f"""
    周敏> /建群 项目公司工作群 项目C
    机器人→赵国强> [卡片] 周敏 申请{C} RQ-20261122-001 [同意] [驳回]
    机器人> 已提交 RQ-20261122-001：{C}。等 赵国强 审批。"""
BOTH_OPENED = f"""
    周敏> /建群 项目公司工作群 项目C
    机器人→王强> [卡片] 周敏 申请{C} RQ-20261122-001 [同意] [驳回]
    机器人→郭涛> [卡片] 周敏 申请{C} RQ-20261122-001 [同意] [驳回]
    机器人> 已提交 RQ-20261122-001：{C}。等 王强 或 郭涛 审批。"""


def two_deciders(company: Company) -> Company:
    """Groups are approved by whoever is called 审批员: 郭涛 and 王强."""
    types = tuple(replace(each, approver=each.approver and "审批员") for each in company.group_types)
    return replace(with_titles(company, {"guotao": "经理、审批员", "wangqiang": "经理、审批员"}), group_types=types)


def with_titles(company: Company, titles: Mapping[str, str]) -> Company:
    people = tuple(replace(each, position=titles.get(each.user_id, each.position)) for each in company.people)
    return replace(company, people=people)


def left(company: Company, user: str) -> Company:
    people = tuple(replace(each, active=each.active and each.user_id != UserId(user)) for each in company.people)
    return replace(company, people=people)


async def with_two(database: Database) -> Chat:
    return await Chat.open(database, company=two_deciders)
