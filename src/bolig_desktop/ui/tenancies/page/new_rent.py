"""A new rent that was told of: when it applies, and taking it into use when the day has come."""

from bolig_desktop.casefile import rent_run
from bolig_desktop.errors import FileTrouble, Refused
from bolig_desktop.law.sections import section
from bolig_desktop.tenancies.records import Matter, MatterKind, Tenancy
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.money import show_kroner
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.ui.problems import sentences_for
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.topic_page import TopicPage
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.words import language, tr


def of_new_rent(page: TopicPage, lease: Tenancy) -> list[Banner]:
    """Say which new rent is told of and not in use; from its day on there is the act that takes it into use."""
    waiting = [m for m in page.session.case.matters.of_rents(lease.id) if _waits(m)]
    return [_banner(page, matter) for matter in sorted(waiting, key=lambda m: (m.effect_on, m.id))]


def _waits(matter: Matter) -> bool:
    return matter.closed_on is None and matter.amount_nok is not None and matter.effect_on is not None


def _banner(page: TopicPage, matter: Matter) -> Banner:
    rent, day = show_kroner(matter.amount_nok or 0), show_date(matter.effect_on or page.session.today)
    law = section("HL-4-3" if matter.kind is MatterKind.MARKET_RENT else "HL-4-2")
    if matter.effect_on is not None and matter.effect_on > page.session.today:
        told = matter.kind is MatterKind.MARKET_RENT or matter.sent_on is not None
        acts = [] if told else [(tr("Skriv ut varselet"), lambda: _print(page, matter))]
        title = tr("Ny leie på {rent} gjelder fra {day}", rent=rent, day=day)
        return Banner(Tone.ACCENT, title, section=law, acts=acts)
    return Banner(
        Tone.SOON,
        tr("Ny leie på {rent} gjelder fra {day}, men er ikke tatt i bruk", rent=rent, day=day),
        section=law,
        acts=[(tr("Ta i bruk ny leie"), lambda: _take(page, matter))],
    )


def _print(page: TopicPage, matter: Matter) -> None:
    # What draws pages is loaded when the first paper is wanted, not when the window starts.
    from bolig_desktop.ui.documents.issue import issue

    page.editor.finish()
    issue(page.case_panel, page.session, "index-notice", matter.id or 0, matter, page.said.emit)


def _take(page: TopicPage, matter: Matter) -> None:
    page.editor.finish()
    try:
        page.session.run(lambda case: rent_run.take_into_use(case, matter), "rent")
    except Refused as refused:
        page.form.show_problems({"": sentences_for(refused.problems, language())})
    except FileTrouble as trouble:
        page.form.show_problems({"": [(trouble_sentence(trouble, language()), True)]})
    else:
        page.kept.emit(tr("Den nye leien er tatt i bruk."))
