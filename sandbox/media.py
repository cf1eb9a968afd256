"""Pictures and files: what bots upload, what people attach. A media_id lives three days (D-90253)."""

import secrets
from dataclasses import dataclass

from sandbox.clock import Clock
from sandbox.errors import ApiError

LIFETIME = 3 * 86400.0


@dataclass(frozen=True, slots=True)
class Media:
    """`kind` is image, voice, video or file; `expires` in seconds of the company's clock.

    `scope` says who may send it: apps of the corp when empty, the AI bot, or one webhook.
    """

    media_id: str
    kind: str
    filename: str
    data: bytes
    created: float
    expires: float
    scope: str = ""

    @property
    def page_url(self) -> str:
        return f"/sandbox/media/{self.media_id}"

    @property
    def content_type(self) -> str:
        if self.data.startswith(b"\x89PNG"):
            return "image/png"
        return "image/jpeg" if self.data.startswith(b"\xff\xd8") else "application/octet-stream"


class MediaStore:
    """Kept in memory; the chat page may look at expired ones, the platform may not."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._kept: dict[str, Media] = {}

    def add(self, kind: str, filename: str, data: bytes, *, scope: str = "") -> Media:
        now = self._clock.seconds()
        media = Media(secrets.token_urlsafe(48), kind, filename, data, now, now + LIFETIME, scope)
        self._kept[media.media_id] = media
        return media

    def find(self, media_id: str) -> Media | None:
        return self._kept.get(media_id)

    def usable(self, media_id: object, kind: str, scope: str | None = "") -> Media:
        """ApiError 41006 without an id, 40007 when it is unknown, too old, of another kind, or uploaded elsewhere."""
        media = self.any_kind(media_id)
        if media.kind != kind or scope not in (None, media.scope):
            raise ApiError(40007)
        return media

    def any_kind(self, media_id: object) -> Media:
        if not media_id:
            raise ApiError(41006)
        media = self._kept.get(str(media_id))
        if media is None or self._clock.seconds() >= media.expires:
            raise ApiError(40007)
        return media


def looks_like(kind: str, data: bytes) -> bool:
    """By the first bytes: JPG or PNG, AMR, MP4; a file may be anything."""
    if kind == "image":
        return is_picture(data)
    if kind == "voice":
        return data.startswith(b"#!AMR")
    return kind == "file" or data[4:8] == b"ftyp"


def is_picture(data: bytes) -> bool:
    """PNG or JPEG, by the first bytes."""
    return data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"))
