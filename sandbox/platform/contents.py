"""The message types of message/send and what a reader sees of each (D-90236)."""

from collections.abc import Callable
from dataclasses import dataclass

from sandbox import cards
from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.media import MediaStore
from sandbox.texts import cut, too_long


@dataclass(frozen=True, slots=True)
class Content:
    """What stands in the chat: text, perhaps a card, perhaps something to open at `url` of this server."""

    msgtype: str
    text: str
    card: Json | None = None
    url: str = ""


def part(body: Json, name: str) -> Json:
    """The object named like the msgtype; ApiError 40063 when it is missing."""
    value = body.get(name)
    if not isinstance(value, dict):
        raise ApiError(40063, name)
    return value


def words(holder: Json, name: str = "content") -> str:
    """A text that may not be empty (44004)."""
    value = holder.get(name)
    if not isinstance(value, str) or not value:
        raise ApiError(44004, name)
    return value


def bounded(holder: Json, name: str, limit: int, *, required: bool = False) -> str:
    """A text of at most `limit` bytes (45002)."""
    value = str(holder.get(name) or "")
    if required and not value:
        raise ApiError(40063, name)
    if too_long(value, limit):
        raise ApiError(45002, name)
    return value


def app_content(body: Json, media: MediaStore) -> Content:
    """Of a message/send. ApiError 40008 for a type that app messages do not have (markdown_v2 among them)."""
    readers: dict[str, Callable[[Json], Content]] = {
        "text": _text,
        "markdown": _markdown,
        "textcard": _textcard,
        "news": _news,
        "mpnews": _mpnews,
        "miniprogram_notice": _miniprogram,
        "template_card": _card,
    }
    msgtype = str(body.get("msgtype") or "")
    if msgtype in ("image", "voice", "file", "video"):
        return media_content(part(body, msgtype), msgtype, media)
    if msgtype not in readers:
        raise ApiError(40008, msgtype)
    return readers[msgtype](part(body, msgtype))


def media_content(
    holder: Json, kind: str, media: MediaStore, *, title_limit: int = 128, scope: str | None = ""
) -> Content:
    """`scope` None takes what anybody uploaded."""
    found = media.usable(holder.get("media_id"), kind, scope)
    title, description = bounded(holder, "title", title_limit), bounded(holder, "description", 512)
    lines = [f"[{KIND_WORDS[kind]}] {title or found.filename}".rstrip(), description]
    return Content(kind, "\n".join(line for line in lines if line), url=found.page_url)


KIND_WORDS = {"image": "图片", "voice": "语音", "video": "视频", "file": "文件"}


def _text(holder: Json) -> Content:
    return Content("text", cut(words(holder), 2048))


def _markdown(holder: Json) -> Content:
    content = words(holder)
    if too_long(content, 2048):
        raise ApiError(45002, "markdown.content")
    return Content("markdown", content)


def _textcard(holder: Json) -> Content:
    title, description = words(holder, "title"), words(holder, "description")
    if len(title) > 128 or len(description) > 512 or len(str(holder.get("btntxt") or "")) > 4:
        raise ApiError(45002, "textcard")
    url = bounded(holder, "url", 2048, required=True)
    return Content("textcard", f"{title}\n{description}\n{holder.get('btntxt') or '详情'} {url}")


def articles(holder: Json, *, url_required: bool) -> Content:
    """1 to 8 of them (45008)."""
    found = holder.get("articles") or []
    if not 1 <= len(found) <= 8:
        raise ApiError(45008)
    lines: list[str] = []
    for article in found:
        lines.append(bounded(article, "title", 128, required=True))
        lines.append(bounded(article, "description", 512))
        lines.append(bounded(article, "url", 2048, required=url_required and not article.get("appid")))
    return Content("news", "\n".join(line for line in lines if line))


def _news(holder: Json) -> Content:
    return articles(holder, url_required=True)


def _mpnews(holder: Json) -> Content:
    found = holder.get("articles") or []
    if not 1 <= len(found) <= 8:
        raise ApiError(45008)
    for article in found:
        bounded(article, "content", 666 * 1024, required=True)
        bounded(article, "thumb_media_id", 512, required=True)
        bounded(article, "author", 64)
    lines = [f"{bounded(article, 'title', 128, required=True)}\n{article.get('digest', '')}" for article in found]
    return Content("mpnews", "\n".join(lines))


def _miniprogram(holder: Json) -> Content:
    items = holder.get("content_item") or []
    if not holder.get("appid") or not holder.get("title") or len(items) > 10:
        raise ApiError(40058, "miniprogram_notice")
    rows = [f"{item.get('key', '')}：{item.get('value', '')}" for item in items]
    return Content("miniprogram_notice", "\n".join([str(holder["title"]), *rows]))


def _card(holder: Json) -> Content:
    cards.check(holder)
    return Content("template_card", cards.read(holder), card=holder)
