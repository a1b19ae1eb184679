"""What each kind of matter asks about, in its own words, and the one thing to know of its clock."""

from collections.abc import Callable

from bolig_desktop.tenancies.records import MatterKind
from bolig_desktop.ui.words import tr


def asked_of(kind: MatterKind) -> dict[str, str]:
    """Return the fields a kind has, and what each is called there."""
    return _ASKED[kind]() | {"closed_on": tr("Avsluttet"), "note": tr("Merknad")}


def note_on(kind: MatterKind) -> str:
    """Return the sentence to know before the form is filled in, "" where there is none."""
    return {
        MatterKind.HOUSING_APPLICATION: tr(
            "Er det ikke svart innen en måned, skal husstanden ha et foreløpig svar (forvaltningsloven § 11 a)."
        ),
        MatterKind.MEMBER_APPLICATION: tr(
            "Er det ikke svart innen en måned, regnes søknaden som godkjent (husleieloven § 7-6)."
        ),
        MatterKind.REQUEST_TO_MOVE: tr(
            "Bare en skriftlig flytteoppfordring stanser at avtalen blir tidsubestemt (husleieloven § 9-2)."
        ),
        MatterKind.NOTICE_BY_US: tr(
            "På papir, med grunn og med at leieren kan protestere innen en måned (husleieloven § 9-7)."
        ),
        MatterKind.NOTICE_BY_TENANT: tr("Leierens oppsigelse trenger ingen grunn. Skriv når den kom."),
        MatterKind.WARNING: tr("Før heving for mislighold utenom leien må leieren være advart (husleieloven § 9-9)."),
        MatterKind.TERMINATION: tr("Skriftlig, med grunn. Advarselen må være sendt først (husleieloven § 9-9)."),
        MatterKind.EVICTION_NOTICE: tr(
            "Begjæringen kan tidligst sendes når to uker er gått. Varselet gjelder ett år."
        ),
        MatterKind.SOCIAL_SERVICE_NOTICE: tr("Leieren skal ha kopi senest samtidig. Begjæringen bør vente to uker."),
        MatterKind.BANK_NOTICE: tr(
            "Banken må ha dokumentert krav eller stevning innen fem uker, ellers betaler den ut (husleieloven § 3-5)."
        ),
        MatterKind.INDEX_CHANGE: tr("Høyst én gang i året, og med en måneds skriftlig varsel (husleieloven § 4-2)."),
        MatterKind.MARKET_RENT: tr(
            "Tidligst etter to og et halvt år, og seks måneder etter kravet (husleieloven § 4-3)."
        ),
        MatterKind.LEFT_BELONGINGS: tr("Be leieren hente tingene skriftlig. Bare søppel kan kastes uten videre."),
        MatterKind.ADVANCE_NOTICE: tr(
            "Sendes før et vedtak husstanden ikke selv har bedt om (forvaltningsloven § 16)."
        ),
    }.get(kind, "")


def _letter() -> dict[str, str]:
    return {"opened_on": tr("Skrevet"), "sent_on": tr("Sendt"), "received_on": tr("Kom fram")}


def _application() -> dict[str, str]:
    return {"opened_on": tr("Kom inn"), "answered_on": tr("Besvart"), "outcome": tr("Svar")}


def _housing_application() -> dict[str, str]:
    return _application() | {
        "sent_on": tr("Foreløpig svar sendt"),
        "due_on": tr("Svar ventes innen"),
        "main_reason": tr("Hovedgrunn"),
        "about": tr("Hva de søker om"),
        "reason": tr("Hvorfor svaret drøyer"),
    }


def _member_application() -> dict[str, str]:
    return _application() | {
        "sort": tr("Hva de søker om"),
        "granted": tr("Godkjent"),
        "about": tr("Hvem som skal flytte inn, eller hva som skal leies bort"),
        "reason": tr("Grunnen til svaret"),
    }


def _request_to_move() -> dict[str, str]:
    return _letter() | {"due_on": tr("Flytt innen"), "outcome": tr("Hvordan det gikk")}


def _notice_by_us() -> dict[str, str]:
    return _letter() | {
        "answered_on": tr("Leieren protesterte"),
        "effect_on": tr("Leieforholdet slutter"),
        "basis": tr("Grunnlag"),
        "reason": tr("Saklig grunn"),
        "outcome": tr("Hvordan det gikk"),
    }


def _notice_by_tenant() -> dict[str, str]:
    return {
        "opened_on": tr("Kom inn"),
        "sent_on": tr("Bekreftelse sendt"),
        "effect_on": tr("Leieforholdet slutter"),
    }


