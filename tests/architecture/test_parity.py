"""Nothing falls between two chairs: record = table, record = form, every choice and word has its translation."""

import ast
import dataclasses
import enum
import importlib
import pkgutil
import tomllib
from pathlib import Path

import pytest

import bolig_desktop
from bolig_desktop import paths
from bolig_desktop.casefile import CaseFile
from bolig_desktop.exchange.sheets import EXCUSED
from bolig_desktop.labels.every import LABELS
from bolig_desktop.people.records import SHIELDED, UNNAMED
from bolig_desktop.storage.file import open_in_memory
from bolig_desktop.storage.rows import column_names, is_required, value_type
from bolig_desktop.text.languages import OTHERS, PAPER
from bolig_desktop.text.lengths import room
from bolig_desktop.text.sentences import sentences

ROOT = Path(bolig_desktop.__file__).parent
STORES = CaseFile(open_in_memory()).stores()
TOPICS = (
    "landlords", "dwellings", "people", "tenancies", "followup", "archive", "settings", "translations",
    "shared_housing", "visits", "maintenance", "career", "allocation",
)  # fmt: skip
FORMS = {
    "Dwelling": ("dwellings", "DwellingForm"),
    "Key": ("dwellings", "KeyForm"),
    "Meter": ("dwellings", "MeterForm"),
    "Landlord": ("landlords", "LandlordForm"),
    "HeadLease": ("landlords", "HeadLeaseForm"),
    "Household": ("people", "HouseholdForm"),
    "Person": ("people", "PersonForm"),
    "Membership": ("people", "MembershipForm"),
    "Contact": ("people", "ContactForm"),
    "Tenancy": ("tenancies", "TenancyForm"),
    "Handover": ("tenancies", "HandoverForm"),
    "NeedAssessment": ("followup", "AssessmentForm"),
    "Decision": ("followup", "DecisionForm"),
    "Matter": ("followup", "MatterForm"),
    "FinalAccountLine": ("tenancies", "FinalAccountLineForm"),
    "HouseRules": ("shared_housing", "HouseRulesForm"),
    "HouseRule": ("shared_housing", "HouseRuleForm"),
    "RuleSignature": ("shared_housing", "RuleSignatureForm"),
    "Visit": ("visits", "VisitForm"),
    "VisitWish": ("visits", "VisitWishForm"),
    "Task": ("visits", "TaskForm"),
    "HouseMeeting": ("shared_housing", "HouseMeetingForm"),
    "MeetingPoint": ("shared_housing", "MeetingPointForm"),
    "HouseConflict": ("shared_housing", "HouseConflictForm"),
    "WorkerHours": ("shared_housing", "WorkerHoursForm"),
    "SharedCost": ("shared_housing", "SharedCostForm"),
    "CostShare": ("shared_housing", "CostShareForm"),
    "CostAccount": ("shared_housing", "CostAccountForm"),
    "NewcomerTalk": ("shared_housing", "NewcomerTalkForm"),
    "NeighbourLetter": ("shared_housing", "NeighbourLetterForm"),
    "HouseApproval": ("shared_housing", "HouseApprovalForm"),
    "BenefitForms": ("shared_housing", "BenefitFormsForm"),
    "Mark": ("followup", "MarkForm"),
    "Paper": ("archive", "PaperForm"),
    "Municipality": ("settings", "MunicipalityForm"),
    "KpiValue": ("settings", "KpiForm"),
    "OwnParameter": ("settings", "OwnParameterForm"),
    "SourceLook": ("settings", ""),
    "HomeGuide": ("dwellings", "HomeGuideForm"),
    "WasteDay": ("dwellings", "WasteDayForm"),
    "LocalContact": ("settings", "LocalContactForm"),
    "BinderEdition": ("archive", ""),
    "Photo": ("archive", "PhotoForm"),
    "OwnText": ("settings", "OwnTextForm"),
    "TextCheck": ("settings", "TextCheckForm"),
    "Defect": ("maintenance", "DefectForm"),
    "Complaint": ("maintenance", "ComplaintForm"),
    "HomeCheck": ("maintenance", "CheckForm"),
    "Plan": ("career", "PlanForm"),
    "Step": ("career", "StepForm"),
    "Scheme": ("career", "SchemeForm"),
    "Talk": ("career", "TalkForm"),
    "MarketTry": ("career", "TryForm"),
    "TemporaryStay": ("allocation", "TemporaryStayForm"),
    "LockedYear": ("allocation", ""),
    "SettlementQuota": ("allocation", "SettlementQuotaForm"),
}
# What a sub-record belongs to is the case it is written in, and never typed.
PARENTS = {
    "Key": {"dwelling_id"},
    "Meter": {"dwelling_id"},
    "HeadLease": {"landlord_id"},
    "Membership": {"household_id", "person_id"},
    "Contact": {"household_id"},
    "Handover": {"tenancy_id"},
    "NeedAssessment": {"household_id", "tenancy_id"},
    "Decision": {"household_id", "tenancy_id", "assessment_id"},
    "Matter": {"household_id", "tenancy_id"},
    "FinalAccountLine": {"tenancy_id"},
    "HouseRules": {"house_id"},
    "HouseRule": {"rules_id", "clause", "position"},  # ticked in the library, moved by buttons
    "RuleSignature": {"rules_id"},
    "Visit": {"household_id", "dwelling_id"},
    "VisitWish": {"household_id"},
    "Task": {"household_id", "visit_id"},
    "MeetingPoint": {"meeting_id"},
    "HouseMeeting": {"house_id"},
    "WorkerHours": {"house_id"},
    "SharedCost": {"house_id"},
    "CostShare": {"house_id"},
    "CostAccount": {"house_id"},
    "NewcomerTalk": {"house_id"},
    "NeighbourLetter": {"house_id"},
    "HouseApproval": {"house_id"},
    "SourceLook": {"kind", "name", "looked_on", "looked_by", "next_check"},  # made by a button
    "HomeGuide": {"dwelling_id"},
    "Plan": {"loan_nok", "loan_rate", "loan_years", "loan_free_years"},  # of the loan helper, by a button
    "Step": {"household_id"},
    "Scheme": {"household_id"},
    "Talk": {"household_id"},
    "MarketTry": {"household_id"},
    "LockedYear": {"year", "locked_on", "figures"},  # made by a button
    "WasteDay": {"dwelling_id"},
    "Defect": {"visit_id"},  # written where a visit finds it
    "HomeCheck": {"dwelling_id"},
    "Photo": {"household_id", "visit_id", "defect_id", "sha256", "width", "height", "size"},  # what the file is
    "BinderEdition": {"paper_id", "household_id", "language", "number", "sections"},  # made by printing
}


