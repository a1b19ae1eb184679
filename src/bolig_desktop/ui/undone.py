"""What an undo took back, in words: the kind of thing and the field, never what stood in it."""

from collections.abc import Callable, Mapping, Sequence

from bolig_desktop.storage.history import Entry
from bolig_desktop.ui.words import tr

Labels = Callable[[str], Mapping[str, str]]
"""A table to the labels of its fields, empty where no form of it has been made."""


def undone(entries: Sequence[Entry], labels: Labels) -> str:
    """Return the sentence for a change taken back, ``Angret: leie per måned.``, with nobody's name (law.md AG-3)."""
    words = things()
    known = [entry for entry in entries if entry.table_name in words]
    if not known:
        return tr("Siste endring er angret.")
    entry = min(known, key=lambda entry: list(words).index(entry.table_name))
    new, removed, changed = words[entry.table_name]
    if entry.before is None:
        what = new
    elif entry.after is None:
        what = removed
    else:
        what = _fields(entry, labels(entry.table_name)) or changed
    return tr("Angret: {what}.", what=what)


def _fields(entry: Entry, labels: Mapping[str, str]) -> str:
    before, after = entry.before or {}, entry.after or {}
    changed = {name for name in after.keys() | before.keys() if before.get(name) != after.get(name)}
    names = [_inside(words) for name, words in labels.items() if name in changed]
    if len(names) > 2:
        return tr("{field} og {count} felt til", field=names[0], count=len(names) - 1)
    return tr("{first} og {second}", first=names[0], second=names[1]) if len(names) == 2 else "".join(names)


