"""What a second reading of the letters against the acts found missing or untrue, each on both sides of its edge."""

import dataclasses
import re
from datetime import date
from decimal import Decimal

import pytest
from letters import BREACH, RUNNING, SUBJECTS, a_letter, decision, lease, matter, nordvik, said
from reading import words

from bolig_desktop import paths
from bolig_desktop.documents import kinds, subjects
from bolig_desktop.errors import Refused
from bolig_desktop.tenancies.records import ApplicationSort, DecisionKind, DecisionResult, MatterBasis, MatterKind
from build import a_dwelling, a_household

SUBLET = {"sort": ApplicationSort.PART, "granted": True, "about": "Dawit Haile"}


@pytest.fixture
def case(case):
    nordvik(case)
    return case


def refused(case, number, subject_id) -> list[str]:
    with pytest.raises(Refused) as told:
        kinds.produce(case, number, subject_id)
    return [problem.code for problem in told.value.problems]


# who carries out an eviction: namsfogden since 1 July 2026 (tvangsfullbyrdelsesloven § 2-1)


@pytest.mark.parametrize("folder", ["documents", "sentences", "screen", "help"])
def test_whoever_carries_out_an_eviction_has_one_name_everywhere(folder):
    files = [p for p in (paths.resources() / folder).rglob("*") if p.suffix in (".toml", ".md")]
    assert files
    for file in files:
        assert not re.search("namsmann|namsmynd|namsstyresm", file.read_text("utf-8"), re.IGNORECASE), file
    lease_text = (paths.resources() / "documents" / "nb" / "lease.toml").read_text("utf-8")
    assert "namsfogden" in lease_text


# D14


@pytest.mark.parametrize(
    ("facts", "may_terminate"),
    [
        (RUNNING, False),
        (RUNNING | {"terminable_in_term": True, "told_not_terminable": False}, True),
        (RUNNING | {"told_not_terminable": False}, True),
        ({"starts_on": date(2025, 3, 1), "ends_on": None}, True),
        ({"starts_on": date(2026, 3, 1), "ends_on": date(2027, 2, 28)}, True),  # too short to bind
    ],
)
@pytest.mark.parametrize(("language", "threat"), [("nb", "si opp eller heve"), ("nn", "seie opp eller heve")])
def test_a_warning_threatens_with_termination_only_where_the_lease_can_be_terminated(
    case, facts, may_terminate, language, threat
):
    """HL-9-2-1: a term the tenant was told cannot be terminated is only ended by heving."""
    about = dataclasses.replace(lease(case, **RUNNING), **facts)
    case.tenancies.change(about)  # past the rules: one that is too short is in files from before
    warning = matter(case, MatterKind.WARNING, about, about="Ro.", due_on=date(2026, 12, 7), **BREACH)
    text = said(case, "D14", warning.id, language)
    assert (threat in text, "§ 9-5" in text) == (may_terminate, may_terminate)
    assert "§ 9-9" in text


# D15


@pytest.mark.parametrize(
    ("language", "right", "wrong", "duty"),
    [
        ("nb", "innen én måned etter at du fikk den", "etter å ha fått kopien", "senest 15 dager før fristen"),
        (
            "nn",
            "innan éin månad etter at du fekk henne",
            "etter å ha fått kopien",
            "seinast 15 dagar før fristen din",
        ),
    ],
)
def test_the_subtenants_month_runs_from_when_the_tenant_got_the_notice(case, language, right, wrong, duty):
    """HL-7-7: told otherwise the termination is invalid."""
    about = lease(case, ends_on=None)
    matter(case, MatterKind.MEMBER_APPLICATION, about, **SUBLET)
    notice = matter(case, MatterKind.NOTICE_BY_US, about, basis=MatterBasis.OTHER, reason="Huset rives.")
    text = said(case, "D15", notice.id, language)
    assert right in text and wrong not in text
    assert duty in text and "§ 7-7" in text


def test_a_termination_without_a_subtenant_says_nothing_of_one(case):
    assert "15 dager" not in said(case, "D15", SUBJECTS["D15"](case))


# D15b


@pytest.mark.parametrize(
    ("leaves", "expected", "not_expected"),
    [
        (None, "Da går oppsigelsesfristen i leieavtalen ut", "før det"),
        (date(2027, 2, 28), "Da går oppsigelsesfristen i leieavtalen ut", "selv bedt om"),
        (date(2027, 2, 27), "godtar at leieforholdet slutter før det", "selv bedt om"),
        (date(2027, 3, 31), "men du har selv bedt om at leieforholdet slutter senere", "før det"),
    ],
)
def test_a_tenants_termination_says_how_its_day_came_about(case, leaves, expected, not_expected):
    about = lease(case, ends_on=None)
    facts = {"received_on": date(2026, 11, 20), "effect_on": leaves}
    text = said(case, "D15b", matter(case, MatterKind.NOTICE_BY_TENANT, about, **facts).id)
    assert expected in text and not_expected not in text


def test_one_months_notice_is_not_told_of_in_the_plural(case):
    about = lease(case, ends_on=None, notice_months=1)
    text = said(case, "D15b", matter(case, MatterKind.NOTICE_BY_TENANT, about, received_on=date(2026, 11, 20)).id)
    assert "slutter 31. desember 2026" in text and "1 måneder" not in text


# D16, D17


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_heving_says_when_the_court_may_be_asked_for_an_eviction(case, language):
    """TV-13-2d: only where the right to end the lease is obvious, and then from tingretten."""
    text = said(case, "D16", SUBJECTS["D16"](case), language)
    assert "tingretten" in text and "bokstav d" in text
    assert ("åpenbart" if language == "nb" else "openbert") in text