def _records():
    for topic in TOPICS:
        module = importlib.import_module(f"bolig_desktop.{topic}.records")
        for thing in vars(module).values():
            if dataclasses.is_dataclass(thing) and thing.__module__ == module.__name__:
                yield thing


def test_every_record_is_kept_by_a_store():
    assert {store.record for store in STORES} == set(_records())


@pytest.mark.parametrize("store", STORES, ids=lambda store: store.table)
def test_record_fields_are_table_columns(store):
    assert set(column_names(store.record)) == set(store.db[store.table].columns_dict)


@pytest.mark.parametrize("store", STORES, ids=lambda store: store.table)
def test_tables_are_strict(store):
    assert store.db[store.table].strict


@pytest.mark.parametrize("record", list(_records()), ids=lambda record: record.__name__)
def test_every_field_is_on_a_form_or_excused(record):
    topic, name = FORMS[record.__name__]
    bound, excused = _bound_names(topic, name)
    excused |= {"id"} | PARENTS.get(record.__name__, set())
    assert bound | excused >= set(column_names(record)), "a field that can never be filled in"
    assert bound <= set(column_names(record)), "a field of the form that is never kept"


def _bound_names(topic, name):
    """Read from the form's source, so that no window is needed: every ``self.bind("field", …)`` of the class."""
    bound, excused = set(), set()
    for path in (ROOT / "ui" / topic).glob("*form*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and node.name == name:
                calls = [n for n in ast.walk(node) if isinstance(n, ast.Call) and ast.unparse(n.func) == "self.bind"]
                bound |= {call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)}
                excused |= _excused(tree, name)
    return bound, excused


