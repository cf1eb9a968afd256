"""Slips are found, and what only looks like one isn't."""

import pytest

from bot.domain.notices.checks.typos import typos


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("希望大家再接再励", "再接再厉"),
        ("请登陆企业微信查看", "登录"),
        ("请用新账号登陆", "登录"),
        ("以经完成检修", "已经"),
        ("我己经通知到人", "已经"),
        ("末按要求佩戴的一律不准进", "未"),
        ("进车间必需佩戴安全帽", "必须"),
        ("祝大家周未愉快", "周末"),
        ("到时侯请带工牌", "时候"),
        ("安全工作的布署如下", "部署"),
        ("3号车问停电", "车间"),
    ],
)
def test_what_was_meant_is_said(text: str, meant: str) -> None:
    assert [each.sentence for each in typos(text) if f"「{meant}」" in each.sentence]


@pytest.mark.parametrize(
    "text",
    [
        "台风明天在沿海登陆",
        "可以经过东门进厂",
        "自己经手的票据自己保管",
        "究竟争什么",
        "既使用了新设备，又培训了人",
        "请立即然后撤离",
        "本周未提交的部门请补交",
        "机动车问题请找保卫",
        "生活必需品发放",
        "化学反应意见书",
        "届时侯总到场",
        "部署假期值班",
        "违规犯错的都要处理",
        "预防犯罪宣传",
        "沿长江路绕行",
        "反复盖章",
        "公司发布署名文章",
        "本部暑假安排",
        "在次日上班前完成",
        "为了了解大家的想法，不了了之可不行",
        "这个目的的实现，的的确确不容易",
        "还不知道是是非非",
        "周末完成盘点",
        "好好学习，讨论讨论",
        "因该线路检修停电",
        "工地振动棒检查",
        "七氟丙烷灭火气体更换",
        "病情平稳患者出院",
        "节奏紧凑和谐",
        "面对帐篷搭建点集合",
        "明天8:00—12:00停电，请提前保存资料。",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert [each.sentence for each in typos(text)] == []


@pytest.mark.parametrize(
    "text", ["请带好好的的工具", "会议室停用，，请绕行", "请各部门请各部门安排值班", "检修完成了了"]
)
def test_what_was_written_twice_is_named(text: str) -> None:
    (found,) = typos(text)
    assert "好像写了两遍" in found.sentence
