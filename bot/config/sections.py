"""What the tables of the configuration have in common: unknown keys refused, secrets out of files of their own."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, model_validator

from bot.errors import unreadable

SECRETS = ("secret", "token", "encoding_aes_key", "webhook_key")
_FROM_FILES = (*SECRETS, "url")  # an address may hold a password


def _of_43(key: SecretStr) -> SecretStr:
    if len(key.get_secret_value()) != 43:
        raise ValueError("EncodingAESKey 应当正好是 43 个字母和数字")
    return key


Secret = Annotated[SecretStr, Field(min_length=1)]
AesKey = Annotated[SecretStr, AfterValidator(_of_43)]
T = TypeVar("T")


class Section(BaseModel):
    """A table of the file. Unknown keys are refused: a misspelt setting must not be silently ignored."""

    # Most are checked as a part of `Settings` alone, and need nothing built of their own at every start.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _read_secret_files(cls, values: Any) -> Any:
        if not isinstance(values, dict):
            return values
        read = {name: _content(f"{name}_file", values) for name in _FROM_FILES if values.get(f"{name}_file")}
        return {key: value for key, value in values.items() if key.removesuffix("_file") not in read} | read


def _content(key: str, values: dict[str, Any]) -> str:
    return text_of(Path(values[key]), f"{key} 指的文件").strip()


def text_of(path: Path, called: str = "文件") -> str:
    """Raises ValueError with a Chinese line."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(f"{called} {path} {unreadable(error)}") from None


def meaning_of(path: Path, read: Callable[[str], T]) -> T:
    """What `read` finds in the file; it raises ValueError with a Chinese line, as this does."""
    text = text_of(path)
    try:
        return read(text)
    except ValueError as error:
        raise ValueError(f"文件 {path}：{error}") from None
