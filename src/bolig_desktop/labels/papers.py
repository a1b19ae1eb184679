"""What the choices about papers, sources and settings are called."""

from bolig_desktop.archive.records import SentHow
from bolig_desktop.labels.kinds import Labels
from bolig_desktop.law.sources import Certainty
from bolig_desktop.settings.records import KpiSource, LookedUp, WrittenForm

LABELS: Labels = {
    SentHow: {
        SentHow.BY_HAND: "Levert personlig",
        SentHow.POST: "Post",
        SentHow.REGISTERED: "Rekommandert",
        SentHow.DIGITAL: "Digitalt",
    },
    Certainty: {
        Certainty.A: "Lest i loven",
        Certainty.B: "Offentlig veiledning",
        Certainty.C: "Annen kilde",
        Certainty.M: "Egen vurdering",
    },
    LookedUp: {
        LookedUp.RULE: "Regel",
        LookedUp.FIGURE: "Sats eller dato",
    },
    KpiSource: {
        KpiSource.TYPED: "Skrevet inn",
        KpiSource.FILE: "Lest fra fil",
    },
    WrittenForm: {
        WrittenForm.BOKMAL: "Bokmål",
        WrittenForm.NYNORSK: "Nynorsk",
    },
}
