"""Who held the offices whose holders sit in the councils: asked for in words, of the built-in pack.

Each row is read off the sources, not off the program: the words, and the one person whom they show in the
office in that year.
"""

from __future__ import annotations

import pytest

from cstoref.store.queries import Store
from cstoref.store.search.exact import ROLE
from cstoref.store.search.results import find

OFFICES = ("prime minister", "foreign minister", "defence minister")
STATES = ("Russia", "Belarus", "Kazakhstan", "Kyrgyzstan", "Tajikistan", "Armenia", "Uzbekistan")


@pytest.mark.parametrize(
    ("words", "holder"),
    [
        ("minister of foreign affairs of kyrgyzstan in 2014", "abdyldayev"),
        ("prime minister of armenia in 2015", "abrahamyan"),
        ("kyrgyz premier 2019", "abylgaziyev"),
        ("foreign minister of kyrgyzstan 2019", "aidarbekov"),
        ("pm of kyrgyzstan 2022", "akylbek-japarov"),
        ("belarusian fm 2023", "aleinik"),
        ("kazakh defense minister in 2002", "altynbayev"),
        ("russian defense minister in 2025", "andrei-belousov"),
        ("armenian security council secretary 2019", "armen-grigoryan"),
        ("minister of foreign affairs of kyrgyzstan in 2004", "askar-aitmatov"),
        ("uzbek security council secretary 2011", "atayev"),
        ("secretary of the security council of armenia 2010", "baghdasaryan"),
        ("prime minister of armenia in 1994", "bagratyan"),
        ("pm of kazakhstan 1998", "balgimbayev"),
        ("kyrgyz defense minister in 2022", "bekbolotov"),
        ("kazakh premier 2026", "bektenov"),
        ("belarusian premier 1995", "chigir"),
        ("pm of kyrgyzstan 2008", "chudinov"),
        ("belarusian defense minister in 2000", "chumakov"),
        ("prime minister of kyrgyzstan in 1992", "chyngyshev"),
        ("kazakh premier 2005", "daniyal-akhmetov"),
        ("pm of russia 2005", "fradkov"),
        ("pm of belarus 2021", "golovchenko"),
        ("defence minister of russia 1994", "grachev"),
        ("secretary of the security council of russia 2005", "igor-ivanov"),
        ("russian defense minister in 2000", "igor-sergeyev"),
        ("kyrgyz fm 1998", "imanaliev"),
        ("secretary of the security council of kyrgyzstan 2022", "imankulov"),
        ("secretary of the security council of kazakhstan 2021", "issekeshev"),
        ("prime minister of tajikistan in 1995", "jamshed-karimov"),
        ("foreign minister of kyrgyzstan 2006", "jekshenkulov"),
        ("kyrgyz premier 1997", "jumagulov"),
        ("kyrgyz defense minister in 2009", "kalyyev"),
        ("armenian premier 2017", "karen-karapetyan"),
        ("kazakh security council secretary 2019", "kassymov"),
        ("kazakh premier 1996", "kazhegeldin"),
        ("prime minister of belarus in 1992", "kebich"),
        ("defence minister of tajikistan 2006", "khairulloyev"),
        ("belarusian defense minister in 2025", "khrenin"),
        ("belarusian fm 2002", "khvostov"),
        ("prime minister of belarus in 2016", "kobyakov"),
        ("defence minister of kazakhstan 2026", "kosanov"),
        ("kazakh fm 2026", "kosherbayev"),
        ("defence minister of belarus 1992", "kozlovsky"),
        ("kyrgyz premier 2006", "kulov"),
        ("minister of foreign affairs of kyrgyzstan in 2026", "kulubayev"),
        ("minister of foreign affairs of russia in 2016", "lavrov"),
        ("secretary of the security council of tajikistan 2024", "mahmudzoda"),
        ("foreign minister of belarus 2019", "makei"),
        ("pm of kazakhstan 2021", "mamin"),
        ("armenian premier 2001", "margaryan"),
        ("russian premier 2013", "medvedev"),
        ("armenian fm 2019", "mnatsakanyan"),
        ("minister of foreign affairs of tajikistan in 2025", "muhriddin"),
        ("defence minister of kyrgyzstan 2026", "mukambetov"),
        ("prime minister of uzbekistan in 1993", "mutalov"),
        ("pm of belarus 2013", "myasnikovich"),
        ("foreign minister of armenia 2017", "nalbandian"),
        ("state secretary of the security council of belarus 2003", "nevyglas"),
        ("minister of foreign affairs of uzbekistan in 2009", "norov"),
        ("prime minister of belarus in 2002", "novitsky"),
        ("kazakh security council secretary 2023", "nurdauletov"),
        ("foreign minister of kazakhstan 2024", "nurtleu"),
        ("secretary of the security council of uzbekistan 2003", "oblayarov"),
        ("defence minister of armenia 2012", "ohanyan"),
        ("pm of tajikistan 2010", "oqilov"),
        ("minister of foreign affairs of armenia in 2000", "oskanian"),
        ("armenian defense minister in 2023", "papikyan"),
        ("russian security council secretary 2017", "patrushev"),
        ("foreign minister of russia 1996", "primakov"),
        ("prime minister of russia in 2011", "putin"),
        ("prime minister of tajikistan in 2023", "rasulzoda"),
        ("defence minister of belarus 2018", "ravkov"),
        ("belarusian premier 2019", "rumas"),
        ("russian security council secretary 2002", "rushailo"),
        ("uzbek defense minister in 2007", "ruslan-mirzayev"),
        ("minister of foreign affairs of belarus in 2026", "ryzhenkov"),
        ("uzbek fm 2004", "safoyev"),
        ("prime minister of kyrgyzstan in 2013", "satybaldiyev"),
        ("minister of foreign affairs of kazakhstan in 2010", "saudabayev"),
        ("foreign minister of belarus 1995", "senko"),
        ("defence minister of russia 2005", "sergei-ivanov"),
        ("tajik defense minister in 2016", "sherali-mirzo"),
        ("belarusian security council secretary 2007", "sheyman"),
        ("defence minister of russia 2017", "shoigu"),
        ("prime minister of kazakhstan in 2023", "smailov"),
        ("defence minister of tajikistan 2026", "sobirzoda"),
        ("defence minister of kyrgyzstan 1994", "subanov"),
        ("uzbek premier 1996", "sultonov"),
        ("prime minister of kyrgyzstan in 2004", "tanayev"),
        ("defence minister of kazakhstan 2015", "tasmagambetov"),
        ("kazakh fm 2008", "tazhin"),
        ("kazakh security council secretary 2011", "tazhin"),
        ("prime minister of kazakhstan in 1992", "tereshchenko"),
        ("pm of armenia 2010", "tigran-sargsyan"),
        ("minister of foreign affairs of kazakhstan in 2022", "tileuberdi"),
        ("foreign minister of kazakhstan 1998", "tokayev"),
        ("defence minister of armenia 2019", "tonoyan"),
        ("kyrgyz defense minister in 2003", "topoyev"),
        ("prime minister of belarus in 2026", "turchin"),
        ("defence minister of armenia 1996", "vazgen-sargsyan"),
        ("armenian defense minister in 2017", "vigen-sargsyan"),
        ("state secretary of the security council of belarus 2023", "volfovich"),
        ("defence minister of kazakhstan 2020", "yermekbayev"),
        ("secretary of the security council of kazakhstan 2015", "yermekbayev"),
        ("tajik fm 2011", "zarifi"),
        ("belarusian security council secretary 2017", "zas"),
        ("kazakh defense minister in 2010", "zhaksybekov"),
        ("kazakh defense minister in 2023", "zhaksylykov"),
        ("kazakh defense minister in 2017", "zhasuzakov"),
    ],
)
def test_the_holder_of_an_office_is_found_by_year(builtin: Store, words: str, holder: str) -> None:
    hit = find(builtin, words).hits[0]
    assert (hit.record, hit.tier, hit.place) == (holder, ROLE, 0)
    assert hit.why.startswith("held this office in ")


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("office", OFFICES)
def test_every_office_is_found_by_its_words(builtin: Store, office: str, state: str) -> None:
    hit = find(builtin, f"{office} of {state}").hits[0]
    assert hit.record == f"{office.replace(' ', '-')}-of-{state.lower()}"


