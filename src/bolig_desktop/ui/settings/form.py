"""The form of the municipality: what stands on its papers, and what it usually offers."""

from bolig_desktop.settings.records import WrittenForm
from bolig_desktop.ui.labels import answers
from bolig_desktop.ui.widgets.choices import ChoiceField, YesNoField
from bolig_desktop.ui.widgets.fields import LongTextField, NumberField, TextField
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.words import tr

NOT_ON_FORM = frozenset({"id"})


class MunicipalityForm(Form):
    """Every field of the municipality."""

    table = "municipality"

    def __init__(self) -> None:
        super().__init__()
        self.heading(tr("Brevhodet"))
        with self.row():
            self.bind("name", tr("Kommunens navn"), TextField(), weight=3)
            self.bind("written_form", tr("Målform"), ChoiceField(answers(WrittenForm), unknown=None), weight=2)
        with self.row():
            self.bind("unit", tr("Enhet"), TextField(), weight=3)
            self.bind("org_number", tr("Organisasjonsnummer"), TextField(), weight=2)
        self.bind("street", tr("Gateadresse"), TextField())
        with self.row():
            self.bind("postcode", tr("Postnummer"), TextField(), weight=2)
            self.bind("city", tr("Poststed"), TextField(), weight=3)
        with self.row():
            self.bind("phone", tr("Telefon"), TextField(), weight=2)
            self.bind("email", tr("E-post"), TextField(), weight=3)
        self.bind("case_officer", tr("Saksbehandler"), TextField(), hint=tr("Navnet som står under brev og avtaler."))
        self.bind("letter_footer", tr("Bunntekst på brev"), LongTextField(lines=2))
        self.heading(tr("Vanlige vilkår i nye leieavtaler"))
        with self.row():
            self.bind("lease_months", tr("Leietid i måneder"), NumberField())
            self.bind("notice_months", tr("Oppsigelsestid i måneder"), NumberField())
            self.bind("due_day", tr("Forfallsdag i måneden"), NumberField())
        with self.row():
            self.bind("deposit_months", tr("Depositum, måneders leie"), NumberField())
            self.bind("index_clause", tr("Leien følger konsumprisindeksen"), YesNoField(unknown=None), weight=2)
        self.bind(
            "account_number",
            tr("Kontonummer for leie"),
            TextField(),
            hint=tr("Depositum skal aldri hit, men på egen konto i leierens navn (husleieloven §\u00a03-5)."),
        )
        self.heading(tr("Vedtak og brev"))
        with self.row():
            self.bind(
                "appeal_body",
                tr("Klageinstans for tildeling av bolig"),
                TextField(),
                hint=tr("Kommunestyret, om ikke annet er vedtatt (forvaltningsloven §\u00a028 andre ledd)."),
                weight=3,
            )
            self.bind(
                "post_days",
                tr("Dager vi regner for posten"),
                NumberField(),
                hint=tr("Brukes når vi ikke vet når et brev kom fram."),
                weight=2,
            )
        self._homes()

    def _homes(self) -> None:
        self.heading(tr("Velkomstperm og husregler"))
        self.bind(
            "dpo",
            tr("Personvernombud"),
            TextField(placeholder=tr("navn, telefon eller e-post")),
            hint=tr("Den som svarer på spørsmål om personvern. Uten svar står det at de kan spørre oss."),
        )
        with self.row():
            self.bind("quiet_from", tr("Ro i boligen fra klokka"), TextField(placeholder="23.00"))
            self.bind("quiet_to", tr("Til klokka"), TextField(placeholder="07.00"))
        self.heading(tr("Hjemmebesøk"))
        with self.row():
            self.bind(
                "visit_weeks",
                tr("Besøk så mange uker etter innflytting"),
                TextField(),
                hint=tr("Med komma mellom. Dette er deres egen rutine."),
                weight=2,
            )
            self.bind("visit_every_weeks", tr("Deretter med så mange uker mellom"), NumberField(), weight=2)
        self.bind(
            "visit_notice_days",
            tr("Varsle et tilsyn så mange arbeidsdager før"),
            NumberField(),
            hint=tr("Loven sier «rimelig tid» og ikke noe tall (husleieloven §\u00a05-6)."),
        )
        self.heading(tr("Tomme boliger"))
        self.bind("idle_limit_days", tr("Si fra når en bolig har stått tom i så mange dager"), NumberField())
        self.heading(tr("For en vikar"))
        self.bind(
            "where_things_are",
            tr("Hvor ting er"),
            LongTextField(lines=3),
            hint=tr(
                "Hvor nøkkelarket, sikkerhetskopiene og nøkkelskapet er. Står på overleveringen til vikar. "
                "Skriv aldri passordet eller tegnene på nøkkelarket her."
            ),
        )
