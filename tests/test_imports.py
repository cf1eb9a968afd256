"""The import rules of pyproject.toml leave nothing out, weak cryptography stays where WeCom demands it, and a start
loads nothing heavy that only some will need."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
MODULES = sorted(
    path.stem if path.is_file() else path.name
    for path in (ROOT / "bot").iterdir()
    if (path.suffix == ".py" or (path / "__init__.py").exists()) and path.stem != "__init__"
)
# SHA-1 and AES-CBC are what WeCom signs and encrypts callbacks and pictures with (D-90968), and good for nothing else.
_WEAK = re.compile(r"\bsha1\b|\bSHA1\b|modes\.CBC|\bmd5\b|\bMD5\b")
_MAY = "bot/wecom/"
_HEAVY = re.compile(r"^(?:import|from) (?:asyncpg|openpyxl|pypinyin|resvg_py|wechatpy)\b", re.MULTILINE)
_ONLY_WHERE_IT_IS = "bot/storage/engine/postgres.py"  # loaded by name, where the database is a PostgreSQL


@pytest.mark.parametrize("module", MODULES)
def test_every_module_has_its_layer(module: str) -> None:
    (layers,) = (each["layers"] for each in CONTRACTS if each["name"] == "layers")
    assert f"bot.{module}" in {name for layer in layers for name in layer.split(" | ")}


@pytest.mark.parametrize("folder", ["bot", "commands", "scheduler"])
def test_weak_cryptography_is_for_wecom_only(folder: str) -> None:
    found = [
        str(path.relative_to(ROOT))
        for path in sorted((ROOT / folder).rglob("*.py"))
        if _WEAK.search(path.read_text(encoding="utf-8"))
    ]
    assert [path for path in found if not path.startswith(_MAY)] == []
    assert folder != "bot" or "bot/wecom/crypto.py" in found


@pytest.mark.parametrize("folder", ["bot", "commands", "scheduler"])
def test_what_is_heavy_is_loaded_when_it_is_needed(folder: str) -> None:
    files = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in (ROOT / folder).rglob("*.py")}
    assert {name for name, text in files.items() if _HEAVY.search(text)} <= {_ONLY_WHERE_IT_IS}
