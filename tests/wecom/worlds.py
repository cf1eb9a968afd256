"""What the transports' tests stand on: a stopped clock, an inbox in memory, and a WeCom that signs callbacks."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

from bot.identifiers import FileId
from bot.shapes.incoming import Incoming
from bot.wecom.crypto import CallbackKeys, MessageCrypt

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=timezone(timedelta(hours=8)))
STAMP = int(NOW.timestamp())
CORP = "wx5823bf96d3bd56c7"
KEYS = CallbackKeys("QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C")
OTHER_KEYS = CallbackKeys("rotated", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG")


class StoppedClock:
    def now(self) -> datetime:
        return NOW


@dataclass
class MemoryIntake:
    """Keeps what it took; `broken` raises `error`: as a database that is away would."""

    taken: list[Incoming] = field(default_factory=list)
    broken: bool = False
    error: Exception = field(default_factory=lambda: ConnectionError("the database is away"))

    async def take(self, incoming: Incoming) -> bool:
        if self.broken:
            raise self.error
        if any(earlier.key == incoming.key for earlier in self.taken):
            return False
        self.taken.append(incoming)
        return True


@dataclass
class MemoryFiles:
    """The port `Files`: f0, f1 …"""

    kept: dict[FileId, bytes] = field(default_factory=dict)

    async def keep(self, data: bytes, *, at: datetime) -> FileId:
        file = FileId(f"f{len(self.kept)}")
        self.kept[file] = data
        return file

    async def read(self, file: FileId) -> bytes | None:
        return self.kept.get(file)


@dataclass(frozen=True)
class Signer:
    """WeCom's side of a callback."""

    keys: Sequence[CallbackKeys] = (KEYS,)
    corp: str = CORP

    def post(self, xml: str, *, stamp: int = STAMP, nonce: str = "n0nce") -> tuple[dict[str, str], bytes]:
        """Query and body of a delivery."""
        sealed = MessageCrypt(self.keys, self.corp).seal(xml.encode(), timestamp=str(stamp), nonce=nonce)
        query = {"msg_signature": sealed.signature, "timestamp": str(stamp), "nonce": nonce}
        return query, envelope(sealed.encrypted)


def envelope(encrypted: bytes) -> bytes:
    return (
        b"<xml><ToUserName><![CDATA[" + CORP.encode() + b"]]></ToUserName>"
        b"<AgentID><![CDATA[1000017]]></AgentID><Encrypt><![CDATA[" + encrypted + b"]]></Encrypt></xml>"
    )


def text_xml(content: str = "/帮助", *, msg_id: int = 7234567890123456789) -> str:
    return (
        f"<xml><ToUserName><![CDATA[{CORP}]]></ToUserName><FromUserName><![CDATA[Lin.Mei]]></FromUserName>"
        f"<CreateTime>{STAMP}</CreateTime><MsgType><![CDATA[text]]></MsgType>"
        f"<Content><![CDATA[{content}]]></Content><MsgId>{msg_id}</MsgId><AgentID>1000017</AgentID></xml>"
    )


PRESS_XML = f"""<xml>
 <ToUserName><![CDATA[{CORP}]]></ToUserName><FromUserName><![CDATA[chen_hao]]></FromUserName>
 <CreateTime>{STAMP}</CreateTime><MsgType><![CDATA[event]]></MsgType>
 <Event><![CDATA[template_card_event]]></Event><EventKey><![CDATA[approve]]></EventKey>
 <TaskId><![CDATA[leave-0042]]></TaskId><CardType><![CDATA[multiple_interaction]]></CardType>
 <ResponseCode><![CDATA[RC_abc123]]></ResponseCode><AgentID>1000017</AgentID>
 <SelectedItems>
  <SelectedItem><QuestionKey><![CDATA[reason]]></QuestionKey>
   <OptionIds><OptionId><![CDATA[ok]]></OptionId><OptionId><![CDATA[late]]></OptionId></OptionIds></SelectedItem>
  <SelectedItem><QuestionKey><![CDATA[days]]></QuestionKey>
   <OptionIds><OptionId><![CDATA[2]]></OptionId></OptionIds></SelectedItem>
 </SelectedItems></xml>"""


def contact_xml(change: str, fields: str) -> str:
    return (
        f"<xml><ToUserName>{CORP}</ToUserName><FromUserName>sys</FromUserName><CreateTime>{STAMP}</CreateTime>"
        f"<MsgType>event</MsgType><Event>change_contact</Event><ChangeType>{change}</ChangeType>{fields}</xml>"
    )
