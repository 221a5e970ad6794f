"""What a pack declares of its own offices and fields is checked like what any pack declares."""

from __future__ import annotations

from collections.abc import Callable

from .constraint_packs import LEAGUE, RULE, STATES, Found, chairs, held, leader, member, office, stated

MARSHALS = '[[post]]\nid = "marshal"\nlabel = "Marshal"\ntitles = ["marshal of"]\nnever_vacant = true\n\n'


def test_a_pack_declares_what_holds_of_its_own_offices_and_fields(found: Found) -> None:
    marshal = LEAGUE + office("marshal", "Marshal of the League", "league")
    one = leader("ada", held("marshal", "2010-01-01/2012-01-01"))
    two = one + leader("bob", held("marshal", "2011-01-01/.."))
    assert found(one, institutions=marshal) == []
    assert [f.rule for f in found(one, institutions=marshal, vocabulary=MARSHALS)] == ["vacant"]
    assert [f.rule for f in found(two, institutions=marshal, vocabulary=MARSHALS)] == ["two-holders"]
    shared = MARSHALS + '[words.shared]\nmarshal = "marshal"\n'
    assert found(two, institutions=marshal, vocabulary=shared) == []


def test_a_pack_declares_a_sequence_of_fields(found: Found) -> None:
    treaty = '[[agreement]]\nid = "pact"\nname = "The pact"\ntype = "treaty"\n\n'
    treaty += stated("agreement", "reserved", "2010", value="a clause")
    treaty += stated("agreement", "proposed", "2011", who="armenia")
    assert found("", agreements=treaty) == []
    sequence = '[[sequence]]\nfirst = "proposed"\nthen = "reserved"\n'
    assert [f.rule for f in found("", agreements=treaty, vocabulary=sequence)] == ["order"]


def test_a_pack_declares_an_order_in_which_an_office_goes_round(found: Found) -> None:
    states = "".join(member(*state, "2018-01-01/2020-12-31") for state in STATES)
    rule = RULE.replace("Russian alphabetical order", "order of the alphabet")
    chain = chairs("armenia", "cathay", "armenia")
    assert "rotation" not in {f.rule for f in found(chain, members=states, agreements=rule)}
    order = '[words.order]\nru = "order of the alphabet"\n'
    assert "rotation" in {f.rule for f in found(chain, members=states, agreements=rule, vocabulary=order)}


def test_a_sequence_of_no_field_is_refused(problems: Callable[..., list[str]]) -> None:
    wrong = problems(vocabulary='[[sequence]]\nfirst = "signd"\nthen = "ratified"\n')
    assert wrong == [
        'data/vocabulary.toml: "sequence signd: first": no field "signd"; did you mean "signed"?'
    ]
