"""Pictures of before and after beside each other, a pair in each row. What is missing is said in its place."""

import base64
from collections.abc import Iterator, Sequence
from typing import Final

from bot.pictures.svg import FAINT, GRID, document, element, shortened, text

WIDTH: Final = 480
MARGIN: Final = 16
HEAD: Final = 96
SIDE: Final = (WIDTH - 3 * MARGIN) / 2
MISSING: Final = "没有照片"
_PNG: Final = b"\x89PNG"
Pair = tuple[bytes | None, bytes | None]


def pairs_picture(title: str, pairs: Sequence[Pair], *, note: str = "") -> str:
    """SVG. Each picture is a PNG or JPEG, before and after; both are shown whole."""
    parts = [
        text(shortened(title, WIDTH - 2 * MARGIN, 20), MARGIN, 34, size=20),
        text(shortened(note, WIDTH - 2 * MARGIN, 14), MARGIN, 56, size=14, fill=FAINT) if note else "",
        *(part for row, pair in enumerate(pairs) for part in _row(pair, HEAD + row * (SIDE + MARGIN))),
        text("整改前", MARGIN + SIDE / 2, HEAD - 8, size=16, anchor="middle"),
        text("整改后", 2 * MARGIN + SIDE * 1.5, HEAD - 8, size=16, anchor="middle"),
    ]
    return document(parts, width=WIDTH, height=int(HEAD + len(pairs) * (SIDE + MARGIN)))


def _row(pair: Pair, y: float) -> Iterator[str]:
    for place, data in enumerate(pair):
        x = MARGIN + place * (SIDE + MARGIN)
        yield element("rect", x=x, y=y, width=SIDE, height=SIDE, fill="#F3F6F9", stroke=GRID)
        if data is None:
            yield text(MISSING, x + SIDE / 2, y + SIDE / 2, anchor="middle", fill=FAINT)
            continue
        kind = "png" if data.startswith(_PNG) else "jpeg"
        source = f"data:image/{kind};base64,{base64.b64encode(data).decode()}"
        yield element("image", x=x, y=y, width=SIDE, height=SIDE, href=source)
