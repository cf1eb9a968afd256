"""The configuration: what the example promises, what is refused, and that secrets stay secret."""

import os
import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import UnionType
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from bot.config import loading, privacy
from bot.config.fingerprint import fingerprint
from bot.config.settings import Settings
from bot.domain.rights import BY_ITSELF, Role
from bot.errors import ConfigError

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"
MINIMAL = '[wecom.bot]\nid = "aib1"\nsecret = "hush"\n'
BOT_BY_ENVIRONMENT = {"QUNWU_WECOM__BOT__ID": "aib1", "QUNWU_WECOM__BOT__SECRET": "from-the-environment"}


@contextmanager
def environment(**variables: str) -> Iterator[None]:
    os.environ.update(variables)
    try:
        yield
    finally:
        for name in variables:
            del os.environ[name]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def load(file: Path, text: str) -> Settings:
    file.write_text(text, encoding="utf-8")
    return loading.load(file)


def problems(file: Path, text: str) -> list[str]:
    with pytest.raises(ConfigError) as refused:
        load(file, text)
    return [each.removeprefix(f"{file} 的 ").removeprefix(f"{file}：") for each in refused.value.problems]


# ---- the example


def test_the_example_lacks_the_bot_and_nothing_else() -> None:
    with pytest.raises(ConfigError) as refused:
        loading.load(EXAMPLE)
    assert refused.value.problems == (
        f"{EXAMPLE} 的 wecom.bot.id：是空的",
        f"{EXAMPLE} 的 wecom.bot.secret：是空的",
    )


def test_the_example_is_complete_once_the_bot_is_given() -> None:
    with environment(**BOT_BY_ENVIRONMENT):
        settings = loading.load(EXAMPLE)
    assert settings.wecom.bot
    assert settings.wecom.bot.secret.get_secret_value() == "from-the-environment"
    assert settings.server.host == "127.0.0.1"


def test_what_the_example_has_commented_out_is_valid_too(file: Path) -> None:
    assert set(_names(Settings)) - set(re.findall(r"\w+", _all_switched_on())) == set()
    with environment(**BOT_BY_ENVIRONMENT):
        settings = load(file, _all_switched_on().replace('"…"  ', '"' + "k" * 43 + '"  '))
    assert settings.wecom.app
    assert settings.groups[0].name == "项目A工作群"


def test_calendars_need_an_address_from_outside(file: Path) -> None:
    assert load(file, MINIMAL).configured_company().feeds_at == ""
    outside = '[server]\npublic_url = "https://bot.example.com/"\nical = true\n'
    assert load(file, MINIMAL + outside).configured_company().feeds_at == "https://bot.example.com/ical/"
    (problem,) = problems(file, MINIMAL + "[server]\nical = true\n")
    assert "public_url" in problem


def test_the_defaults_that_the_example_shows_are_the_defaults(file: Path) -> None:
    shown, real = tomllib.loads(_all_switched_on()), load(file, MINIMAL)
    assert shown["log_level"] == real.log_level
    assert shown["clock"] == real.clock
    assert shown["database"] == real.database.model_dump()
    assert shown["server"] | {"public_url": None} == real.server.model_dump()  # which has no default
    assert shown["wecom"]["api_base"] == real.wecom.api_base
    assert shown["wecom"]["picture_hosts"] == real.wecom.picture_hosts
    assert real.wecom.bot
    assert shown["wecom"]["bot"]["ws_url"] == real.wecom.bot.ws_url
    assert shown["company"]["bot_name"] == real.company.bot_name
    assert shown["company"]["timezone"] == real.company.timezone


def test_the_example_names_every_role_that_can_be_given() -> None:
    assert [role for role in Role if role not in BY_ITSELF and role not in _all_switched_on()] == []


def _all_switched_on() -> str:
    """The example, with every commented setting and table in force."""
    return re.sub(r"^# (?=\[|\"?[\w生产部]+\"? = )", "", EXAMPLE.read_text(encoding="utf-8"), flags=re.MULTILINE)


