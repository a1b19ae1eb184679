"""A name typed beside an address stands there also after the address is graded: told of, and left out outside."""

import dataclasses
import json

import pytest
from hidden import MARKERS, PASSPHRASE, TODAY, WORDS, fill, main_of, make
from on_screen import everything_shown, hits
from scan import found

from bolig_desktop import cli
from bolig_desktop.casefile.lines import dwelling_lines, tenancy_lines
from bolig_desktop.casefile.opened import case_of
from bolig_desktop.dwellings.records import Dwelling, DwellingKind, Key, Meter, MeterKind, Tenure
from bolig_desktop.errors import Refused
from bolig_desktop.landlords.records import HeadLease, Landlord
from bolig_desktop.people.records import Grading
from bolig_desktop.security.opening import open_case
from bolig_desktop.tenancies.records import FinalAccountLine, Handover, HandoverKind, LineKind
from bolig_desktop.text.sentences import LANGUAGES, problem_sentence
from bolig_desktop.ui.choosing import dwelling_choices
from bolig_desktop.ui.navigation import Place
from build import a_dwelling
from windows import go, open_window

HIDDEN = f"{MARKERS['family name'].upper()}, {MARKERS['given name']}"
SHOWN = "Petra Synligsen"  # the control: nobody who is hidden
NAMES = [MARKERS["given name"], MARKERS["family name"]]


@pytest.fixture(params=["graded from the first", "graded after it was typed"])
def scene(request, case):
    first = request.param == "graded from the first"
    return fill(case, grading=Grading.CONFIDENTIAL if first else Grading.NONE)


def write_texts(case, scene):
    """Name the hidden one, and in another record the neighbour, in a text of everything beside an address."""
    made = {}
    for who, name in (("hidden", HIDDEN), ("shown", SHOWN)):
        house = a_dwelling(case, street=f"Tekstgata {len(made)}", unit_number="", kind=DwellingKind.SHARED_HOUSE)
        unit = a_dwelling(
            case, street=house.street, unit_number="H0102", name=f"rommet til {name}", kind=DwellingKind.ROOM,
            house_id=house.id, district=f"hos {name}", out_of_use_from=TODAY, out_of_use_reason=f"venter på {name}",
            reserved_for=name, note=f"{name} får nøkkel",
        )  # fmt: skip
        landlord = case.save(Landlord(name="Aud Kvalnes", contact_person=name, note=name))
        lease = case.save(HeadLease(landlord_id=landlord.id, dwelling_id=house.id, starts_on=TODAY, reference=name))
        key = case.save(Key(dwelling_id=house.id, label="ytterdør", held_by=name))
        meter = case.save(Meter(dwelling_id=house.id, kind=MeterKind.POWER, location=f"hos {name}"))
        made[who] = (house, unit, landlord, lease, key, meter)
    return made


def grade(case, scene, grading=Grading.CONFIDENTIAL):
    return case.save(dataclasses.replace(main_of(case, scene), grading=grading))


def codes(case, record):
    return {(p.field, p.code) for p in case.problems(record) if "names_shielded" in p.code}


def test_no_list_and_no_search_has_a_text_that_names_them(case, scene):
    made = write_texts(case, scene)
    grade(case, scene)
    lines = repr((dwelling_lines(case), tenancy_lines(case))).encode()
    assert found(lines, NAMES) == set() and found(lines, [SHOWN])
    line = next(line for line in dwelling_lines(case) if line.id == made["hidden"][1].id)
    assert (line.label, line.reason) == ("Tekstgata 0, H0102", "")
    for typed in (*NAMES, *NAMES[0][:6], HIDDEN, "Tekstgata", "rommet", "hos", "Kvalnes"):
        assert found("\n".join(hits(case, typed)).encode(), NAMES) == set(), typed
    assert hits(case, NAMES[0]) == [] and hits(case, SHOWN), "the control finds nothing"
    kept = [case.db.execute(f"select * from {table}").fetchall() for table in ("search", "search_words")]
    assert found(repr(kept).encode(), NAMES) == set() and found(repr(kept).encode(), [SHOWN])
    assert found(repr(dwelling_choices(case, "Tekstgata")).encode(), NAMES) == set()
    house = dataclasses.replace(made["hidden"][0], name=f"huset til {HIDDEN}")
    case.save(house)
    assert found(repr(dwelling_choices(case, "Tekst", houses=True)).encode(), NAMES) == set()
    assert len(dwelling_choices(case, "Tekst", houses=True)) == 2


