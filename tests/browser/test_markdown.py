"""The page's own renderer, called in the browser: text in, elements out."""

import pytest

from .desk import Desk

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

RENDER = """async (texts) => {
    const { markdown, plain } = await import("/page/markdown.js");
    const html = (text) => {
        const box = document.createElement("div");
        box.append(markdown(text, (id) => ({ zhangsan: "张三" })[id] ?? id));
        return box.innerHTML;
    };
    return texts.map((text) => [html(text), plain(text)]);
}"""

TABLE = (
    '<div class="table"><table><thead><tr><th>项</th><th>值</th></tr></thead>'
    "<tbody><tr><td>年假</td><td>5</td></tr></tbody></table></div>"
)
CASES = [
    ("## 标题\n正文", "<h2>标题</h2><p>正文</p>", "标题 正文"),
    ("**粗** *斜* ~~删~~", "<p><strong>粗</strong> <em>斜</em> <del>删</del></p>", None),
    ("`**不粗**`", "<p><code>**不粗**</code></p>", "不粗"),
    ("```py\na < b\n```", "<pre><code>a &lt; b</code></pre>", None),
    ("> 一\n> 二", "<blockquote><p>一\n二</p></blockquote>", "一 二"),
    ("> > 深", "<blockquote><blockquote><p>深</p></blockquote></blockquote>", None),
    ("- 甲\n- 乙\n1. 丙", '<ul><li>甲</li><li>乙</li></ul><ol start="1"><li>丙</li></ol>', None),
    ("- 甲\n  - 乙", '<ul><li>甲</li><li class="level-1">乙</li></ul>', None),
    ('<font color="warning">**急**</font>', '<p><span class="font-warning"><strong>急</strong></span></p>', None),
    ('<font color="pink">字</font>', '<p>&lt;font color="pink"&gt;字&lt;/font&gt;</p>', "字"),
    ("<@zhangsan> <@all>", '<p><span class="mention">@张三</span> <span class="mention">@所有人</span></p>', None),
    ("甲\n\n---\n乙", "<p>甲</p><hr><p>乙</p>", None),
    ("3 * 4 * 5 和 a*b", "<p>3 * 4 * 5 和 a*b</p>", None),
    (
        "[制度](https://a.example/x)",
        '<p><a href="https://a.example/x" target="_blank" rel="noopener noreferrer">制度</a></p>',
        "制度",
    ),
    ("[坏](javascript:alert(1))", "<p><span>坏</span>)</p>", None),
    (
        "|项|值|\n|--|--|\n|年假|5|",
        TABLE,
        None,
    ),
]


async def test_markdown_becomes_elements(desk: Desk) -> None:
    await desk.sit()
    answers = await desk.page.evaluate(RENDER, [text for text, _, _ in CASES])
    for (text, html, plain), (rendered, stripped) in zip(CASES, answers, strict=True):
        assert rendered == html, text
        assert plain in (None, stripped), text


async def test_a_plain_text_message_is_not_markdown(desk: Desk) -> None:
    await desk.sit("zhangsan", "app")
    text = '**原样** <a href="https://a.example/">链接</a>'
    desk.world.journal.add("sent", via="app", to={"user": "zhangsan"}, msgtype="text", text=text)
    await desk.reads("**原样** 链接")
    assert await desk.last.get_by_role("link").get_attribute("href") == "https://a.example/"