def _names(model: type[BaseModel]) -> Iterator[str]:
    for name, each in model.model_fields.items():
        yield name
        for kind in _kinds(each.annotation):
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                yield from _names(kind)


def _kinds(annotation: Any) -> tuple[Any, ...]:
    return get_args(annotation) if isinstance(annotation, UnionType) or get_args(annotation) else (annotation,)


# ---- the AI bot's two modes, and keys that are changed

AES = "k" * 43
BY_CALLBACK = f'[wecom.bot]\nid = "aib1"\ntoken = "t1"\nencoding_aes_key = "{AES}"\n'


def test_the_bot_speaks_by_long_connection_or_by_callback(file: Path) -> None:
    by_callback = load(file, BY_CALLBACK).wecom.bot
    assert by_callback
    assert (by_callback.secret, by_callback.keys) == (None, [("t1", AES)])
    assert "wecom.bot：secret（长连接）和" in problems(file, BY_CALLBACK + 'secret = "hush"\n')[0]
    assert "wecom.bot：没有填 secret" in problems(file, '[wecom.bot]\nid = "aib1"\n')[0]


def test_two_pairs_of_keys_are_good_while_one_replaces_the_other(file: Path) -> None:
    old = f'[wecom.bot.previous]\ntoken = "t0"\nencoding_aes_key = "{AES}"\n'
    bot = load(file, BY_CALLBACK + old).wecom.bot
    assert bot
    assert bot.keys == [("t1", AES), ("t0", AES)]
    assert "previous 是上一对" in problems(file, MINIMAL + old)[0]
    kept = file.with_name("old-token")
    kept.write_text("t0\n", encoding="utf-8")
    by_file = f'[wecom.bot.previous]\ntoken_file = "{kept}"\n'
    with environment(QUNWU_WECOM__BOT__PREVIOUS__ENCODING_AES_KEY=AES):
        bot = load(file, BY_CALLBACK + by_file).wecom.bot
    assert bot
    assert bot.keys[1] == ("t0", AES)


# ---- variables and files


def test_a_variable_beats_the_file(file: Path) -> None:
    with environment(QUNWU_DATABASE__URL="sqlite:////tmp/else.sqlite3", QUNWU_SERVER__PORT="9000"):
        settings = load(file, MINIMAL + '[database]\nurl = "sqlite://here.sqlite3"\n')
    assert settings.database.url == "sqlite:////tmp/else.sqlite3"
    assert settings.server.port == 9000


def test_a_secret_may_come_from_the_environment_alone(file: Path) -> None:
    with environment(QUNWU_WECOM__BOT__SECRET="hush"):
        settings = load(file, '[wecom.bot]\nid = "aib1"\n')
    assert settings.wecom.bot
    assert settings.wecom.bot.secret.get_secret_value() == "hush"


def test_a_secret_may_have_a_file_of_its_own(file: Path, tmp_path: Path) -> None:
    (tmp_path / "bot").write_text("hush\n", encoding="utf-8")
    settings = load(file, f'[wecom.bot]\nid = "aib1"\nsecret_file = "{tmp_path}/bot"\n')
    assert settings.wecom.bot
    assert settings.wecom.bot.secret.get_secret_value() == "hush"


def test_the_variable_may_name_the_file(file: Path, tmp_path: Path) -> None:
    (tmp_path / "bot").write_text("hush\n", encoding="utf-8")
    with environment(QUNWU_WECOM__BOT__SECRET_FILE=f"{tmp_path}/bot"):
        settings = load(file, '[wecom.bot]\nid = "aib1"\n')
    assert settings.wecom.bot
    assert settings.wecom.bot.secret.get_secret_value() == "hush"


# ---- what is refused


def test_everything_that_is_wrong_is_said_at_once(file: Path) -> None:
    text = """
        colour = "red"
        [server]
        port = 70000
        [wecom.bot]
        id = ""
        secret_file = "/nowhere/bot"
        [wecom.app]
        agent_id = 1
        secret = "hush"
        token = "hush"
        [company]
        timezone = "Mars/North"
        [roles]
        king = ["zhangsan"]
        """
    found = problems(file, text)
    assert sorted(line.partition("：")[0] for line in found) == [
        "colour",
        "company.timezone",
        "roles.king",
        "server.port",
        "wecom.app",
        "wecom.bot",
    ]
    assert "colour：没有这个设置" in found
    assert "company.timezone：没有 Mars/North 这个时区" in found
    assert "server.port：不能大于 65535" in found
    assert "wecom.bot：secret_file 指的文件 /nowhere/bot 没有这个文件" in found