def _excused(tree, name):
    for node in tree.body:
        target = node.target if isinstance(node, ast.AnnAssign) else getattr(node, "targets", [None])[0]
        if isinstance(target, ast.Name) and target.id in (f"NOT_ON_{name.upper()}", "NOT_ON_FORM"):
            constants = [n.value for n in ast.walk(node.value) if isinstance(n, ast.Constant)]
            return set(constants)
    return set()


@pytest.mark.parametrize(
    "store", [store for store in STORES if FORMS[store.record.__name__][1]], ids=lambda s: s.table
)
def test_a_form_and_a_workbook_have_the_same_room_for_text(store):
    """A line of words has the room ``text.lengths`` says, and a field of several lines stands there as one."""
    topic, name = FORMS[store.record.__name__]
    form = _form(topic, name)
    tables = [
        node.value.value for node in form.body if isinstance(node, ast.Assign) and node.targets[0].id == "table"
    ]
    assert tables == [store.table], "so that its fields keep within what there is room for"
    for call in ast.walk(form):
        if not isinstance(call, ast.Call) or ast.unparse(call.func) != "self.bind" or len(call.args) < 3:
            continue
        made = ast.unparse(call.args[2])
        assert "longest=" not in made, "said in text.lengths"
        if isinstance(call.args[0], ast.Constant) and store.table not in EXCUSED:
            field, kind = call.args[0].value, made.partition("(")[0]
            if kind in ("TextField", "HiddenNumberField", "LongTextField", "MarksField", "TicksField"):
                assert (room(store.table, field) is not None) is (kind in ("TextField", "HiddenNumberField")), field


def _form(topic, name):
    for path in (ROOT / "ui" / topic).glob("*form*.py"):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and node.name == name:
                return node
    raise LookupError(name)


def test_every_choice_has_its_words():
    choices = [
        thing
        for topic in TOPICS
        for thing in vars(importlib.import_module(f"bolig_desktop.{topic}.records")).values()
        if isinstance(thing, type) and issubclass(thing, enum.Enum) and thing is not enum.StrEnum
    ]
    assert len(choices) > 15
    for choice in choices:
        assert set(LABELS[choice]) == set(choice)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_required_field_has_a_sentence_for_being_empty(language):
    for record in _records():
        for name in column_names(record):
            if name != "id" and is_required(record, name):
                code = "value" if value_type(record, name) in (str, bool) else name
                assert f"missing.{code}" in sentences(language)


def _screen_words():
    for path in sorted((ROOT / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
                if isinstance(node.args[0], ast.Constant):
                    yield node.args[0].value
                else:
                    assert path.name in ("labels.py", "words.py"), f"{path.name}:{node.lineno} hides its words"
    yield from (words for choices in LABELS.values() for words in choices.values())
    yield from (language.norwegian for language in PAPER + OTHERS)
    yield from (SHIELDED, UNNAMED)


@pytest.mark.parametrize("language", ["nn", "en"])
def test_every_word_on_screen_is_translated_with_the_same_facts(language):
    known = {}
    for file in (paths.resources() / "screen" / language).glob("*.toml"):
        known |= tomllib.loads(file.read_text("utf-8"))
    words = set(_screen_words())
    assert len(words) > 200
    assert sorted(words - known.keys()) == []
    assert sorted(known.keys() - words) == [], "translations of words no longer on screen"
    for source, translated in known.items():
        assert _facts(source) == _facts(translated), source


def _facts(text):
    import string

    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)


def test_every_module_can_be_imported():
    found = [
        m.name for m in pkgutil.walk_packages(bolig_desktop.__path__, "bolig_desktop.") if m.name[-8:] != "__main__"
    ]
    for name in found:
        importlib.import_module(name)
    assert len(found) > 80
