"""Why somebody is proposed to mend a thing, in a sentence."""

from bolig_desktop.maintenance.rules import Proposal
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.words import tr


def reason(proposal: Proposal) -> str:
    """Return who is proposed and why, with the section of the act."""
    said = {
        "tenants_list": tr(
            "Dette skal leieren holde ved like etter husleieloven § 5-3 andre ledd, om ikke annet er avtalt. Må det "
            "skiftes ut, er det utleierens."
        ),
        "replacing": tr("Å skifte ut det som ikke lenger kan repareres, er utleierens (husleieloven § 5-3)."),
        "landlord_keeps": tr("Utleieren skal holde boligen i den stand leieren kan kreve (husleieloven § 5-3)."),
        "hired_in": tr(
            "Boligen er innleid. Det utleieren skal rette, ber dere eieren om; se innleieavtalen. Overfor leieren er "
            "det kommunen som svarer (husleieloven § 5-3)."
        ),
        "private_owner": tr("Eieren er utleier og skal holde boligen ved like (husleieloven § 5-3)."),
        "resident_owned": tr("Beboeren eier boligen selv."),
    }[proposal.reason]
    words = tr("Foreslått: {who}. {why}", who=label(proposal.mender), why=said)
    return words.replace("§ ", "§\u00a0")
