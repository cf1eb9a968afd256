"""The real bot as a process, with a real configuration: an app with its callback, the clock of the system."""

import json
from pathlib import Path

from bench.callbacks import AES_KEY, CORP_ID, TOKEN

PRIVACY_KEY = "YmVuY2htYXJrcyBrZWVwIG5vdGhpbmcgdGhhdCdzIG0="  # of nothing that anybody keeps


def write_config(path: Path, *, database: str, port: int, api_port: int) -> Path:
    """Everything at its default but for addresses and secrets. `database` is a URL."""
    tables: dict[str, dict[str, object]] = {
        "database": {"url": database},
        "spool": {"file": str(path.parent / "spool.sqlite3")},
        "server": {"port": port},
        "wecom": {"api_base": f"http://127.0.0.1:{api_port}", "corp_id": CORP_ID},
        "wecom.app": {"agent_id": 1000002, "secret": "bench", "token": TOKEN, "encoding_aes_key": AES_KEY},
        "wecom.contacts": {"secret": "bench"},
        "privacy": {"secret": PRIVACY_KEY},
    }
    path.touch(mode=0o600)
    path.write_text("\n".join(f"[{name}]\n{_lines(values)}" for name, values in tables.items()), encoding="utf-8")
    return path


def sqlite(folder: Path) -> str:
    """The URL of a database beside the configuration."""
    return f"sqlite:///{folder / 'qunwu.sqlite3'}"


def run_command(config: Path, program: str = "bot") -> list[str]:
    return [program, "run", "--config", str(config)]


def _lines(values: dict[str, object]) -> str:
    return "".join(f"{key} = {json.dumps(value)}\n" for key, value in values.items())