def test_a_bot_that_could_not_speak_does_not_start(file: Path) -> None:
    assert problems(file, "[wecom]\n") == ["wecom：[wecom.bot] 和 [wecom.app] 一个都没有，机器人没法说话"]


def test_a_misspelt_variable_is_not_ignored(file: Path) -> None:
    with environment(QUNWU_DATBASE__URL="x"):
        assert problems(file, MINIMAL) == ["QUNWU_DATBASE__URL：没有这个设置，是不是想写 database"]
    with environment(QUNWU_DATABASE__ULR="x"):
        assert problems(file, MINIMAL) == ["QUNWU_DATABASE__ULR：没有这个设置，是不是想写 url"]


def test_a_variable_for_the_tests_is_not_a_setting(file: Path) -> None:
    with environment(QUNWU_TEST_SOMETHING="x"):
        assert load(file, MINIMAL)


def test_a_list_in_a_variable_must_be_json(file: Path) -> None:
    with environment(QUNWU_GROUPS="hush"):
        (line,) = problems(file, MINIMAL)
    assert line == "QUNWU_GROUPS：变量里的列表或一节要写成 JSON"


def test_a_value_of_the_wrong_kind_is_told_the_right_one(file: Path) -> None:
    text = """
        log_level = "loud"
        [database]
        url = "mysql://h/n"
        [wecom]
        api_base = "qyapi.weixin.qq.com"
        [wecom.bot]
        id = 7
        secret = "hush"
        ws_url = "https://openws.work.weixin.qq.com"
        [roles]
        hr = "zhangsan"
        """
    assert problems(file, text) == [
        "log_level：只能是 debug、info、warning、error",
        "database.url：要以 sqlite:// 或 postgres:// 开头",
        "wecom.api_base：要以 https:// 开头（或 http://）",
        'wecom.bot.id：要写成带引号的文字："…"',
        "wecom.bot.ws_url：要以 wss:// 开头（或 ws://）",
        'roles.hr：要写成列表：["…"]',
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('lgo_level = "info"', "lgo_level：没有这个设置，是不是想写 log_level"),
        ("[bot]", "bot：没有这个设置，是不是想写 wecom.bot"),
        ("[server]\nprot = 1", "server.prot：没有这个设置，是不是想写 port"),
        ("[wecom]\nagent_id = 1", "wecom.agent_id：没有这个设置，是不是想写 wecom.app.agent_id"),
        ('[wecom.app]\nagent_id = 1\nsecert_file = "x"', "wecom.app.secert_file：没有这个设置，是不是想写 secret_file"),
        ('[[groups]]\nid = "a"\nname = "a"\nnmae = "b"', "第 1 个 [[groups]] 的 nmae：没有这个设置，是不是想写 name"),
    ],
)
def test_what_was_probably_meant(file: Path, text: str, expected: str) -> None:
    assert expected in problems(file, f"{text}\n{MINIMAL}")


def test_a_file_that_can_not_be_read(tmp_path: Path) -> None:
    for path, expected in (
        (tmp_path, "是目录，不是文件"),
        (tmp_path / "no", "没有这个文件。在别处就用 --config 指出来，没有就把 config.example.toml 复制"),
    ):
        with pytest.raises(ConfigError) as refused:
            loading.load(path)
        assert refused.value.problems[0].startswith(f"{path}：{expected}")


def test_a_group_has_one_block(file: Path) -> None:
    blocks = [
        f'[[groups]]\nid = "{name}"\nname = "{name}"\nbot_chat_id = "{chat}"\n'
        for name, chat in (("A", "x"), ("B", "x"))
    ]
    assert load(file, MINIMAL + blocks[0]).groups
    assert problems(file, MINIMAL + "".join(blocks)) == ["groups：有两个群的 bot_chat_id 都是 x"]
    assert problems(file, MINIMAL + blocks[0] * 2) == ["groups：有两个群的 id 都是 A"]