def test_what_was_left_out_comes_back_when_nobody_is_hidden_any_more(case, scene):
    write_texts(case, scene)
    grade(case, scene)
    assert hits(case, NAMES[0]) == []
    grade(case, scene, Grading.NONE)
    assert len(hits(case, f"rommet {NAMES[0]}")) == 1
    grade(case, scene)
    assert hits(case, NAMES[0]) == []
    case.undo_last()
    assert len(hits(case, f"rommet {NAMES[0]}")) == 1


def test_a_text_written_or_mended_afterwards_is_judged_anew(case, scene):
    grade(case, scene)
    unit = a_dwelling(case, street="Tekstgata 9", unit_number="", name=f"rom {HIDDEN}")
    assert hits(case, NAMES[0]) == [] and codes(case, unit)
    mended = case.save(dataclasses.replace(unit, name="rom 9"))
    assert codes(case, mended) == set() and hits(case, "rom 9")


def test_a_change_that_was_not_written_hides_and_shows_nothing(case, scene):
    write_texts(case, scene)
    grade(case, scene)
    with pytest.raises(Refused), case.atomic():
        grade(case, scene, Grading.NONE)
        assert SHOWN and dwelling_lines(case)
        raise Refused
    assert found(repr(dwelling_lines(case)).encode(), NAMES) == set()
    assert case.households.label(scene.household_id) == f"Skjermet husstand {scene.household_id}"


def test_each_record_says_that_it_names_somebody_and_not_whom(case, scene):
    made = write_texts(case, scene)
    assert main_of(case, scene).is_shielded or not any(codes(case, record) for record in made["hidden"])
    grade(case, scene)
    house, unit, landlord, lease, key, meter = made["hidden"]
    fields = ("name", "district", "out_of_use_reason", "reserved_for", "note")
    assert codes(case, unit) == {*((f, "text.names_shielded") for f in fields), ("", "text.names_shielded_here")}
    assert codes(case, house) == {("", "text.names_shielded_beside")}
    assert ("", "text.names_shielded_beside") in codes(case, landlord)
    assert codes(case, lease) == {("reference", "text.names_shielded")}
    assert codes(case, key) == {("held_by", "text.names_shielded")}
    assert codes(case, meter) == {("location", "text.names_shielded")}
    said = [
        problem_sentence(problem, language)
        for record in made["hidden"]
        for problem in case.problems(record)
        for language in LANGUAGES
    ]
    assert said and found("\n".join(said).encode(), WORDS) == set()
    assert not any(codes(case, record) for record in made["shown"])
    assert not any(p.hard for record in made["hidden"] for p in case.problems(record))


def test_the_person_is_told_where_inside_their_own_case(case, scene):
    write_texts(case, scene)
    grade(case, scene)
    (problem,) = [p for p in case.problems(main_of(case, scene)) if p.code == "person.named_elsewhere"]
    assert (
        not problem.hard
        and "Tekstgata 0" in problem.facts["where"]
        and "Tekstgata 1" not in problem_sentence(problem)
    )
    child = case.people.get(case.memberships.of_household(scene.household_id)[1].person_id)
    assert not [p for p in case.problems(child) if p.code == "person.named_elsewhere"]
    a_dwelling(case, street="Barnegata 1", unit_number="", note=f"{child.name} sin seng")
    assert [p for p in case.problems(child) if p.code == "person.named_elsewhere"], "the household shields the child"


def test_their_own_lease_may_name_them_and_their_neighbours_may_not(case, scene):
    grade(case, scene)
    own, other = case.tenancies.get(scene.tenancy_id), case.tenancies.get(scene.neighbours_tenancy_id)
    named = {"note": f"Deler bad med {HIDDEN}", "reference": f"ved {HIDDEN}"}
    own, other = (case.save(dataclasses.replace(lease, **named)) for lease in (own, other))
    assert codes(case, own) == set()
    assert ("note", "text.names_shielded") in codes(case, other)
    protocol = Handover(tenancy_id=other.id, kind=HandoverKind.TAKEOVER, remarks=HIDDEN)
    assert codes(case, protocol) == {("remarks", "text.names_shielded")}
    line = {"kind": LineKind.OTHER_CLAIM, "dated_on": TODAY, "amount_ore": 100, "reason": f"nøkkel hos {HIDDEN}"}
    theirs = FinalAccountLine(tenancy_id=other.id, voucher=f"brev fra {HIDDEN}", **line)
    assert codes(case, theirs) == {("reason", "text.names_shielded"), ("voucher", "text.names_shielded")}
    assert codes(case, FinalAccountLine(tenancy_id=own.id, **line)) == set()
    assert found("\n".join(hits(case, f"leieforhold {other.id}")).encode(), NAMES) == set()
    assert hits(case, f"leieforhold {other.id}")


