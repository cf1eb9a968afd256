"""The complete configuration of a bot that lives in this sandbox, as TOML."""

import json
from pathlib import Path
from typing import Any

from sandbox.company import Company, Person
from sandbox.world import World

UNLISTED_ROLES = ("employee", "group_admin")  # everybody; a group names its own
NOTICE_TYPES = ("E3", "E4")
POLICIES = ("D2", "D3", "D5", "D6", "D8", "D10", "D12", "D13", "D15")


def write(world: World, path: Path, *, bot_port: int, by_callback: bool = False) -> None:
    """Readable by its owner only: it holds secrets."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    path.chmod(0o600)
    path.write_text(render(world, path.resolve(), bot_port, by_callback=by_callback), encoding="utf-8")


def render(world: World, path: Path, bot_port: int, *, by_callback: bool) -> str:
    """The database lies beside `path` and is named after it. `by_callback`: instead of the long connection."""
    own, company = world.credentials, world.company
    keys = {"token": own.token, "encoding_aes_key": own.encoding_aes_key}
    line = keys if by_callback else {"secret": own.bot_secret, "ws_url": world.ws_url}
    parts = [
        _lines({"clock": "sandbox"}),
        "[database]\n" + _lines({"url": f"sqlite:///{path.with_suffix('.sqlite3')}"}),
        "[server]\n" + _lines({"host": world.host, "port": bot_port}),
        "[wecom]\n" + _lines({"api_base": world.api_base, "corp_id": own.corp_id}),
        "[wecom.app]\n" + _lines({"agent_id": own.agent_id, "secret": own.app_secret, **keys}),
        "[wecom.contacts]\n" + _lines({"secret": own.contacts_secret}),
        "[wecom.bot]\n" + _lines({"id": own.bot_id, **line}),
        "[company]\n" + _lines({"bot_name": company.bot_name}),
        "[company.department_aliases]\n"
        + _lines({name: list(aliases) for name, aliases in company.department_aliases.items() if aliases}),
        "[roles]\n" + _lines(_roles(world)),
        "[leave]\n" + _lines({"region": company.region} if company.region else {}),
        *(_adopted(policy, company) for policy in POLICIES),
        *(_leave(person, company) for person in company.people),
        *("[[groups]]\n" + _lines(_group(world, room_id)) for room_id in world.directory.rooms),
    ]
    return "\n\n".join(parts) + "\n"


def _roles(world: World) -> dict[str, list[str]]:
    tags = [tag for tag in world.directory.tags.values() if tag.name not in UNLISTED_ROLES]
    return {tag.name: [person.userid for person in world.directory.tagged(tag.id)] for tag in tags}


def _adopted(policy: str, company: Company) -> str:
    """Discussed, consulted about, published and signed for: the company of the sandbox may act by its policies."""
    year = company.now.year
    steps = {"discussed": f"{year}-01-05", "consulted": f"{year}-01-12", "published": f"{year}-01-20", "ack": 100}
    return f"[moderation.adopted.{policy}]\n{_lines(steps)}"


def _leave(person: Person, company: Company) -> str:
    """What HR would enter; nobody here has worked elsewhere before."""
    table, hired = f"leave.people.{_key(person.userid)}", person.hired.isoformat()
    shift = {"shift": company.night_shift} if person.userid in company.at_night else {}
    facts = f"[{table}]\n" + _lines({"began": hired, "joined": hired, **shift})
    balance = company.balances.get(person.userid)
    return f"{facts}\n\n[{table}.days.{company.now.year}]\n{_lines(balance)}" if balance else facts


def _group(world: World, room_id: str) -> dict[str, Any]:
    room, own = world.directory.rooms[room_id], world.credentials
    keys = {
        "id": room.id,
        "name": room.name,
        "type": room.type,
        "aliases": list(room.aliases),
        "purpose": room.purpose or None,
        "departments": list(room.departments) or None,
        "mandatory": room.mandatory,
        "admins": [room.admin] if room.admin else [],
        "members": list(room.members),
        "bot_chat_id": own.chat_ids.get(room_id),
        "app_chat_id": own.appchats.get(room_id),
        "webhook_key": own.webhooks.get(room_id),
        "subscribes": ["安全提醒"] if room.type in NOTICE_TYPES else None,
    }
    return {key: value for key, value in keys.items() if value is not None}


def _lines(values: dict[str, Any]) -> str:
    """JSON strings, numbers and lists are TOML too; keys are quoted where they must be."""
    return "\n".join(f"{_key(key)} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items())


def _key(key: str) -> str:
    return key if key.isascii() and key.replace("_", "").isalnum() else json.dumps(key, ensure_ascii=False)