@pytest.mark.parametrize("state", STATES)
def test_the_office_of_the_secretary_is_found_whatever_its_full_title(builtin: Store, state: str) -> None:
    hit = find(builtin, f"secretary of the security council of {state}").hits[0]
    assert hit.record in (
        f"secretary-of-the-security-council-of-{state.lower()}",
        f"state-secretary-of-the-security-council-of-{state.lower()}",
    )


@pytest.mark.parametrize(
    ("words", "holders"),
    [
        ("defence minister of armenia 2016", {"ohanyan", "vigen-sargsyan"}),
        ("prime minister of kyrgyzstan in 2010", {"usenov", "atambayev"}),
        ("foreign minister of russia 2004", {"igor-ivanov", "lavrov"}),
        ("defence minister of belarus in 2014", {"zhadobin", "ravkov"}),
        ("prime minister of kazakhstan 2022", {"mamin", "smailov"}),
        ("prime minister of armenia in 2018", {"karen-karapetyan", "serzh-sargsyan", "pashinyan"}),
        ("secretary of the security council of russia 1999", {"bordyuzha", "putin", "sergei-ivanov"}),
    ],
)
def test_in_a_year_of_change_all_holders_are_found(builtin: Store, words: str, holders: set[str]) -> None:
    found = {hit.record for hit in find(builtin, words).hits if hit.tier == ROLE and hit.place == 0}
    assert found == holders


@pytest.mark.parametrize(
    ("words", "holder", "office"),
    [
        ("president of belarus 1993", "shushkevich", "Chairman of the Supreme Soviet of Belarus"),
        ("president of tajikistan 1993", "rahmon", "Chairman of the Supreme Soviet of Tajikistan"),
        ("prime minister of georgia 1997", "lekishvili", "Minister of State of Georgia"),
        ("kyrgyz defence minister 2019", "terdikbayev", "Chair of the State Committee for Defence Affairs"),
    ],
)
def test_who_held_another_office_in_its_place_is_found_with_that_office(
    builtin: Store, words: str, holder: str, office: str
) -> None:
    hit = find(builtin, words).hits[0]
    assert hit.record == holder
    assert office in hit.why


@pytest.mark.parametrize(
    "words",
    [
        "secretary of the security council of armenia 1997",
        "foreign minister of tajikistan 1993",
        "defence minister of kazakhstan 1997",
    ],
)
def test_a_year_without_a_source_has_no_holder(builtin: Store, words: str) -> None:
    assert not any(hit.why.startswith("held") for hit in find(builtin, words).hits)