def test_no_command_lists_a_text_that_names_them(tmp_path, monkeypatch, capsys):
    scene = make(tmp_path / "case.bolig", grading=Grading.NONE)
    opened = open_case(scene.path, passphrase=PASSPHRASE)
    case = case_of(opened)
    write_texts(case, scene)
    other = case.tenancies.get(scene.neighbours_tenancy_id)
    case.save(dataclasses.replace(other, note=HIDDEN, reference="LE-1"))
    monkeypatch.setenv("BOLIG_PASSPHRASE", PASSPHRASE)
    topics = ("dwellings", "landlords", "head_leases", "tenancies")

    def told(topic, *more):
        assert cli.main(["list", str(scene.path), topic, *more, "--today", TODAY.isoformat()]) == 0
        return capsys.readouterr().out.encode()

    opened.close()
    assert all(found(told(topic, "--json"), NAMES) for topic in topics), "the control finds nothing"
    opened = open_case(scene.path, passphrase=PASSPHRASE)
    grade(case_of(opened), scene)
    opened.close()
    for topic in topics:
        for more in ((), ("--json",)):
            assert found(told(topic, *more), NAMES) == set(), topic
        assert topic == "tenancies" or found(told(topic, "--json"), [SHOWN])
    other = next(row for row in json.loads(told("tenancies", "--json")) if row["id"] == scene.neighbours_tenancy_id)
    assert (other["note"], other["reference"]) == (None, "LE-1")


@pytest.fixture
def window(qtbot, case, scene):
    grade(case, scene, Grading.NONE)
    return open_window(qtbot, case, 1600, 1000)


def test_the_dwellings_own_page_warns_and_its_history_does_not_tell(window, case, scene):
    unit = a_dwelling(case, street="Tekstgata 0", unit_number="", note=HIDDEN)
    case.save(dataclasses.replace(unit, note=""))
    control = a_dwelling(case, street="Tekstgata 1", unit_number="", note=SHOWN)
    case.save(dataclasses.replace(control, note=""))
    go(window, "dwellings", unit.id, "history")
    assert found(everything_shown(), NAMES), "the control sees nothing"
    grade(case, scene)
    for row, seen, hidden in ((control, {SHOWN}, set()), (unit, set(), set(NAMES))):
        window.go(Place(topic="dwellings"))
        go(window, "dwellings", row.id, "history")
        said = everything_shown()
        assert found(said, [SHOWN]) == seen and not found(said, hidden)
    named = dataclasses.replace(case.dwellings.get(unit.id), note=HIDDEN)
    window.page("dwellings").session.run(lambda case: case.save(named))
    go(window, "dwellings", unit.id, "facts")
    assert found(everything_shown(), ["nevner noen med gradert adresse"])


def test_the_households_own_page_leads_to_the_text(window, case, scene):
    unit = a_dwelling(case, street="Tekstgata 0", unit_number="", note=HIDDEN)
    grade(case, scene)
    go(window, "households", scene.household_id)
    page = window.page("households")
    (banner,) = [b for b in page.case_panel.banners() if "nevnt i en tekst" in b.title.text()]
    assert found(everything_shown(), ["Tekstgata 0"])
    gone = []
    page.go.connect(gone.append)
    next(button for button in banner.buttons if button.text() == "Gå til teksten").click()
    assert gone == [Place(topic="dwellings", id=unit.id)]


def test_every_text_looked_in_is_a_text_of_its_record():
    from bolig_desktop.casefile.naming import TEXTS

    blank = Dwelling(street="", kind=DwellingKind.HOUSE, tenure=Tenure.MUNICIPAL)
    for record, fields in TEXTS.items():
        texts = {f.name for f in dataclasses.fields(record) if f.type == "str" or f.type is str}
        assert set(fields) <= texts, record
    never = {
        "street", "unit_number", "postcode", "city", "municipality_number", "gnr", "bnr", "fnr", "snr",
    }  # fmt: skip
    assert {name for name, value in vars(blank).items() if isinstance(value, str) and not hasattr(value, "name")} == (
        never | set(TEXTS[Dwelling])
    ), "a new text of a dwelling is looked in too, or said not to be"
