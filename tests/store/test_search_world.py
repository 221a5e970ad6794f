"""Names in the languages of the world, and texts in every script."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from cstoref import fold
from cstoref.store import world
from cstoref.store.cache import open_store
from cstoref.store.queries import Store
from cstoref.store.search.exact import SOURCE
from cstoref.store.search.lookup import look_up
from cstoref.store.search.outcome import CARD
from cstoref.store.search.results import find


@pytest.mark.parametrize(
    ("typed", "record"),
    [
        ("Kasachstan", "kazakhstan"),
        ("哈萨克斯坦", "kazakhstan"),
        ("คาซัคสถาน", "kazakhstan"),
        ("벨라루스", "belarus"),
        ("ベラルーシ", "belarus"),
        ("Ermenistan", "armenia"),
        ("ארמניה", "armenia"),
        ("تاجيكستان", "tajikistan"),
        ("किर्गिज़स्तान", "kyrgyzstan"),
        ("Ρωσία", "russia"),
        ("Moscou", "moscow"),
        ("莫斯科", "moscow"),
        ("Bischkek", "bishkek"),
        ("Ереван", "yerevan"),
    ],
)
def test_a_name_in_any_language_leads_to_its_record(builtin: Store, typed: str, record: str) -> None:
    outcome = look_up(builtin, typed, builtin.default_day)
    assert (outcome.status, outcome.record, outcome.certain) == (CARD, record, True)


def test_these_names_do_not_crowd_what_begins_so(builtin: Store) -> None:
    """They are found whole only: no completion, no beginning of a name, no near match."""
    assert builtin.database.execute("SELECT count(*) FROM world_name").fetchone()[0] > 2000
    assert all(hit.record != "kazakhstan" for hit in find(builtin, "kasachst").hits if hit.tier < SOURCE)


def test_a_territory_is_no_beginning_of_a_persons_name(builtin: Store) -> None:
    """France does not begin Frantsevich, nor Oman an Omanov: none of the names of the territories does."""
    words = {word for (word,) in builtin.database.execute("SELECT DISTINCT word FROM word_key")}
    begun = {word[:end] for word in words for end in range(4, len(word)) if world.is_territory(word[:end])}
    assert fold.key("France") in begun
    for territory in sorted(begun):
        outcome = look_up(builtin, territory, builtin.default_day)
        if outcome.status == CARD:
            names = builtin.database.execute(
                "SELECT words FROM name_key k JOIN record r ON r.id = k.record WHERE record = ? "
                "AND r.kind = 'leader'",
                (outcome.record,),
            ).fetchall()
            assert not names or any(territory in name.split() for (name,) in names), territory


def test_the_files_are_those_of_the_command() -> None:
    """`territories.txt` has the folded keys of the names beside it, so a change of folding is noticed."""
    keys = Path(world.FOLDER, "territories.txt").read_text(encoding="utf-8").split("\n")
    assert keys[1:-1] == sorted({*keys[1:-1]})
    for _, _, name in world.names({"FR", "MX", "TR", "KZ", "Asia/Tashkent"}):
        assert not fold.key(name) or world.is_territory(fold.key(name)), name


TEXTS = {
    "Russian": (
        "Лукашенко отказался подписать соглашение на саммите.",
        ["саммите", "отказался подписать", "soglashenie"],
    ),
    "Arabic": ("رفض الرئيس التوقيع على الاتفاقية.", ["الرئيس", "الاتفاقية"]),
    "Armenian": ("Նախագահը հրաժարվեց ստորագրել համաձայնագիրը։", ["Նախագահը", "hamadzaynagiry"]),
    "Georgian": ("პრეზიდენტმა ხელი არ მოაწერა შეთანხმებას.", ["პრეზიდენტმა", "shetankhmebas"]),
    "Hebrew": ("הנשיא סירב לחתום על ההסכם.", ["הנשיא", "ההסכם"]),
    "Hindi": ("राष्ट्रपति ने समझौते पर हस्ताक्षर नहीं किए।", ["समझौते", "राष्ट्रपति"]),
    "Korean": ("대통령은 협정에 서명하지 않았다.", ["대통령은", "협정에"]),
    "Chinese": ("总统拒绝在2009年签署集体安全条约协议。", ["总统", "协议", "安全条约", "2009年"]),
    "Japanese": ("大統領は協定への署名を拒否した。", ["大統領", "署名"]),
    "Thai": ("ประธานาธิบดีปฏิเสธที่จะลงนามในข้อตกลง", ["ลงนาม", "ข้อตกลง"]),
    "English": ("Pay rose by 20% for 11 of the 201st base.", ["20%", "11", "20 percent"]),
}


@pytest.fixture(scope="module")
def polyglot(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A pack with a text in each script."""
    folder = tmp_path_factory.mktemp("polyglot")
    (folder / "data").mkdir()
    (folder / "corpus").mkdir()
    (folder / "data" / "pack.toml").write_text(
        'id = "p"\ntitle = "P"\nedition = "1"\nchecked_until = "2020-01-01"\nlicence = "x"\n'
        'description = "d"\n'
    )
    entries = []
    for name, (text, _) in TEXTS.items():
        path = folder / "corpus" / f"{name.lower()}.txt"
        path.write_text(text + "\n", encoding="utf-8", newline="\n")
        digest = sha256(path.read_bytes()).hexdigest()
        entries.append(
            f'[[source]]\nid = "{name.lower()}"\ntitle = "T"\ntype = "press"\npublisher = "Q"\n'
            f'abbr = "{name}"\nissued = "2019-01-01"\nlanguage = "en"\nsha256 = "{digest}"\n'
        )
    (folder / "data" / "sources.toml").write_text("\n".join(entries), encoding="utf-8")
    return open_store(str(folder))


@pytest.mark.parametrize(
    ("language", "typed"), [(language, typed) for language, (_, words) in TEXTS.items() for typed in words]
)
def test_a_text_is_found_by_its_own_words_and_by_latin_spelling(
    polyglot: Store, language: str, typed: str
) -> None:
    assert [hit.source for hit in find(polyglot, typed).hits] == [language.lower()]


@pytest.mark.parametrize("typed", ["20", "201st", "总约", "签协", "30%", "саммитом"])
def test_what_is_not_in_the_texts_is_not_found_there(polyglot: Store, typed: str) -> None:
    wanted = {"20": {"english"}, "201st": {"english"}}.get(typed, set())
    assert {hit.source for hit in find(polyglot, typed).hits} == wanted


def test_a_number_is_no_part_of_a_longer_one(builtin: Store) -> None:
    assert all("201st" not in hit.matched for hit in find(builtin, "20").hits)
    assert all("201st" not in hit.name for hit in find(builtin, "20%").hits)
    assert find(builtin, "11").hits


def test_a_name_of_one_territory_only_comes_from_a_pack_that_has_it(make_pack: Callable[..., Path]) -> None:
    store = open_store(str(make_pack()))
    assert find(store, "Kasachstan").hits == ()


def test_words_of_the_lists_are_found_and_words_between_them_are_not() -> None:
    folder = Path(world.FOLDER)
    for file, has in (("territories.txt", world.is_territory), ("common.txt", world.is_common)):
        words = (folder / file).read_text(encoding="utf-8").split("\n")[1:-1]
        assert words == sorted(words)
        known = set(words)
        assert all(has(word) for word in (words[0], words[-1], *words[::97]))
        assert not any(
            has(word)
            for word in ("", "\n", "zzzz", *(f"{word}x" for word in words[::97]))
            if word not in known
        )
