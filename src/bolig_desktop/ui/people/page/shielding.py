"""What is said on top of a shielded household's own case: who is shielded, and what still stands in the file."""

from bolig_desktop.casefile import CaseFile
from bolig_desktop.law.sections import section
from bolig_desktop.people.records import Grading
from bolig_desktop.ui.labels import household_words
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.words import tr


def shielding(case: CaseFile, household_id: int) -> list[Banner]:
    """Return the banner of a shielded household; the others have none."""
    households = case.households
    if not households.is_shielded(household_id):
        return []
    strict = households.is_strict(household_id)
    people = (case.people.get(m.person_id) for m in case.memberships.of_household(household_id))
    if all(person.grading is Grading.NONE for person in people):
        said = tr("Skjermet: noen som er tatt ut av husstanden, har gradert adresse")
    elif strict:
        said = tr("Skjermet: noen i husstanden har strengt fortrolig adresse (kode 6)")
    else:
        said = tr("Skjermet: noen i husstanden har fortrolig adresse (kode 7)")
    text = _of_code_6() if strict else _of_code_7(household_words(households.label(household_id)))
    return [Banner(Tone.SOON, said, text=text, section=section("AG-4"), icon="shield")]


def _of_code_7(label: str) -> str:
    return tr(
        "I lister, søk og på andre sider heter den bare «{label}». Navn og adresse står sammen bare her og i "
        "husstandens eget leieforhold. Før ikke postadresse, og tenk over hvem som ser skjermen.",
        label=label,
    )


def _of_code_6() -> str:
    return tr(
        "Saken hører hjemme i kommunens egen særskilte rutine, ikke her. Post sendes via SOT6, postboks 2094 Vika, "
        "0125 Oslo. Det som ble skrevet før, står fortsatt i filens historikk, på papirer fra før og i kopier. Det "
        "slettes ikke, men adressen vises ikke her og ikke i lister eller søk."
    )
