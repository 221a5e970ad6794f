"""Each form of a fact says it completely, or says how much it leaves out."""

from __future__ import annotations

import pytest

from cstoref.store.facts.facts import facts
from cstoref.store.queries import Store

LAST = "2026-11-30"


def told(store: Store, id: str, day: str = LAST) -> dict[str, str]:
    """The facts of a record on a day, by id."""
    record = store.record(id)
    assert record is not None
    return {fact.id: fact.text for fact in facts(store, record, day) if not fact.missing}


@pytest.mark.parametrize(
    ("id", "day", "status"),
    [
        ("kazakhstan", "1993-06-01", "not yet party to the Collective Security Treaty"),
        ("kazakhstan", "1997-06-01", "party to the Collective Security Treaty since 20 Apr 1994"),
        ("kazakhstan", "2005-01-01", "member of the CSTO since 18 Sep 2003 (party to its treaty since 1994)"),
        ("georgia", "1997-06-01", "party to the Collective Security Treaty since 20 Apr 1994"),
        (
            "georgia",
            LAST,
            "former party to the Collective Security Treaty, 1994–1999; never a member of the CSTO",
        ),
        (
            "uzbekistan",
            LAST,
            "former member of the CSTO, 2006–2012 (or from 2008); party to the Collective Security Treaty, "
            "1994–1999",
        ),
        ("ukraine", LAST, "never a member of the CSTO"),
    ],
)
def test_a_membership_of_the_treaty_is_not_one_of_the_organization(
    builtin: Store, id: str, day: str, status: str
) -> None:
    assert told(builtin, id, day)["status"] == status


def test_a_frozen_part_is_in_the_status_and_in_the_members_list(builtin: Store) -> None:
    assert "participation frozen since 22 Feb 2024" in told(builtin, "armenia")["status"]
    members = told(builtin, "csto")["members"]
    assert members.startswith("Armenia (participation frozen), Belarus, Kazakhstan, Kyrgyzstan, Russia")
    assert "Uzbekistan" not in members
    assert "Uzbekistan" in told(builtin, "csto", "2010-01-01")["members"]
    assert "frozen" not in told(builtin, "csto", "2010-01-01")["members"]


def test_a_later_signature_takes_the_line_of_a_refusal(builtin: Store) -> None:
    agreement = told(builtin, "crrf-agreement")
    assert "Belarus (≈20 Oct 2009, after refusing in Jun 2009)" in agreement["signed"]
    assert agreement["refused"] == "Uzbekistan (≈Jun 2009)"
    assert (
        "did not sign" in told(builtin, "crrf-agreement", "2009-07-01").get("refused", "")
        or "Belarus" in told(builtin, "crrf-agreement", "2009-07-01")["refused"]
    )
    assert (
        "signed after refusing: Agreement on the Collective Rapid Reaction Force"
        in (told(builtin, "belarus")["agreements"])
    )


def test_what_was_not_signed_counts(builtin: Store) -> None:
    """A statement that somebody did not sign is a refusal without a day of its own."""
    assert told(builtin, "formations-protocol-2024")["refused"] == "Armenia (28 Nov 2024)"
    armenia = told(builtin, "armenia")["agreements"]
    assert armenia.startswith("signed 15 of 17 known; did not sign: Protocol of 2024 on the status")
    assert "Protocol extending" in told(builtin, "georgia")["agreements"]


def test_signatories_stand_on_one_line_with_place_and_day(builtin: Store) -> None:
    signed = told(builtin, "collective-security-treaty")["signed"]
    assert signed.startswith(
        "Armenia, Kazakhstan, Kyrgyzstan, Russia, Tajikistan, Uzbekistan (Tashkent, 15 May 1992)"
    )
    assert told(builtin, "collective-security-treaty")["provides"].startswith("Under Article 4")


def test_where_sources_conflict_on_a_signature_the_preferred_day_comes_first(builtin: Store) -> None:
    signed = told(builtin, "collective-security-treaty")["signed"]
    assert "; Azerbaijan (24 Sep 1993); Georgia (9 Dec 1993 or 9 Sep 1993); Belarus (31 Dec 1993)" in signed


def test_an_agreement_of_which_nobody_is_named_still_has_its_day(builtin: Store) -> None:
    for id, day in (
        ("charter-protocol-2010", "10 Dec 2010, Moscow"),
        ("peacekeeping-agreement-2007", "6 Oct 2007, Dushanbe"),
    ):
        record = builtin.record(id)
        assert record is not None
        signed = next(fact for fact in facts(builtin, record, LAST) if fact.id == "signed")
        assert (signed.label, signed.text) == ("Signed", day)
    assert "(Tashkent, 15 May 1992)" in told(builtin, "collective-security-treaty")["signed"]


def test_who_sent_somebody_did_not_stay_away(builtin: Store) -> None:
    summit = told(builtin, "csto-summit-2022-01")
    assert summit["represented"] == "Kyrgyzstan for Sadyr Japarov"
    assert "absent" not in summit
    assert told(builtin, "csto-summit-2025-11")["absent"] == "Armenia"