def _inside(label: str) -> str:
    """Return a label as it stands inside a sentence: ``DUF-nummer`` stays."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def things() -> dict[str, tuple[str, str, str]]:
    """Return for each table what is said of a new, a removed and a changed one; the first of a change is told of."""
    return {
        "tenancies": (tr("nytt leieforhold"), tr("fjerning av leieforhold"), tr("endring i leieforhold")),
        "handovers": (tr("ny protokoll"), tr("fjerning av protokoll"), tr("endring i protokoll")),
        "assessments": (
            tr("ny behovsvurdering"),
            tr("fjerning av behovsvurdering"),
            tr("endring i behovsvurdering"),
        ),
        "decisions": (tr("nytt vedtak"), tr("fjerning av vedtak"), tr("endring i vedtak")),
        "matters": (tr("ny sak"), tr("fjerning av sak"), tr("endring i sak")),
        "final_account_lines": (
            tr("ny linje i oppgjøret"),
            tr("fjerning av linje i oppgjøret"),
            tr("endring i oppgjøret"),
        ),
        "dwellings": (tr("ny bolig"), tr("fjerning av bolig"), tr("endring i bolig")),
        "house_rules": (
            tr("ny versjon av husreglene"),
            tr("fjerning av en versjon av husreglene"),
            tr("endring i husreglene"),
        ),
        "house_rule_lines": (tr("ny regel"), tr("fjerning av en regel"), tr("endring i en regel")),
        "rule_signatures": (tr("ny underskrift"), tr("fjerning av underskrift"), tr("endring i underskrift")),
        **_of_the_way_on(),
        **_of_daily_life(),
        "keys": (tr("ny nøkkel"), tr("fjerning av nøkkel"), tr("endring i nøkkel")),
        "meters": (tr("ny måler"), tr("fjerning av måler"), tr("endring i måler")),
        "home_guides": (
            tr("ny side til permen"),
            tr("fjerning av side til permen"),
            tr("endring i side til permen"),
        ),
        "waste_days": (tr("ny hentedag"), tr("fjerning av hentedag"), tr("endring i hentedag")),
        "local_contacts": (
            tr("ny kontakt til permen"),
            tr("fjerning av kontakt til permen"),
            tr("endring i kontakt til permen"),
        ),
        "households": (tr("ny husstand"), tr("fjerning av husstand"), tr("endring i husstand")),
        "memberships": (tr("nytt medlem"), tr("fjerning av medlem"), tr("endring i medlem")),
        "people": (tr("ny person"), tr("fjerning av person"), tr("endring i person")),
        "contacts": (tr("ny kontakt"), tr("fjerning av kontakt"), tr("endring i kontakt")),
        "landlords": (tr("ny utleier"), tr("fjerning av utleier"), tr("endring i utleier")),
        "head_leases": (tr("ny innleieavtale"), tr("fjerning av innleieavtale"), tr("endring i innleieavtale")),
        "papers": (tr("nytt papir"), tr("fjerning av papir"), tr("endring i papir")),
        "defects": (tr("nytt avvik"), tr("fjerning av avvik"), tr("endring i avvik")),
        "photos": (tr("nye bilder"), tr("fjerning av et bilde"), tr("endring ved et bilde")),
        "complaints": (tr("ny klage"), tr("fjerning av klage"), tr("endring i klage")),
        "home_checks": (tr("ny kontroll"), tr("fjerning av en kontroll"), tr("endring i en kontroll")),
        "marks": (tr("det du gjorde ferdig eller utsatte"), tr("fjerning av merke"), tr("endring i merke")),
        "kpi": (tr("nytt indekstall"), tr("fjerning av indekstall"), tr("endring i indekstall")),
        "own_parameters": (tr("ny egen rad"), tr("fjerning av egen rad"), tr("endring i egen rad")),
        "source_looks": (tr("det du kontrollerte"), tr("fjerning av kontroll"), tr("endring i kontroll")),
        "own_texts": (tr("ny egen tekst"), tr("fjerning av egen tekst"), tr("endring i egen tekst")),
        "text_checks": (tr("kontroll av tolk"), tr("fjerning av kontroll av tolk"), tr("endring i kontroll av tolk")),
        "municipality": (tr("nye innstillinger"), tr("fjerning av innstillinger"), tr("endring i innstillinger")),
    }


def _of_daily_life() -> dict[str, tuple[str, str, str]]:
    """Return the same for what is kept about the daily life of a shared house."""
    return {
        "house_meetings": (tr("nytt møte"), tr("fjerning av et møte"), tr("endring i et møte")),
        "meeting_points": (tr("nytt punkt"), tr("fjerning av et punkt"), tr("endring i et punkt")),
        "house_conflicts": (tr("ny hendelse"), tr("fjerning av en hendelse"), tr("endring i en hendelse")),
        "worker_hours": (tr("nye timer"), tr("fjerning av timer"), tr("endring i timer")),
        "shared_costs": (tr("ny kostnad"), tr("fjerning av en kostnad"), tr("endring i en kostnad")),
        "cost_shares": (tr("ny andel"), tr("fjerning av en andel"), tr("endring i en andel")),
        "cost_accounts": (tr("ny årsoversikt"), tr("fjerning av en årsoversikt"), tr("endring i en årsoversikt")),
        "newcomer_talks": (tr("ny vurdering av innflytting"), tr("fjerning av vurdering"), tr("endring i vurdering")),
        "neighbour_letters": (tr("nytt nabobrev"), tr("fjerning av nabobrev"), tr("endring i nabobrev")),
        "house_approvals": (tr("ny godkjenning"), tr("fjerning av godkjenning"), tr("endring i godkjenning")),
        "benefit_forms": (tr("nye skjemaer"), tr("fjerning av skjemaer"), tr("endring i skjemaer")),
    }


def _of_the_way_on() -> dict[str, tuple[str, str, str]]:
    """Return the same for visits and plans."""
    return {
        "visits": (tr("nytt hjemmebesøk"), tr("fjerning av hjemmebesøk"), tr("endring i hjemmebesøk")),
        "visit_wishes": (
            tr("nytt ønske om besøk"),
            tr("fjerning av ønske om besøk"),
            tr("endring i ønske om besøk"),
        ),
        "tasks": (tr("ny oppgave"), tr("fjerning av oppgave"), tr("endring i oppgave")),
        "plans": (tr("ny boligplan"), tr("fjerning av boligplan"), tr("endring i boligplan")),
        "plan_steps": (tr("nytt steg"), tr("fjerning av steg"), tr("endring i steg")),
        "schemes": (tr("nytt virkemiddel"), tr("fjerning av virkemiddel"), tr("endring i virkemiddel")),
        "plan_talks": (tr("ny samtale"), tr("fjerning av samtale"), tr("endring i samtale")),
        "temporary_stays": (
            tr("nytt midlertidig botilbud"),
            tr("fjerning av midlertidig botilbud"),
            tr("endring i midlertidig botilbud"),
        ),
        "settlement_quotas": (tr("nytt vedtakstall"), tr("fjerning av vedtakstall"), tr("endring i vedtakstall")),
        "locked_years": (tr("låsing av året"), tr("opplåsing av året"), tr("endring i et låst år")),
        "market_tries": (tr("nytt forsøk"), tr("fjerning av forsøk"), tr("endring i forsøk")),
    }
