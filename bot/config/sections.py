"""What the tables of the configuration have in common: unknown keys refused, secrets out of files of their own."""

from pathlib import Path
from typing import Annotated, Any

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


class Section(BaseModel):
    """A table of the file. Unknown keys are refused: a misspelt setting must not be silently ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _read_secret_files(cls, values: Any) -> Any:
        if not isinstance(values, dict):
            return values
        read = {name: _content(f"{name}_file", values) for name in _FROM_FILES if values.get(f"{name}_file")}
        return {key: value for key, value in values.items() if key.removesuffix("_file") not in read} | read


def _content(key: str, values: dict[str, Any]) -> str:
    try:
        return Path(values[key]).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(f"{key} 指的文件 {values[key]} {unreadable(error)}") from None