def test_what_is_said_of_an_organization_has_its_time(builtin: Store) -> None:
    """A record that goes on is no day: what was said of it years after it began needs the date."""
    assert "NATO, 16 Jun 2014. " in told(builtin, "nato")["relations"]


def test_attendance_counts_the_members_of_the_day(builtin: Store) -> None:
    assert told(builtin, "csto-summit-2025-11")["attended"] == (
        "5 of the 6 members: Belarus, Kazakhstan, Kyrgyzstan, Russia, Tajikistan"
    )
    assert told(builtin, "csto-summit-2009-06")["attended"].startswith("6 of the 7 members: ")
    assert told(builtin, "csto-summit-2002-05")["attended"].startswith("all 6 members: ")
    assert told(builtin, "matybulak-2009")["took-part"].endswith("disputed: Belarus, Uzbekistan")


def test_values_that_differ_stand_side_by_side(builtin: Store) -> None:
    assert told(builtin, "kyrgyzstan")["contributions"].startswith("150 or 200 servicemen, ")
    assert "Kyrgyzstan 150 or 200" in told(builtin, "kazakhstan-operation-2022")["contributed"]


def test_acting_holders_are_marked(builtin: Store) -> None:
    assert told(builtin, "secretary-general-of-the-csto")["holders"] == (
        "Bordyuzha 2003–2016, Semerikov (acting) 2017, Khachaturov 2017–2018, Semerikov (acting) 2018–2019, "
        "Zas 2020–2022, Tasmagambetov 2023–2025, Masadykov since 2026"
    )
    assert told(builtin, "semerikov")["office"].startswith("Acting Secretary-General of the CSTO")


def test_holders_of_whom_only_the_end_is_known_stand_where_they_ended(builtin: Store) -> None:
    chiefs = told(builtin, "chief-of-the-csto-joint-staff")["holders"]
    assert "Tikhonovsky until 2012, Zhasuzakov 2012, Studenikin 2012–2015, Sidorov" in chiefs
    secretaries = told(builtin, "state-secretary-of-the-security-council-of-belarus")["holders"]
    assert secretaries.startswith("Sheyman until 2000, Latypov from 2000, ")


def test_a_host_has_not_necessarily_come(builtin: Store) -> None:
    assert "attended" not in told(builtin, "rubezh-2025")
    assert "took-part" in told(builtin, "rubezh-2025")


@pytest.mark.parametrize(
    ("record", "fact", "text"),
    [
        ("csto-summit-2012-12", "attended", "named in the sources: Belarus, Russia"),
        ("rubezh-2025", "took-part", "named in the sources: Kazakhstan, Kyrgyzstan, Russia, Tajikistan"),
        ("csto-summit-2025-11", "attended", "5 of the 6 members: Belarus"),
        ("csto-summit-2022-01", "attended", "5 of the 6 members: Armenia"),  # the sixth sent somebody else
        ("csto-summit-2022-11", "attended", "all 6 members: Armenia"),
    ],
)
def test_a_list_that_may_not_be_whole_does_not_read_as_whole(
    builtin: Store, record: str, fact: str, text: str
) -> None:
    assert told(builtin, record)[fact].startswith(text)


def test_an_office_whose_end_nobody_gives_is_not_the_headline(builtin: Store) -> None:
    kulov = told(builtin, "kulov")
    assert kulov["office"] == "Prime Minister of Kyrgyzstan, 15 Aug 2005 – 29 Jan 2007"
    assert "Mayor of Bishkek from 1998" in kulov["earlier"]


def test_a_strength_is_of_the_force_and_not_of_a_part_sent_elsewhere(builtin: Store) -> None:
    strength = told(builtin, "csto-peacekeeping-forces")["strength"]
    assert strength.startswith("3,600 servicemen (2022, 2015)")
    assert "2,030" not in strength
    assert "planned" not in strength and "2,500" not in strength


def test_the_place_of_a_base_is_a_place(builtin: Store) -> None:
    assert told(builtin, "102nd-military-base")["seat"] == "Gyumri, Armenia"
    assert told(builtin, "armenia")["territory"] == "102nd military base (Gyumri)"
    assert told(builtin, "gyumri")["seats"] == "102nd military base"


def test_a_series_names_its_exercises_newest_first(builtin: Store) -> None:
    assert told(builtin, "rubezh")["series"].startswith("Rubezh-2025; Rubezh-2024; Rubezh-2022")


def test_no_fact_of_any_record_repeats_a_year_after_a_name_that_has_it(builtin: Store) -> None:
    for record in builtin.records():
        for fact in builtin.stored_facts(record.id):
            for word in ("2009 (2009)", "2012 (2012)", "2022 (2022)", "  ", "()"):
                assert word not in fact.text, (record.id, fact.text)


def test_stored_facts_are_those_that_the_forms_give_for_the_day_of_the_edition(builtin: Store) -> None:
    for id in ("belarus", "csto", "crrf-agreement", "putin", "bishkek"):
        record = builtin.record(id)
        assert record is not None
        assert tuple(builtin.stored_facts(id)) == facts(builtin, record, builtin.default_day)