def test_how_windows_saves_a_file(file: Path) -> None:
    file.write_text(MINIMAL, encoding="utf-8-sig")
    file.chmod(0o644)
    assert loading.load(file).wecom.bot
    assert privacy.warnings(file)
    file.write_text(MINIMAL + '[company]\nbot_name = "小助手"\n', encoding="gbk")
    with pytest.raises(ConfigError, match="不是 UTF-8，另存为 UTF-8 再试"):
        loading.load(file)


@pytest.mark.parametrize("text", ["not toml", "a = 'hush", "\ud800".encode("utf-8", "surrogatepass").decode("latin-1")])
def test_a_file_that_is_not_toml(file: Path, text: str) -> None:
    (line,) = problems(file, text)
    assert line
    assert "hush" not in line


# ---- secrets


def test_secrets_never_show(file: Path) -> None:
    text = MINIMAL + (
        '[database]\nurl = "postgres://u:hush@h/n"\n'
        '[wecom]\ncorp_id = "ww1"\n'
        f'[wecom.app]\nagent_id = 1\nsecret = "hush"\ntoken = "hush"\nencoding_aes_key = "{"hush" * 10}hus"\n'
        '[[groups]]\nid = "A"\nname = "A"\nwebhook_key = "hush"\n'
    )
    settings = load(file, text)
    assert "hush" not in repr(settings)
    assert "hush" not in str(settings)


def test_an_error_does_not_tell_the_secret(file: Path) -> None:
    text = '[wecom.bot]\nid = "a"\nsecret = ["hush"]\n[wecom.contacts]\nsecret = 7773\n'
    text += '[wecom.app]\nagent_id = "hush"\nsecret = "s"\ntoken = "t"\nencoding_aes_key = "hush"\n'
    found = "\n".join(problems(file, text))
    assert "EncodingAESKey 应当正好是 43 个" in found
    assert "hush" not in found
    assert "7773" not in found


def test_a_file_with_secrets_that_others_can_read(file: Path) -> None:
    load(file, MINIMAL)
    file.chmod(0o644)
    assert privacy.warnings(file) == [f"{file} 里有密钥，本机其他用户也能读：运行 chmod 600 {file}"]
    file.chmod(0o600)
    assert privacy.warnings(file) == []


def test_a_secret_in_a_file_of_its_own_that_others_can_read(file: Path, tmp_path: Path) -> None:
    secret = tmp_path / "bot"
    secret.write_text("hush", encoding="utf-8")
    secret.chmod(0o640)
    load(file, f'[wecom.bot]\nid = "aib1"\nsecret_file = "{secret}"\n')
    assert privacy.exposed(file) == [secret]
    secret.chmod(0o600)
    assert privacy.exposed(file) == []


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ('[wecom.bot]\nid = "a"\nsecret_file = "/run/secrets/bot"\n', False),
        ('[wecom.bot]\nid = "a"\nsecret = ""\n', False),
        ('[database]\nurl = "postgres://bot@db/qunwu"\n', False),
        ('[database]\nurl = "postgres://bot:hush@db/qunwu"\n', True),
        ('[[groups]]\nid = "A"\nwebhook_key = "hush"\n', True),
    ],
)
def test_only_what_is_secret_need_be_hidden(file: Path, text: str, *, warned: bool) -> None:
    file.write_text(text, encoding="utf-8")
    file.chmod(0o644)
    assert bool(privacy.warnings(file)) is warned


def test_a_configuration_is_told_from_another_without_being_shown(file: Path) -> None:
    same = load(file, MINIMAL), load(file, MINIMAL + '[server]\npublic_url = "https://bot.example.com"\n')
    other = load(file, MINIMAL.replace("hush", "hush!"))
    assert fingerprint(same[0]) == fingerprint(same[1]) != fingerprint(other)
    assert len(fingerprint(other)) == 12
