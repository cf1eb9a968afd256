"""Configuration and directory against each other, ids of strangers, and quotas."""

from collections.abc import Sequence

from bot.core import Core
from bot.domain.people import Department, Person
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act
from bot.shapes.incoming import Incoming, Kind, Via
from bot.shapes.outgoing import Text, ToGroup
from bot.shapes.queue import Claim, Said
from tests.doctor.clinic import Clinic, Report


async def report_with(clinic: Clinic, *senders: str) -> Report:
    """Somebody has written to the bot."""
    async with clinic.running() as core:
        for sender in senders:
            await core.inbox.take(Incoming(f"bot:{sender}", Via.BOT, Kind.OTHER, UserId(sender), core.clock.now()))
        await core.settled()
        return await clinic.report()


async def test_encrypted_ids(clinic: Clinic) -> None:
    report = await report_with(clinic, "zhangsan", "woAbCdEfGh")
    assert report.failures[0].startswith(
        "✗ 发消息的人：有 1 人的账号是加密的，还不知道是谁：创建机器人的人不是超级管理员。下一步：请超级管理员在"
    )


async def test_encrypted_ids_that_the_app_could_convert(clinic: Clinic) -> None:
    report = await report_with(clinic, "wo7a68616e6773616e")
    assert report.of("senders")[0].line == "✓ 发消息的人：都在通讯录里。"


async def test_somebody_whom_the_directory_does_not_know(clinic: Clinic) -> None:
    report = await report_with(clinic, "zhangsan", "guest")
    assert "有 1 人不在通讯录里" in report.of("senders")[0].says
    assert report.failures == []


async def test_names_that_nobody_bears(clinic: Clinic) -> None:
    clinic.values["roles"] = {"hr": ["nobody", "zhangsan"]}
    clinic.values["groups"].append({"id": "G-X", "name": "孤岛群", "members": ["zhangsan"]})
    async with clinic.running():
        lines = [finding.line for finding in (await clinic.report()).of("company")]
    assert "! 角色：[roles] hr 里有通讯录没有的账号：nobody。下一步：改成通讯录里的账号。" in lines
    assert (
        "! 角色：没有人是 wecom_admin，消息送不到时没人会知道。下一步：在 [roles] 里写上 wecom_admin 的账号。" in lines
    )
    assert any("1 个群没有发送的途径：孤岛群" in line for line in lines)


async def test_roles_that_nobody_has_and_two_that_check_each_other(clinic: Clinic) -> None:
    clinic.values["roles"] = {
        "wecom_admin": ["zhangsan"],
        "security": {"people": ["zhangsan"]},
        "hr": {"departments": ["没有这个部门"]},
    }
    async with clinic.running() as core:
        await put_people(core, [Person(UserId("zhangsan"), "张三", 1)])
        lines = [finding.line for finding in (await clinic.report()).of("company")]
    assert "! 角色：[roles] hr（人力资源）现在没有人。下一步：核对里面的账号、职务、部门、标签和群名。" in lines
    assert (
        "! 角色：张三 同时是企业微信管理员和信息安全：改设置和查设置是同一个人。下一步：分给两个人；分不开就不用处理。"
        in lines
    )


async def put_people(core: Core, people: Sequence[Person], *more: Department) -> None:
    act, departments = Act("cli", "import", "", "test", core.clock.now()), [Department(1, "公司"), *more]
    await core.database.transact(lambda: core.records.directory.replace(departments, people, by=act))


async def test_people_without_a_department(clinic: Clinic) -> None:
    async with clinic.running() as core:
        await put_people(core, [Person(UserId("zhangsan"), "张三", 7), Person(UserId("lisi"), "李四", 1)])
        lines = [finding.line for finding in (await clinic.report()).of("company")]
    assert "! 人员：1 人没有部门：张三。下一步：在通讯录里给他们分部门。" in lines


async def test_nobody_is_there_for_a_type_of_group(clinic: Clinic) -> None:
    clinic.values["roles"] = {"hr": ["zhangsan"]}
    clinic.values["group_types"] = {"E5": {"enabled": False}}
    clinic.values["groups"].append({"id": "G-X", "name": "孤岛群", "type": "E4", "departments": ["公司部"]})
    async with clinic.running() as core:
        await put_people(core, [Person(UserId("zhangsan"), "张三", 1), Person(UserId("boss"), "王总", 1)])
        lines = [finding.line for finding in (await clinic.report()).of("company")]
    approver, office = (line for line in lines if "群的类型" in line)
    assert approver == (
        "! 群的类型：E1、E2、E3、E4 的新群由「总裁」批准，通讯录里没有人是这个职务。下一步："
        "在通讯录里补上职务，或改 [group_types.E1] 的 approver，用不到的写 enabled = false。"
    )
    assert office == (
        "! 群的类型：E1、E2 的群管理员由总裁办任命，现在没有人能代表它。下一步："
        "在 [roles] 里给出它的角色，或改 [group_types.E1] 的 appointed_by，用不到的写 enabled = false。"
    )
    wrong = "! 群：群「孤岛群」的 departments 里有通讯录没有的部门：公司部。下一步：改成通讯录里的部门名。"
    assert wrong in lines


async def test_a_quota_that_is_nearly_used_up(clinic: Clinic) -> None:
    async with clinic.running() as core:
        await put_people(core, [Person(UserId("zhangsan"), "张三", 1)])
        now = int(core.clock.now().timestamp() * 1000)
        rows = await core.outbox_table.put([Said(ToGroup(GroupId("x")), Text("好"))] * 170, cause="t", at=now)
        await core.outbox_table.claim([Claim(row.id, "app:zhangsan", "d", now) for row in rows])
        lines = [finding.line for finding in (await clinic.report()).of("quotas")]
    assert lines[0].startswith("! 发送额度：今天应用消息发了 170 人次，上限约 200；其他途径 0 条。")
    assert "1 个接收方快到每分钟或每小时的上限" in lines[1]


async def test_a_bot_alone_has_no_quota_of_an_app(clinic: Clinic) -> None:
    del clinic.values["wecom"]["app"]
    async with clinic.running():
        (finding,) = (await clinic.report()).of("quotas")
    assert finding.line == "✓ 发送额度：今天发了 0 条。"


async def test_teams_of_which_so_many_must_be_there(clinic: Clinic) -> None:
    clinic.values["leave"] = {"coverage": [{"team": "生产不", "at_least": 1}, {"team": "生产部", "at_least": 3}]}
    async with clinic.running() as core:
        people = [Person(UserId("zhangsan"), "张三", 2), Person(UserId("boss"), "王总", 2)]
        await put_people(core, people, Department(2, "生产部", 1))
        lines = [finding.line for finding in (await clinic.report()).of("company") if "在岗人数" in finding.line]
    assert lines == [
        "! 在岗人数：[[leave.coverage]] 的 生产不 不是通讯录里的部门，规则不起作用。下一步：改成通讯录里的部门名。",
        (
            "! 在岗人数：生产部一共 2 人，[[leave.coverage]] 要求至少 3 人在岗。"
            "下一步：把 at_least 改小；人不够时只提醒，不拦。"
        ),
    ]
