"""A group's nicknames in words: counts for everybody, names for whoever keeps the group.

A forbidden word is not said again, and nobody is named where others read.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from bot.domain.dates import clock_time
from bot.domain.nicknames.audit import Finding
from bot.domain.nicknames.labels import label
from bot.domain.nicknames.matching import Matched
from bot.domain.nicknames.survey import Survey
from bot.domain.nicknames.verdicts import Fault
from bot.domain.wording import shown

HOW_TO_CHANGE: Final = "在群里点右上角「…」→「我在本群的昵称」粘贴即可。"
AGAIN: Final = "我现在去读，读到后把新的报告私聊发你。"
LISTED: Final = 10  # lines of a message
MOST: Final = 2000  # bytes; the app cuts a text at 2048 (D-90236)
MORE: Final = "其余的见表格。"
SHOWN: Final = 20  # characters of a nickname


def counted(found: Survey) -> str:
    """What everybody may read."""
    name, wrong = found.group.name, len(found.audit.wrong) + len(found.wrong_outsiders)
    if not found.people and not found.outsiders:
        return f"{name}：还没有可以检查的昵称。"
    silent = f"，{len(found.silent)} 人的昵称还不知道" if found.silent else ""
    return f"{name}：查到 {found.audit.checked} 人的群昵称，{found.fine} 人规范，{wrong} 人要改{silent}。"


def detailed(found: Survey, *, again: bool = False) -> str:
    """For whoever keeps the group, in private. `again`: WeCom is about to be asked once more."""
    head = [counted(found), *([in_numbers(found)] if len(found.audit.counts) > 1 else [])]
    tail = list(_honestly(found, again=again))
    names = [*_listed(found), *_outsiders(found), *_unmatched(found), *_of_the_directory(found)]
    return "\n".join([*head, *_fitting(names, MOST - _size([*head, *tail])), *tail])


def _fitting(lines: Sequence[str], room: int) -> Sequence[str]:
    """As many as there is room for, in bytes; the table has them all."""
    kept = list(lines)
    while kept and _size([*kept, MORE]) > room:
        kept.pop()
    return kept if len(kept) == len(lines) else [*kept, MORE]


def _size(lines: Sequence[str]) -> int:
    return len("\n".join(lines).encode()) + 1


def by_label(found: Survey) -> Counter[str]:
    return Counter({label(outcome): number for outcome, number in found.audit.counts.items()})


def in_numbers(found: Survey) -> str:
    return "、".join(f"{name} {number}" for name, number in by_label(found).most_common()) + "。"


def _listed(found: Survey) -> Iterator[str]:
    wrong = found.audit.wrong
    for each in wrong[:LISTED]:
        yield f"· {said(each)}"
    if len(wrong) > LISTED:
        yield f"还有 {len(wrong) - LISTED} 人要改，见表格。"


def said(finding: Finding) -> str:
    """`张三「三哥」不是真实姓名，建议：生产部-张三`; a forbidden word is not said again."""
    verdict = finding.verdict
    return f"{finding.person.name}「{shown(_spoken(finding), SHOWN)}」{label(verdict.outcome)}，建议：{verdict.suggest}"


def reminded(findings: Sequence[tuple[str, Finding]], *, last: bool) -> str:
    """To the person himself; each with the group that it is about."""
    lines = [
        f"· {group}：「{shown(_spoken(each), SHOWN)}」{label(each.verdict.outcome)}，请改成：{each.verdict.suggest}"
        for group, each in findings
    ]
    proper = findings[0][1].verdict.suggest
    warning = ["还没改的话，之后由群管理员联系你。"] if last else []
    done = f"改好后发 /改昵称 {proper} 告诉我。"
    return "\n".join(["你的群昵称需要改一下，只有你收到这条提醒：", *lines, HOW_TO_CHANGE, done, *warning])


def _spoken(finding: Finding) -> str:
    return "…" if finding.verdict.outcome is Fault.BANNED else finding.known.nickname


def outsiders_listed(group: str, wrong: Sequence[tuple[str, Fault]]) -> str:
    head = f"{group}里有 {len(wrong)} 位外部成员的昵称要核实，必要时请对方改，或移出群："
    return "\n".join([head, *map(_outsider, wrong[:LISTED]), f"看全部：/昵称报告 {group}"])


def _outsiders(found: Survey) -> Iterator[str]:
    if found.outsiders:
        yield f"外部成员 {found.outsiders} 人，昵称建议写「公司-姓名」，不强制。"
    yield from map(_outsider, found.wrong_outsiders[:LISTED])


def _outsider(named: tuple[str, Fault]) -> str:
    nickname, fault = named
    word = "…" if fault is Fault.BANNED else shown(nickname, SHOWN)
    return f"· 外部成员「{word}」{label(fault)}，请核实。"


def _unmatched(found: Survey) -> Iterator[str]:
    if found.unmatched:
        yield f"粘贴的名单里有 {len(found.unmatched)} 行对不上人："
    for each in found.unmatched[:LISTED]:
        yield f"· {shown(each.nickname, SHOWN)}：{why_unmatched(each)}"


def why_unmatched(each: Matched) -> str:
    if not each.people:
        return "认不出是谁"
    return "已有另一行" if each.person else "可能是几位同名同事"


def _honestly(found: Survey, *, again: bool) -> Iterator[str]:
    """What WeCom can't tell, and what was looked at instead."""
    sources = "、".join(f"{source} {number} 人" for source, number in found.sources.items() if number)
    if found.group.has_customers:
        yield f"{_of_the_reading(found)}{AGAIN if again else ''}"
    else:
        yield f"企业微信不让机器人读内部群的昵称，这里查的是：{sources or '还没有任何昵称'}。"
        yield f"想逐个核对，把群成员的昵称一行一个贴在「/昵称报告 {found.group.name}」下面私聊发我。"
    if not found.members_known:
        yield "这个群没有登记成员名单，还差谁没查到不清楚。"


def _of_the_directory(found: Survey) -> Iterator[str]:
    """What was looked at of everybody, whether or not his nickname is known."""
    if not found.people:
        return
    if not found.doubted:
        yield "通讯录里的姓名和别名也查过了，没有问题。"
        return
    yield f"通讯录里的姓名和别名有 {len(found.doubted)} 处要核实："
    for each in found.doubted[:LISTED]:
        yield f"· 账号 {each.user} 的{each.field}{each.doubt}"


def _of_the_reading(found: Survey) -> str:
    reading = found.reading
    if reading is None:
        return "客户群的昵称还没有从企业微信读到。"
    if not reading.granted:
        return "客户群的昵称读不了：请管理员在 客户联系 → 可调用接口的应用 里加上本应用，群主要在应用的可见范围内。"
    return f"客户群的昵称是 {clock_time(reading.at.astimezone(found.at.tzinfo), found.at)} 从企业微信读到的。"
