"""A company's own texts are read aside and again when they change; what is wrong leaves the others in use."""

from pathlib import Path

from bot.domain.desk.knowledge.in_use import shipped_index
from bot.services.desk.knowledge_book import LARGEST, KnowledgeBook

LUNCH = "# 食堂规定\n## 第一条 午餐\n午餐十一点半开始，可以打包带走。\n"


def found(book_index: object, question: str) -> list[str]:
    return [hit.passage.cited for hit in book_index.find(question)]  # type: ignore[attr-defined]


async def test_without_a_folder_what_comes_along() -> None:
    assert await KnowledgeBook().index() is shipped_index()


async def test_only_the_texts_in_use() -> None:
    index = await KnowledgeBook(texts=("D7",)).index()
    assert {each.source.id for each in index.passages} == {"D7"}


async def test_read_again_when_a_file_changes(tmp_path: Path) -> None:
    (tmp_path / "canteen.md").write_text(LUNCH, encoding="utf-8")
    book = KnowledgeBook(tmp_path, look_every=0.0)
    first = await book.index()
    assert found(first, "午餐可以打包吗") == ["《食堂规定》第一条"]
    assert found(first, "谁能拉人进群")
    (tmp_path / "canteen.md").write_text(LUNCH.replace("打包带走", "外带回家，自备饭盒"), encoding="utf-8")
    assert await book.index() is first  # those of before, whole, until the new ones are there
    await book.loaded()
    assert found(await book.index(), "午餐自备饭盒") == ["《食堂规定》第一条"]


async def test_an_own_text_takes_the_place_of_what_came_along(tmp_path: Path) -> None:
    (tmp_path / "groups.md").write_text(
        "# 我们的群规定\n编号：D7\n\n## 6 进群\n谁都可以邀请人进群。\n", encoding="utf-8"
    )
    index = await KnowledgeBook(tmp_path).index()
    assert [each.body for each in index.passages if each.source.id == "D7"] == ["谁都可以邀请人进群。"]


async def test_what_can_not_be_read_is_left_out(tmp_path: Path) -> None:
    """No UTF-8, nothing in it, too large, a link that leads out of the folder, a folder with the name of a file."""
    own = tmp_path / "own"
    own.mkdir()
    (tmp_path / "secret.md").write_text("# 秘密\n口令是天狼星。\n", encoding="utf-8")
    (own / "good.md").write_text(LUNCH, encoding="utf-8")
    (own / "bytes.md").write_bytes(b"\xff\xfe\x00")
    (own / "empty.md").write_text("", encoding="utf-8")
    (own / "large.md").write_bytes(b"a" * (LARGEST + 1))
    (own / "folder.md").mkdir()
    (own / "out.md").symlink_to(tmp_path / "secret.md")
    index = await KnowledgeBook(own).index()
    assert {each.source.title for each in index.passages if each.source.own} == {"食堂规定"}


async def test_a_folder_that_is_gone_leaves_what_was_in_use(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "canteen.md").write_text(LUNCH, encoding="utf-8")
    book = KnowledgeBook(own, look_every=0.0)
    first = await book.index()
    (own / "canteen.md").unlink()
    own.rmdir()
    await book.index()
    await book.loaded()
    assert await book.index() is first
