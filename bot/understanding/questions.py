"""Questions about a command: how it is used, what it is for. They are answered by /帮助, and never carry it out."""

from typing import Final

from bot.patterns import regex
from bot.understanding.chatter import without_chatter, without_courtesy
from bot.understanding.names import Names, folded

LONGEST: Final = 40  # characters; whoever writes more tells something
_OF_PAPER: Final = "(?:条|单|表|栏|书|号|功能|命令|流程|手续|规定|制度|怎么回事)?"
_HOW: Final = "怎么样?|怎样|如何|咋样?|肿么"
_USE: Final = "用|写|填|弄|办|办理|操作|使用|申请|提交|发|发起|搞|设置|开|报|提|走|查|看|做|请|改|说|回事"
# 怎么写 · 如何办理呢 · 是干嘛的 · 是什么意思 · 有什么用 · 的流程是什么 · 在哪里
_ABOUT: Final = regex(
    rf"[\s的]*+{_OF_PAPER}[\s，,]*+(?:"
    rf"(?:应该|该|要|得)?(?:{_HOW})(?:{_USE})*"
    r"|(?:这个)?(?:是|有|能)?(?:做|干)?(?:什么|啥|干嘛|干什么)(?:意思|用处|用途|作用|功能|用|东西|的|条件|流程|步骤)*"
    r"|(?:是)?(?:在)?(?:哪|哪里|哪儿|哪个地方)(?:看|找|用|办|申请|填|点|发)?"
    r"|(?:的)?(?:电话|热线|邮箱|渠道|途径|入口|方式)(?:号码?)?(?:是|有)?(?:多少|什么|啥|哪些?|几号?)?"
    r"|(?:有)?(?:什么|哪些)?(?:流程|步骤|条件|说明|教程|用法|格式|规则)(?:是)?(?:什么|啥|怎样|怎么样|呢)?"
    r")[\s的吗呢啊呀？?。.！!]*+"
)
_ASKS_HOW: Final = regex(rf"(?:我|咱们?|大家|员工)?(?:该|应该|要|想|想要|可以)?(?:{_HOW})(?:才能|可以|去|来)?")
_ASKS_WHAT: Final = regex(
    "(?:什么|啥)(?:是|叫)|(?:介绍|解释|说明)(?:一下|下)?|(?:谁|哪些人|什么人)(?:才能|能|可以|有权)"
)
# 项目B工作群怎么进
_WAY_BEHIND: Final = regex(
    rf"(?P<what>\S{{2,12}}?[群台])(?:要|该|应该|得)?(?:{_HOW})(?P<verb>进|加入|加|退出|申请加入)"
)
_USES: Final = regex(f"(?:{_USE})")
_ASKS: Final = regex(
    f"{_HOW}|什么|干嘛|干什么|哪|为何|为啥|多久|几天|[吗嘛么][？?。]?$|[？?]$|谁|能不能|可不可以|是不是|有没有|行不行"
)
_END_OF_A_QUESTION: Final = regex("(?:[吗嘛么]|[？?])[？?。！!]*$")
_PAPER: Final = regex(
    rf"([\u4e00-\u9fff]{{2,4}}?)(?:条|单|表|功能|命令)?(?:应该|该|要)?(?:{_HOW})(?:写|填|用|开|请|申请|提交|办理|办|弄|报|操作|使用)"
)


def is_asked(line: str) -> bool:
    """Whether `line` ends as a question does."""
    return bool(_END_OF_A_QUESTION.search(line))


def asks_how(words: str) -> bool:
    return bool(_ASKS_HOW.search(words))


def way_asked(line: str) -> str | None:
    """What `line` asks the way to: 加入项目B工作群, of 怎么加入项目B工作群. Who asks doesn't want to go it yet."""
    said = without_chatter(line).rstrip("？? ")
    if behind := _WAY_BEHIND.fullmatch(said):
        return f"{'加入' if behind['verb'] in '进加' else behind['verb']}{behind['what']}"
    asking = _ASKS_HOW.match(said)
    return said[asking.end() :].rstrip("？? ") if asking else None


def is_question(words: str) -> bool:
    return bool(_ASKS.search(words))


def is_about(words: str) -> bool:
    """Whether `words`, which follow a command's name, ask what it is or how it is used, and nothing else."""
    return len(words) <= LONGEST and bool(words) and _ABOUT.fullmatch(words) is not None


def topic_of(line: str, names: Names) -> str | None:
    """The command that `line` asks about, or at least what it calls it; None: it is no such question."""
    said = without_chatter(line).removeprefix("/")
    if len(said) > LONGEST:
        return None
    wish = without_courtesy(said)
    if asked := _asked_at_the_end(wish, names) or _asked_at_the_front(wish, names):
        return asked
    paper = _PAPER.fullmatch(said.rstrip("？? "))
    return _said_by(paper[1], names) or paper[1] if paper else None


def _said_by(words: str, names: Names) -> str | None:
    """忘记打卡怎么办 asks about 补卡, which those words mean."""
    fitting = {command.name for _, command, _ in names.saying(words)} if words[0] in "忘漏没丢" else set()
    return fitting.pop() if len(fitting) == 1 else None


def _asked_at_the_end(line: str, names: Names) -> str | None:
    """请假条怎么写 · 订阅是干嘛的 · 我可以退订吗"""
    found = names.beginning(folded(line))
    if found is None:
        return None
    command, name = found
    words = line[len(name) :]
    return command.name if is_about(words) or (words and is_question(words)) else None


def _asked_at_the_front(line: str, names: Names) -> str | None:
    """怎么退订 · 如何使用昵称检查 · 什么是昵称检查 · 谁能任命群管理员"""
    asking = _ASKS_WHAT.match(line) or _ASKS_HOW.search(line)
    if asking is None:
        return None
    asked = line[asking.end() :].rstrip("？? ")
    found = names.beginning(folded(asked)) or names.beginning(folded(_USES.sub("", asked, count=1)))
    return found[0].name if found else None
