"""SHA-1 and CBC are WeCom's choice and stay in one file; MD5 is only where WeCom wants a file's digest by it."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
WEAK = {
    re.compile(r"sha_?1\b|\bsha\(", re.IGNORECASE): {"bot/wecom/crypto.py"},
    re.compile(r"\bCBC\b|\bECB\b|ciphers\.modes|ARC4|TripleDES|Blowfish"): {"bot/wecom/crypto.py"},
    re.compile(r"md5", re.IGNORECASE): {"bot/wecom/aibot/media.py", "bot/wecom/api/media.py"},
    re.compile(r"hashlib\.new\(|from hashlib import \*|getattr\(hashlib"): set[str](),
}
HINT = re.compile(r"hashlib|cipher|md5|MD5")
DOCSTRING = re.compile(r'"""(?:.|\n)*?"""')


def test_each_is_where_it_has_to_be_and_nowhere_else() -> None:
    found: dict[str, set[str]] = {weak.pattern: set() for weak in WEAK}
    for path in (path for folder in ("bot", "commands", "scheduler") for path in (ROOT / folder).rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if not HINT.search(text):
            continue
        for weak in WEAK:
            if weak.search(text) and weak.search(DOCSTRING.sub("", text)):
                found[weak.pattern].add(str(path.relative_to(ROOT)))
    assert found == {weak.pattern: places for weak, places in WEAK.items()}
