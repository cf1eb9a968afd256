"""What people say who want something done to somebody, in whatever order: 张三又拉票，给他记个警告. Pure.

Declared sentences can't hold these, since the reason stands before and the name anywhere. A clause has to be the order
itself: neither told (郑群警告了张三), nor asked (要警告张三吗), nor refused. Who isn't named is nobody: 警告标志坏了.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from bot.patterns import regex
from bot.shapes.arguments import Scene
from bot.understanding.marked import NAME, Marked, mark

Hears = Callable[[str, Scene], str | None]

_SOMEBODY: Final = "[他她]们?|此人|这个?人|这[位货]|该(?:员工|同事|人)|对方"
_CALLED: Final = (
    "(?:(?:(?:我们?|咱们?|本)?(?:部门?|班组?|组|车间|项目)的?)?(?:员工|同事|实习生|操作工|工人|班长|组长)?的?)?"
)
_WHOM: Final = f"(?P<whom>{NAME}|{_SOMEBODY})"
_HIM: Final = f"(?P<whom>{_SOMEBODY})"
_LEAD: Final = (
    "(?:那个?|烦?请(?![出走功退])|敬请|恳请|协助|麻烦[你您]?|帮[忙我着]?|建议|申请|申报|推荐|提名|要求|安排|拟|按(?:规定|制度|流程)|依[规法]"
    "|[我俺](?=要|想|建议|申请|提议)|要|想|先|再|就|都|应[该当]?|值?得|必须|务必|直接|赶[紧快]|马上|给我|可以|能不能|能否|可不可以|能(?=[给把帮])"
    "|管理员|小助手|处理一?下?(?=警|禁|移|通)|还是)*"
)
_PLACE: Final = f"(?:(?:在|到)?(?P<place>[^{NAME[1:-1]}\\s在把给对将]{{1,12}}?群)(?:聊|里面?|里边|内|中)?)?"
_WHY: Final = f"(?:(?P<why>[^{NAME[1:-1]}]{{2,16}})的)?"
_TO: Final = "(?:给|把|对|将|让|叫|跟|和|与|为|替)"
_OUT_OF: Final = f"(?:从(?:(?P<source>[^{NAME[1:-1]}\\s]{{1,12}}?群)|这?个?群)(?:聊|里面?|里边|内|中)?)?"
_SO: Final = "(?:先|再|直接|也|都|就|给|暂时|可以|该|应该|得)*"
_ONCE: Final = "(?:记|发|来|下|做|进行|执行|实施|采取|予以|给予|处以)?(?:一?[个次]|一下)?"
_ENDED: Final = "一?[下次回]|吧|掉|哈|啊|呗|算了|好了|处理|处罚|措施|谢谢|[他她]$"
_END: Final = f"(?:{_ENDED})*"
_DONE: Final = f"(?:了|{_ENDED})*"

# What goes on there is told and not ordered: 警告说…, 警告过, 禁言的人.
_TELLS: Final = regex("过|说|称|了|的|信|标|灯|书|函|声|我们|大家|自己|无效|没用|期|到期|结束|成功|失败|状态|通知")
_ASKS: Final = regex("[吗么?？][?？。]*$|了没|没有$|几[次天点]|多少|什么|怎么|为啥|是不是|要不要|该不该|有没有|谁|哪")
_HAPPENED: Final = regex("[了过](?:吗|么|没)")
_POLITE: Final = regex("能不能|可不可以|能否|(?:可以|行|好)?[吗么不][?？。]*$")
_FOR: Final = r"(?=[\d一二两三四五六七八九十半]|$)"  # how long, or nothing more
_PLEA: Final = regex("(?:请|麻烦)?(?:管理员|群主|群管|领导)?(?:处理|看|管)(?:一?下)?")
_CLAUSES: Final = regex(r"[\s，,。；;！!：:、~～]+")
_PARTICLES: Final = regex("^不$|^(?:一?[下次](?!子)|吧|呗|哈|啊|先)+|[吧呗哈啊呀了]+$")


def _orders(verb: str, *, object_first: bool = True, alone: bool = True, last: str = "") -> Iterator[str]:
    """The forms in which a verb orders something. `object_first`: 张三警告 may order it, where 张三表扬 only tells.

    `alone`: the verb may be the whole clause, with whom it is about in another. `last`: what may stand behind an object
    that comes first; what else follows is what he does himself (何苗清出来一批旧电脑).
    """
    begin = f"{_LEAD}{_PLACE}{_LEAD}"
    yield f"{begin}{_TO}{_WHY}{_CALLED}{_WHOM}{_OUT_OF}{_SO}{_ONCE}(?:{verb}){_DONE}"
    yield f"{begin}{_ONCE}(?:{verb})(?:一?[下次])?{_WHY}{_CALLED}{_WHOM}"
    yield f"{begin}(?:记|给予?){_CALLED}{_WHOM}一?[次个](?:{verb}){_DONE}"
    if object_first:
        yield f"{begin}{_WHY}{_WHOM}{_SO}{_ONCE}(?:{verb}){_END}{last}"
    if alone:
        yield f"{begin}{_ONCE}(?:{verb}){_DONE}(?:$|(?=[\\d一二两三四五六七八九十半到至]))"


def hears(cue: str, *forms: str, of_him: Sequence[str] = ()) -> Hears:
    """`cue`: without it no line is looked at any closer. Gives the words as if they stood behind a command's name.

    `of_him`: forms so plain that they may say 他 in a line that names nobody; who is meant is asked then.
    """
    known, named, unnamed = regex(cue), [regex(form) for form in forms], [regex(form) for form in of_him]

    def heard(line: str, scene: Scene) -> str | None:
        if not known.search(line) or line.startswith("/"):
            return None
        marked = mark(line, scene.company.finder.people.names_in)
        return _words(marked, named if marked.names else unnamed)

    return heard


def _words(marked: Marked, forms: Sequence[re.Pattern[str]]) -> str | None:
    """Whom first, where next, how long, and why in the order in which it was said."""
    clauses = {each: _order_in(each, forms) for each in _CLAUSES.split(marked.line) if each}
    order = next(filter(None, clauses.values()), None)
    if order is None:
        return None
    said = order.groupdict()
    whom = said.get("whom") or ""
    if not re.fullmatch(NAME, whom):
        whom = next(iter(re.findall(NAME, marked.line)), "")
    where = [said.get("place") or "", said.get("source") or ""]
    others = [part for clause, found in clauses.items() for part in _said_beside(clause, found, order)]
    why = [part.removeprefix(whom) for part in (*_left_of(order), *others, said.get("why") or "")]
    return marked.plain(" ".join(filter(None, (whom, *where, "，".join(filter(None, why))))))


def _order_in(clause: str, forms: Sequence[re.Pattern[str]]) -> re.Match[str] | None:
    if _HAPPENED.search(clause) or _ASKS.search(_POLITE.sub("", clause)):
        return None
    fitting = (form.match(clause) for form in forms)
    return next((each for each in fitting if each and not _TELLS.match(clause, each.end())), None)


def _left_of(order: re.Match[str]) -> Iterator[str]:
    """How long, how much, or why: what stands behind the order itself."""
    yield order.groupdict().get("much") or ""
    yield _PARTICLES.sub("", order.string[order.end() :])


def _said_beside(clause: str, found: re.Match[str] | None, order: re.Match[str]) -> Iterator[str]:
    """The reason that a clause is; none where it is the order, repeats it, or only calls for somebody."""
    again = found is not None and found.end() == len(clause)
    if found is not order and not again and not _PLEA.fullmatch(clause):
        yield clause


_MONEY: Final = r"(?P<much>(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百千半]+)(?:元|块钱?|钱)?)(?!\d|[天次个分小号月年])"
_OF_HIS: Final = "(?:的)?(?:账号|帐号|权限|号|机器人|使用)*"
_ACCOUNT: Final = "(?:账号|帐号|权限|号)"
_OFF: Final = "停用|停权|停掉|停了?(?!车|机|电|水|产|工|止)|封号|封[了掉上]?|冻[结上住]|冻了|锁[上了]"
_ON: Final = "恢复|解封|解冻|开回来|放开|打开|开通|还给[他她]"

asks_warning: Final = hears("警告", *_orders("(?:口头|书面|严重)*警告(?:处分|处理)?"))
asks_mute: Final = hears(
    "禁|静音|闭麦|嘴|闭口",
    f"{_LEAD}{_PLACE}{_LEAD}禁{_CALLED}{_WHOM}{_FOR}",
    *_orders(
        r"禁言|禁个?言|禁一下言|静音|闭麦|闭[会个]?儿?嘴|禁(?=$|\d|[一两三半])|封[上住]?[个]?嘴|的?嘴封[上住]?|封口"
    ),
    of_him=[f"{_LEAD}禁(?:言|了)?{_HIM}(?=[\\d一二两三四五六七八九十半])"],
)
asks_unmute: Final = hears(
    "解|取消|撤|放|恢复|可以|松开|不禁",
    f"{_LEAD}{_PLACE}{_LEAD}(?:解除|取消|撤销|撤掉|放开|恢复|解开)(?:掉|了)?对?{_WHOM}的?(?:禁言|发言|说话)(?:权限?)?{_DONE}",
    f"{_LEAD}{_PLACE}{_WHOM}的?(?:禁言|发言|说话)(?:权限?)?{_SO}(?:能|给)*(?:解除|取消|撤销|撤掉|放开|恢复|解开|解)了?{_DONE}",
    *_orders("解除禁言|取消禁言|解禁|解开|放出来|恢复发言|松开|放开|不禁(?:言|了)"),
    f"{_LEAD}{_PLACE}{_WHOM}(?:现在)?可以(?:说话|发言)了",
)
asks_removal: Final = hears(
    "移|踢|清|请[出走]|退群",
    *_orders(
        "(?:移[出除走]|移(?=一?下|个)|踢[出走掉]?|请[出走]|清[出退])(?!来)(?:一?下|个)?(?:去|群聊?|本群|这个群|出去)?(?!库|会)",
        last=f"(?=了?$|[^{NAME[1:-1]}\\s]{{0,12}}群)",
    ),
    f"{_LEAD}(?:让|叫|请){_WHOM}{_SO}(?:退群|退出(?:群聊?|本群)|离开(?:群聊?|本群)){_DONE}",
)
# 张三通报一下产量 has him tell something; only what ends there, or says 批评, is about him.
_PUBLIC: Final = "(?:全群|公开|点名|在群里|全厂)*通报"
asks_reprimand: Final = hears(
    "通报",
    *_orders(f"{_PUBLIC}(?:批评|(?={_DONE}$))"),
    f"{_LEAD}{_PLACE}{_LEAD}{_ONCE}{_PUBLIC}(?!表)(?:一?[下次])?{_WHY}{_CALLED}{_WHOM}",
)
asks_suspension: Final = hears(
    "停|封|冻|锁",
    f"{_LEAD}(?:给|把|将|对){_WHOM}{_OF_HIS}{_SO}(?:{_OFF}){_DONE}",
    f"{_LEAD}{_WHOM}的?{_ACCOUNT}{_SO}(?:{_OFF}){_DONE}$",
    f"{_LEAD}{_ACCOUNT}{_SO}(?:{_OFF}){_DONE}$",
    f"{_LEAD}(?:停用|冻结|封掉?){_WHOM}{_OF_HIS}",
    f"{_LEAD}(?:停[用掉了]?|锁[上了]?){_WHOM}的?{_ACCOUNT}{_DONE}$",
    of_him=[
        f"{_LEAD}(?:停[用掉了]?|锁[上了]?|冻结|封[掉了]?){_HIM}的?{_ACCOUNT}{_DONE}$",
        f"{_LEAD}(?:把|给|将){_HIM}的?{_ACCOUNT}{_SO}(?:{_OFF}){_DONE}$",
    ],
)
asks_restoring: Final = hears(
    f"{_ON}|撤销|取消|解除",
    f"{_LEAD}(?:撤销|取消|解除)对?{_WHOM}{_OF_HIS}的?(?:停用|冻结|封号){_DONE}",
    f"{_LEAD}(?:给|把|将){_WHOM}{_OF_HIS}{_SO}(?:恢复|解封|解冻){_OF_HIS}{_DONE}",
    f"{_LEAD}{_WHOM}的?{_ACCOUNT}(?:可以|能|该|先|给)*(?:{_ON}){_DONE}$",
    f"{_LEAD}(?:恢复|解封|解冻){_WHOM}{_OF_HIS}",
)
_UNPUNISHED: Final = (
    "(?!.{0,6}被(?!.*(?:投诉|举报|抓到?|查到|查出|发现|点名)).{0,6}(?:罚|扣))"  # who was fined by others is told of
)
asks_fine: Final = hears(
    "罚|扣",
    f"{_LEAD}(?:给|对)?{_WHOM}{_UNPUNISHED}(?P<why>[^\\s]{{0,10}}?)(?:罚款?|扣款?|扣工资){_MONEY}{_DONE}",
    f"{_LEAD}(?:罚款?|扣){_WHOM}的?(?:工资|奖金|钱)?{_MONEY}",
    f"{_LEAD}(?:罚款?|扣)(?:他|她)?(?:工资|奖金|钱)?{_MONEY}{_DONE}$",
)
asks_dismissal: Final = hears(
    "开除|辞|解雇|炒|劝退|合同|劳动关系",
    f"{_LEAD}{_TO}{_WHOM}的?{_SO}(?:解除|终止)(?:劳动)?(?:合同|关系)",
    f"{_LEAD}(?:解除|终止)(?:{_WHOM}的?)?(?:劳动)?(?:合同|关系){_DONE}$",
    *_orders("开除|辞退|解雇|炒鱿鱼|炒[了掉]|劝退|辞[了掉]", object_first=False, alone=False),
)
_PRAISED: Final = "点一?个?大?赞|[记请]一?[个次]?大?功|通报表扬|表[彰扬]|嘉奖|夸夸?"
asks_praise: Final = hears(
    "赞|功|表[彰扬]|嘉奖|夸",
    *_orders(_PRAISED, object_first=False, alone=False),
    f"(?=申|推|提|建议|应|值|得|必|想|要|给|能){_LEAD}(?:给)?{_ONCE}(?:{_PRAISED}){_DONE}$",
)
