"""A company that publishes by the day: 郑群 edits, 王强 supervises, 林宓 is the office."""

from dataclasses import replace

from bot.domain.company import Company
from bot.domain.granting import Rule
from bot.domain.notices.channels import Channel
from bot.domain.rights import Role
from bot.identifiers import GroupId, UserId

EDITOR, SUPERVISOR, OFFICE = UserId("zhengqun"), UserId("wangqiang"), UserId("linmi")


def publishes(company: Company) -> Company:
    roles = {
        **company.role_rules,
        Role.PUB_EDITOR: Rule(people=frozenset({EDITOR})),
        Role.PUB_SUPERVISOR: Rule(people=frozenset({SUPERVISOR})),
    }
    channels = (Channel("公众号", 2), Channel("营销窗口", 1, (GroupId("projecta"), GroupId("headquarters"))))
    return replace(company, role_rules=roles, notices=replace(company.notices, channels=channels))