def _warning() -> dict[str, str]:
    return _letter() | {
        "due_on": tr("Rettes innen"),
        "answered_on": tr("Rettet"),
        "basis": tr("Hva det advares mot"),
        "reason": tr("Hva som har skjedd"),
        "about": tr("Hva leieren må gjøre"),
        "outcome": tr("Hvordan det gikk"),
    }


def _termination() -> dict[str, str]:
    return _letter() | {
        "due_on": tr("Flytt innen"),
        "answered_on": tr("Leieren svarte"),
        "basis": tr("Grunnlag"),
        "reason": tr("Hva som har skjedd"),
        "outcome": tr("Hvordan det gikk"),
    }


def _eviction_notice() -> dict[str, str]:
    return _letter() | {
        "basis": tr("Grunnlag"),
        "amount_nok": tr("Skyldig leie"),
        "outcome": tr("Hvordan det gikk"),
    }


def _social_service_notice() -> dict[str, str]:
    return {
        "opened_on": tr("Skrevet"),
        "sent_on": tr("Sendt"),
        "basis": tr("Grunnlag"),
        "amount_nok": tr("Skyldig leie"),
        "reason": tr("Hva misligholdet gjelder"),
    }


def _bank_notice() -> dict[str, str]:
    return {
        "opened_on": tr("Kom inn"),
        "sent_on": tr("Bankens brev er fra"),
        "answered_on": tr("Svart banken"),
        "amount_nok": tr("Beløp"),
        "reason": tr("Hva kravet gjelder"),
        "position": tr("Hva leieren mener"),
        "outcome": tr("Svar"),
    }


def _new_rent() -> dict[str, str]:
    return _letter() | {"effect_on": tr("Gjelder fra"), "amount_nok": tr("Ny leie per måned")}


def _index_change() -> dict[str, str]:
    return _new_rent() | {
        "old_rent_nok": tr("Leie før"),
        "kpi_from_month": tr("Indeks fra måned"),
        "kpi_from": tr("Indeks da"),
        "kpi_series": tr("Tabell hos SSB"),
        "kpi_to_month": tr("Indeks til måned"),
        "kpi_to": tr("Indeks nå"),
    }


def _market_rent() -> dict[str, str]:
    return _new_rent() | {
        "answered_on": tr("Leieren svarte"),
        "reason": tr("Hva kravet bygger på"),
        "deductions": tr("Fradrag for det leieren selv har bekostet"),
        "outcome": tr("Hvordan det gikk"),
    }


def _left_belongings() -> dict[str, str]:
    return {
        "opened_on": tr("Funnet"),
        "sent_on": tr("Brev sendt"),
        "received_on": tr("Kom fram"),
        "due_on": tr("Hentes innen"),
        "answered_on": tr("Hentet"),
        "about": tr("Hva som sto igjen"),
        "amount_nok": tr("Kostnad ved lagring"),
        "outcome": tr("Hvordan det gikk"),
    }


def _guarantee_claim() -> dict[str, str]:
    return {
        "opened_on": tr("Kom inn"),
        "due_on": tr("Svar innen"),
        "answered_on": tr("Besvart"),
        "amount_nok": tr("Beløp"),
        "granted": tr("Godtatt"),
        "about": tr("Hvem brevet går til"),
        "reason": tr("Hva kravet gjelder"),
        "position": tr("Hva leieren mener"),
        "outcome": tr("Svar"),
    }


def _advance_notice() -> dict[str, str]:
    return _letter() | {
        "due_on": tr("Svar innen"),
        "answered_on": tr("Husstanden svarte"),
        "about": tr("Hva kommunen vurderer"),
        "reason": tr("Fakta kommunen bygger på"),
        "outcome": tr("Hva de svarte"),
    }


_ASKED: dict[MatterKind, Callable[[], dict[str, str]]] = {
    MatterKind.HOUSING_APPLICATION: _housing_application,
    MatterKind.MEMBER_APPLICATION: _member_application,
    MatterKind.REQUEST_TO_MOVE: _request_to_move,
    MatterKind.NOTICE_BY_US: _notice_by_us,
    MatterKind.NOTICE_BY_TENANT: _notice_by_tenant,
    MatterKind.WARNING: _warning,
    MatterKind.TERMINATION: _termination,
    MatterKind.EVICTION_NOTICE: _eviction_notice,
    MatterKind.SOCIAL_SERVICE_NOTICE: _social_service_notice,
    MatterKind.BANK_NOTICE: _bank_notice,
    MatterKind.INDEX_CHANGE: _index_change,
    MatterKind.MARKET_RENT: _market_rent,
    MatterKind.LEFT_BELONGINGS: _left_belongings,
    MatterKind.GUARANTEE_CLAIM: _guarantee_claim,
    MatterKind.ADVANCE_NOTICE: _advance_notice,
}