@pytest.mark.parametrize(
    ("language", "court"), [("nb", "Tingretten gir deg to uker"), ("nn", "Tingretten gir deg to veker")]
)
def test_a_notice_after_heving_tells_of_the_courts_two_weeks(case, language, court):
    """TV-13-6."""
    about = lease(case, **RUNNING)
    matter(case, MatterKind.TERMINATION, about, opened_on=date(2026, 11, 1), sent_on=date(2026, 11, 1))
    notice = matter(case, MatterKind.EVICTION_NOTICE, about, basis=MatterBasis.NUISANCE, reason="Se brevet.")
    text = said(case, "D17", notice.id, language)
    assert court in text and "§ 13-6" in text
    assert ("åpenbart at leieavtalen" if language == "nb" else "openbert at leigeavtalen") in text
    assert court not in said(case, "D17", SUBJECTS["D17"](case), language)


# D19


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"vulnerable_notice": True, "exception_absence": True}, True),
        ({"vulnerable_notice": True, "exception_others": True}, False),
        ({"vulnerable_notice": False, "exception_absence": True}, False),
    ],
)
def test_a_no_to_subletting_while_away_names_the_exception_that_is_agreed(case, facts, told):
    """HL-11-1c: the landlord may take the dwelling back meanwhile, only where that was agreed and told."""
    about = dataclasses.replace(lease(case, **RUNNING), **facts)
    case.tenancies.change(about)
    asked = matter(case, MatterKind.MEMBER_APPLICATION, about, sort=ApplicationSort.ABSENCE, granted=False,
                   received_on=date(2026, 11, 2), about="Dawit Haile", reason="For mange.")  # fmt: skip
    text = said(case, "D19", asked.id)
    assert ("ved å ta boligen i bruk selv" in text) is told
    assert "§ 7-4" in text


# D12


@pytest.mark.parametrize(
    ("kpi_to", "expected"),
    [(Decimal("103.8"), "rundet ned"), (Decimal("100.8"), "rundet ned"), (Decimal("99.9"), "rundet opp")],
)
def test_an_index_notice_says_which_way_it_is_rounded(case, kpi_to, expected):
    """law.md § 10: a rise is rounded down, a fall up."""
    made = a_letter(case, "D12", SUBJECTS["D12"](case), to_value=kpi_to)
    assert expected in words(made)


# D22, D25


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_a_decision_says_by_when_costs_are_claimed(case, language):
    weeks = (
        "senest tre uker etter at du fikk det nye vedtaket" if language == "nb" else "seinast tre veker etter at du"
    )
    assert weeks in said(case, "D22", SUBJECTS["D22"](case), language)


def test_a_lease_without_an_end_cannot_be_extended(case):
    about = lease(case, ends_on=None)
    assert refused(case, "D22", decision(case, about, result=DecisionResult.REFUSED).id) == [
        "paper.nothing_to_extend"
    ]


@pytest.mark.parametrize(
    ("appealed", "made"), [(date(2026, 11, 21), True), (date(2026, 11, 22), False)], ids=["a year", "a day more"]
)
def test_an_appeal_after_a_year_is_not_sent_on(case, appealed, made):
    """FV-31: it is rejected, not sent to the body that decides appeals as if it could be taken."""
    facts = {"kind": DecisionKind.ALLOTMENT, "decided_on": date(2025, 11, 21), "appealed_on": appealed}
    subject = decision(case, appeal="Nei.", appeal_assessment="Ikke noe nytt.", **facts).id
    if made:
        assert "Oversendelse av klage" in said(case, "D25", subject)
    else:
        assert "paper.appeal_after_a_year" in refused(case, "D25", subject)


@pytest.mark.parametrize(
    ("kind", "address"), [(DecisionKind.ALLOTMENT, ("Rådhusgata 1", "8099 Nordvik")), (DecisionKind.HELP, ())]
)
def test_an_appeal_goes_to_the_municipalitys_own_address_where_it_decides(case, kind, address):
    made = decision(case, kind=kind, appealed_on=date(2026, 11, 21), appeal_assessment="Ikke noe nytt.")
    about = subjects.find(case, "decision", made.id)
    assert kinds.find("D25").gather(case, about, case.clock()).to_address == address


# D6, D7


@pytest.mark.parametrize("deposit", [None, 9500])
def test_a_guarantee_does_not_say_both_that_there_is_a_deposit_and_that_there_is_none(case, deposit):
    text = words(a_letter(case, "D6", SUBJECTS["D6"](case), deposit_nok=deposit))
    assert ("kommer i stedet for depositum" in text) is (deposit is None)
    assert ("i tillegg avtalt depositum på 9 500 kr" in text) is (deposit is not None)


def test_a_claim_on_a_guarantee_can_be_addressed_in_the_window():
    from bolig_desktop.ui.followup.matter_words import asked_of

    assert "about" in asked_of(MatterKind.GUARANTEE_CLAIM)


def test_the_long_address_of_a_room_stays_beside_its_heading(case):
    """A name and a street as long as they come are set on the page and not over one another."""
    home = a_dwelling(case, street="Nordre Kongsvegen ved Fagerliåsen terrasse 1138 B", name="rom 12")
    about = lease(case, dwelling_id=home.id, household_id=a_household(case).id)
    assert "Nordre Kongsvegen ved Fagerliåsen terrasse 1138 B" in said(case, "D11b", about.id)
