"""How people talk, put into the words that sentences are declared in: 咋样 is 怎么样, 中不中 is 行不行. Pure.

Tried where the line as it stands is not understood; it is shown to whoever said it before anything is done.
"""

from typing import Final

from bot.patterns import regex

_SAID: Final = (
    (regex("咋(?=[样整弄办搞说算处罚])|(?<=[会该要])咋|^咋|(?<=隐患)咋"), "怎么"),
    (regex("啥子|啥(?!时)|么子|嘛玩意儿?"), "什么"),
    (regex("啥时候?|几时"), "什么时候"),
    (regex("俺们?"), "我"),
    (regex("晓得|造不"), "知道"),
    (regex("听讲"), "听说"),
    (regex("中不中|中不|成不成|成不|得不得行|要得不"), "行不行"),
    (regex("(?:木|莫|冇)(?:有|得)"), "没有"),
    (regex("(?<=[找问是由归])哪个(?!群)"), "谁"),
    (regex("今儿个?|今个儿?"), "今天"),
    (regex("明儿个?|明个儿?"), "明天"),
    (regex("后儿个?"), "后天"),
    (regex("昨儿个?|昨个儿?"), "昨天"),
    (regex("礼拜(?=[一二三四五六日天])"), "周"),
    (regex("刷卡(?!机)|摁卡|按指纹|刷脸(?!打)"), "打卡"),
    (regex("到底|究竟"), ""),
    (regex("是否"), "是不是"),
    (regex("(?<=[一-鿿])[喽咧嘞哩噻撒](?=$|[\\s，,。！!])"), ""),
    (regex("(?:^|(?<=[\\s，,。]))(?:帮我|给我)?(?:看|查)(?:一下|一查|下|看|查)这?个?(?=[一-鿿])"), ""),
)


def standard(line: str) -> str:
    for spoken, written in _SAID:
        line = spoken.sub(written, line)
    return line.strip()
