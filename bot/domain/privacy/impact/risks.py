"""What may go wrong for people, what is done against it, and how much of it is left in this set-up."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.privacy.impact.setup import Setup


class Level(StrEnum):
    LOW = "低"
    MIDDLE = "中"
    HIGH = "高"


@dataclass(frozen=True, slots=True)
class Risk:
    """`then`: what would lower it; empty, where nothing is to be done."""

    what: str
    measures: str
    level: Level
    then: str = ""


def risks(setup: Setup) -> Iterator[Risk]:
    """The rows of the table, in the order in which data goes: in, inside, out, to the end."""
    yield from _of_coming_in(setup)
    yield from _of_keys(setup)
    yield from _of_people(setup)
    yield from _of_going_out(setup)


def _of_coming_in(setup: Setup) -> Iterator[Risk]:
    if setup.archive_since:
        told = f"只看登记的群，不看私聊；{setup.archive_since} 以前的不看；认出的内容 30 天或 180 天后删除"
        then = "先经职工代表大会或公示；外部成员在的群逐个确认同意；这份评估每年重做"
        yield Risk("会话存档让群聊被机器检查，员工感到被监视", told, Level.HIGH, then)
    else:
        yield Risk("群聊被记录", "会话存档没有开；只存 @ 机器人的、私聊的和作为证据交来的", Level.LOW)
    yield Risk("有人把密码、验证码发出来被存下", "认出来就抹掉再存，提醒撤回和改密码", Level.LOW)
    if setup.reads_punches:
        yield Risk("读打卡记录，知道谁什么时候在哪", "只看有没有缺卡，打卡时间和位置不存", Level.LOW)
    if setup.reads_logins:
        yield Risk("读登录记录，知道谁在用什么设备", "只用来在陌生设备登录时提醒本人", Level.LOW)


def _of_keys(setup: Setup) -> Iterator[Risk]:
    sealed = "原因、病假材料、举报、违规、安全事件的内容加密保存"
    if setup.own_seal:
        then = "在 [privacy] secret_file 配一把自己的密钥，放在别的地方"
        yield Risk("数据库被拷走", f"{sealed}，但密钥是机器人自己生成的，和数据放在一起", Level.MIDDLE, then)
    else:
        yield Risk("数据库被拷走", f"{sealed}，密钥另放", Level.LOW)
    if not setup.backed_up:
        yield Risk("数据丢失", "没有开每晚备份", Level.HIGH, "开 [backup] nightly")
    elif setup.own_backup or not setup.copied:
        then = "在 [backup] 配 secret_file 和 copy_to，密钥不和备份放在一起"
        yield Risk("备份丢失或被拷走", "备份加密；密钥或备份和数据在同一台机器", Level.MIDDLE, then)
    else:
        yield Risk("备份丢失或被拷走", "备份加密，另有一份在别处，密钥另放", Level.LOW)
    if setup.own_trail_key and not setup.heads_elsewhere:
        then = "配 [audit] secret_file 和 head_file，放在管理员改不到的地方"
        yield Risk("管理员改操作记录掩盖查看", "操作记录连成链，改了查得出来，但密钥在本机", Level.MIDDLE, then)
    else:
        yield Risk("管理员改操作记录掩盖查看", "操作记录连成链，改了查得出来", Level.LOW)


def _of_people(setup: Setup) -> Iterator[Risk]:
    yield Risk("有权限的人随便翻看", "权限按角色；看敏感内容先留痕，本人查得到是谁看的", Level.LOW)
    if not setup.roles:
        yield Risk("谁看得到什么没有定", "没有配置任何角色，按职务推断", Level.MIDDLE, "在 [roles] 写明各角色是谁")
    yield Risk("自动决定对人不利", "机器人不自己处分：处理由人定，本人可申诉，由没参与的人复核", Level.LOW)
    yield Risk("举报人被认出、被报复", "举报人另存另密，满期断开；受保护期内处分他要上一级批", Level.LOW)
    yield Risk("小组统计认出个人", "五人以下的数字不显示，也推不出来", Level.LOW)
    if setup.writes_accounts:
        yield Risk("误停、误删账号", "删除由人确认，一次动得多要先问，可以先试运行", Level.LOW)


def _of_going_out(setup: Setup) -> Iterator[Risk]:
    yield Risk("群里泄露个人的事", "敏感内容只私聊；公告两人看过才发", Level.LOW)
    if setup.calendars:
        yield Risk("日历订阅地址外传", "地址只存摘要，随时可停；日历里没有请假原因", Level.LOW)
    if setup.open_to_network:
        yield Risk("网络入口被攻击", "只收签名正确的回调；其余一律拒绝", Level.MIDDLE, "前面放反向代理，只放行 /wecom/")
    if setup.retention.held:
        yield Risk(
            "到期不删",
            f"有 {len(setup.retention.held)} 项因争议暂停删除，其余每晚删除并留凭证",
            Level.MIDDLE,
            "争议结束就解除",
        )
    else:
        yield Risk("到期不删", "每晚删除并留凭证，有争议的暂停", Level.LOW)
