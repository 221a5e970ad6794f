"""A record of a name: made or named, checked before it is written, the files kept letter for letter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import tomli

from cstoref.authoring.load import load
from cstoref.intake.alike import records_like
from cstoref.intake.names import names_of
from cstoref.store.cache import open_store
from tests.conftest import Result

Run = Callable[..., Result]
COMMENTED = (
    "# By hand.\r\n[[leader]]\r\nid = 'anna'   # she\r\nname = 'Anna Ivanova'\r\ntype = 'person'\r\n"
    'names = ["Анна"]\r\n\r\n\r\n# Boris is next.\r\n[[leader]]\r\nid = "boris"\r\nname = "Boris"\r\n'
    'type = "person"\r\n# the end'
)


def tables(pack: Path, kind: str) -> list[dict[str, object]]:
    read: list[dict[str, object]] = tomli.loads((pack / "data" / f"{kind}s.toml").read_text("utf-8"))[kind]
    return read


def record(run: Run, pack: Path, *words: str) -> Result:
    return run("pack", "record", *words, "--pack", str(pack))


@pytest.mark.parametrize("text", [COMMENTED, COMMENTED.replace("\r\n", "\n")])
def test_a_record_is_added_and_every_other_letter_stays(run: Run, own_pack: Path, text: str) -> None:
    file = own_pack / "data" / "leaders.toml"
    file.write_bytes(text.encode())
    made = record(run, own_pack, "Zoran", "Petrov", "--type", "person", "--also", "Зоран Петров")
    assert (made.code, made.err) == (0, "")
    assert file.read_bytes().startswith(text.encode())
    place, id = made.out.strip().split(": ")
    assert file.read_text("utf-8").splitlines()[int(place.rpartition(":")[2]) - 1] == "[[leader]]"
    assert tables(own_pack, "leader")[-1] == {
        "id": "zoran-petrov",
        "name": "Zoran Petrov",
        "type": "person",
        "names": ["Зоран Петров"],
    }
    ends = {line[-2:] == b"\r\n" for line in file.read_bytes().splitlines(keepends=True)}
    assert len(ends) == 1
    store = open_store(str(own_pack))
    (mention,) = names_of(store).mentions("Then Зоран Петров left.")
    assert (id, mention.records) == ("zoran-petrov", ("zoran-petrov",))
    assert run("pack", "undo", "--pack", str(own_pack)).code == 0
    assert file.read_bytes() == text.encode()


def test_a_kind_without_a_file_gets_one_and_loses_it_again(run: Run, own_pack: Path) -> None:
    assert record(run, own_pack, "Lakeside Institute", "--type", "research").code == 0
    assert tables(own_pack, "institution") == [
        {"id": "lakeside-institute", "name": "Lakeside Institute", "type": "research"}
    ]
    assert run("pack", "undo", "--pack", str(own_pack)).code == 0
    assert not (own_pack / "data" / "institutions.toml").exists()


def test_a_name_is_added_to_a_record_of_ones_own(run: Run, own_pack: Path) -> None:
    before = (own_pack / "data" / "leaders.toml").read_bytes()
    named = record(run, own_pack, "Ania Iwanowa", "--same-as", "anna")
    assert (named.code, named.err) == (0, "")
    assert tables(own_pack, "leader")[0]["names"] == ["Анна", "Ania Iwanowa"]
    again = record(run, own_pack, "Ania Iwanowa", "--same-as", "anna")
    assert again.code and "anna has this name already" in again.err
    assert run("pack", "undo", "--pack", str(own_pack)).code == 0
    assert (own_pack / "data" / "leaders.toml").read_bytes() == before


def test_a_name_is_added_to_a_record_below_by_a_layer(run: Run, own_pack: Path, tmp_path: Path) -> None:
    own_layer = tmp_path / "mine"
    assert run("pack", "new", str(own_layer), "--extends", str(own_pack)).code == 0
    for name in ("Boriss", "Borys"):
        assert record(run, own_layer, name, "--same-as", "boris").code == 0
    assert tables(own_layer, "leader") == [{"id": "boris", "extend": True, "names": ["Boriss", "Borys"]}]
    (boris,) = [one for one in load(own_layer).records if one.id == "boris"]
    assert [(name.text, name.layer) for name in boris.names] == [("Boriss", "mine"), ("Borys", "mine")]


def test_names_with_comments_between_them_are_left_to_a_person(run: Run, own_pack: Path) -> None:
    file = own_pack / "data" / "leaders.toml"
    text = file.read_text("utf-8").replace('["Анна"]', '[\n  "Анна",  # as she writes it\n]')
    file.write_text(text, "utf-8")
    refused = record(run, own_pack, "Ania", "--same-as", "anna")
    assert refused.code and "have comments between; add it there by hand" in refused.err
    assert file.read_text("utf-8") == text


def test_what_sounds_like_it_is_named_first(run: Run, own_pack: Path) -> None:
    made = record(run, own_pack, "Anna Iwanova", "--type", "person", "--dry-run")
    assert "sounds like it: anna, Anna Ivanova, person" in made.err
    assert made.out.strip() == "would verify: anna-iwanova"
    store = open_store(str(own_pack))
    assert [one.record for one in records_like(store, "Olga Ivanova")] == ["anna"]
    assert records_like(store, "Zoran Petrov") == []
    assert records_like(store, "") == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("Foo",), "say what it is with --type"),
        (("Foo", "--type", "decision"), "there is event decision, agreement decision"),
        (("Foo", "--type", "persom"), "did you mean"),
        (("Foo", "--type", "zzzz"), "write one of state, former-state, person"),
        (("Foo", "--type", "person", "--id", "Foo Bar"), "id: "),
        (("Foo", "--type", "person", "--id", "anna"), "anna"),
        (("Foo", "--same-as", "nobody at all"), "nobody at all"),
        (("x" * 301, "--type", "person"), "300"),
        (("a" + "\u0301" * 40, "--type", "person"), "marks"),
        (("\u200b\u2060", "--type", "person"), "invisible"),
        (("   ", "--type", "person"), "name: is missing"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(
    run: Run,
    own_pack: Path,
    bytes_of: Callable[[Path], dict[str, bytes]],
    words: tuple[str, ...],
    message: str,
) -> None:
    before = bytes_of(own_pack)
    refused = record(run, own_pack, *words)
    assert refused.code and message in refused.err, refused.err
    assert "Traceback" not in refused.err
    assert bytes_of(own_pack) == before


@pytest.mark.parametrize(
    "name",
    [
        "\u202everkehrt",
        "Zoë\u0301 Çelik",
        "a\x1b[31mred",
        'Quote "\\" here',
        "王小明",
        "O’Neill\u200f",
        "[[leader]]",
    ],
)
def test_an_unusual_name_is_kept_as_it_is_and_shown_without_effect(
    run: Run, own_pack: Path, name: str
) -> None:
    made = record(run, own_pack, name, "--type", "person")
    assert made.code == 0, made.err
    assert "\x1b" not in made.out + made.err
    last = tables(own_pack, "leader")[-1]
    assert last["name"] == name
    shown = run("show", str(last["id"]), "--pack", str(own_pack))
    assert shown.code == 0 and "\x1b" not in shown.out and "\u202e" not in shown.out


def test_a_taken_id_gets_a_number(run: Run, own_pack: Path) -> None:
    assert record(run, own_pack, "Anna", "--type", "person").out.strip().endswith(": anna-2")
    assert record(run, own_pack, "News", "--type", "person").out.strip().endswith(": news-2")


def test_where_nothing_can_be_written_it_is_said(
    run: Run, own_pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    before = (own_pack / "data" / "leaders.toml").read_bytes()
    monkeypatch.setattr("os.open", refuse)
    refused = record(run, own_pack, "Zoran Petrov", "--type", "person")
    assert refused.code and "Permission denied" in refused.err and "Traceback" not in refused.err
    monkeypatch.undo()
    assert (own_pack / "data" / "leaders.toml").read_bytes() == before
