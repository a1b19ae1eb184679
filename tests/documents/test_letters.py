"""What each letter must say to have its effect (law.md § 8), read back from the printed pages in both languages."""

import dataclasses
from datetime import date

import pytest
from letters import RUNNING, SUBJECTS, a_letter, decision, lease, matter, nordvik, said
from reading import pages, words

from bolig_desktop.documents import kinds, subjects
from bolig_desktop.documents.filing import print_and_file
from bolig_desktop.settings.records import OwnParameter, WrittenForm
from bolig_desktop.tenancies.records import (
    ApplicationSort,
    DecisionKind,
    DecisionResult,
    MatterBasis,
    MatterKind,
    TenancyKind,
)

MUST_SAY = {
    "D32": (
        ("Storgata 14 B", "Det drypper fra taket", "bad", "20. november 2026", "4. desember 2026", "Snart",
         "skiftes ut", "(husleieloven § 5-6)"),
        ("Storgata 14 B", "Det drypper fra taket", "bad", "20. november 2026", "4. desember 2026", "Snart",
         "skiftast ut", "(husleigelova § 5-6)"),
    ),
    "D20": (
        ("Kopi av leieavtalen", "innen den 25.", "regner ikke ut bostøtten", "egen inngang"),
        ("Kopi av leigeavtalen", "innan den 25.", "reknar ikkje ut bustøtta", "eigen inngang"),
    ),
    "D26": (
        ("rett, men ikke plikt", "skriftlig til Nordvik kommune",
         "søke kommunen om startlån", "ikke et løfte om lån", "____"),
        ("rett, men ikkje plikt", "skriftleg til Nordvik kommune",
         "søkje kommunen om startlån", "ikkje ein lovnad om lån", "____"),
    ),
    "D5": (
        ("Nordvik Sparebank", "i leierens navn", "28 500 kr", "57 000 kr", "Utleieren betaler det kontoen koster",
         "disponere kontoen alene", "aldri til kommunens egen konto"),
        ("Nordvik Sparebank", "i namnet til leigaren", "28 500 kr", "57 000 kr",
         "Utleigaren betaler det kontoen kostar", "disponere kontoen åleine", "aldri til kommunen sin eigen konto"),
    ),
    "D6": (
        ("selvskyldnergaranti", "3 måneders leie og ikke mer enn 28 500 kr", "så lenge denne leieavtalen gjelder",
         "skyldig leie, skader på boligen, utgifter ved fraviking og andre krav",
         "med dokumentasjon", "kommuneloven § 14-19", "sak 12/26", "57 000 kr"),
        ("sjølvskuldnargaranti", "3 månaders leige og ikkje meir enn 28 500 kr", "så lenge denne leigeavtalen gjeld",
         "skuldig leige, skadar på bustaden, utgifter ved fråviking og andre krav",
         "med dokumentasjon", "kommunelova § 14-19", "sak 12/26", "57 000 kr"),
    ),
    "D7": (
        ("19 000 kr", "i brev 16. november 2026", "21. desember 2026", "august og september",
         "Leieren mener at september er betalt", "alle innsigelser mot kravet", "samme bank"),
        ("19 000 kr", "i brev 16. november 2026", "21. desember 2026", "august og september",
         "Leieren mener at september er betalt", "alle innvendingar mot kravet", "same bank"),
    ),
    "D12": (
        ("9 500 kr per måned", "Fra 1. januar 2027 er leien 9 782 kr", "måneds skriftlig varsel",
         "senest 30. november 2026", "tabell 14700 (2025=100)", "juli 2025: 100,8", "juli 2026: 103,8",
         "9 500 kr × 103,8 / 100,8 = 9 782,74 kr", "rundet ned til hele kroner: 9 782 kr", "(HTU)"),
        ("9 500 kr per månad", "Frå 1. januar 2027 er leiga 9 782 kr", "skriftleg varsel på éin månad",
         "seinast 30. november 2026", "tabell 14700 (2025=100)", "juli 2025: 100,8", "juli 2026: 103,8",
         "9 500 kr × 103,8 / 100,8 = 9 782,74 kr", "runda ned til heile kroner: 9 782 kr", "(HTU)"),
    ),
    "D13": (
        ("9 500 kr per måned", "10 400 kr per måned fra 1. juni 2027", "Fire utleide toroms", "trekkes fra",
         "seks måneder etter", "takstnemnd fastsetter leien (husleieloven § 12-2)", "§ 12-5", "(HTU)"),
        ("9 500 kr per månad", "10 400 kr per månad frå 1. juni 2027", "Fire utleide toroms", "trekkjast frå",
         "seks månader etter", "takstnemnd fastset leiga (husleigelova § 12-2)", "§ 12-5", "(HTU)"),
    ),
    "D21": (
        ("Sykkel", "Havnegata 3", "innen 18. desember 2026", "400 kr", "kan kommunen selge tingene",
         "holde tingene tilbake", "Rent skrot", "(HTU)"),
        ("Sykkel", "Havnegata 3", "innan 18. desember 2026", "400 kr", "kan kommunen selje tinga",
         "halde tinga att", "Reint skrot", "(HTU)"),
    ),
    "D11a": (
        ("slutter 31. mai 2027 av seg selv", "ikke forlenget av seg selv", "skriftlig vedtak", "tre uker",
         "ikke et løfte om ny avtale"),
        ("sluttar 31. mai 2027 av seg sjølv", "ikkje forlengd av seg sjølv", "skriftleg vedtak", "tre veker",
         "ikkje ein lovnad om ny avtale"),
    ),
    "D11b": (
        ("Leietiden var ute 31. oktober 2026", "Vi ber deg flytte ut og levere boligen innen 7. desember 2026",
         "Fristen er ingen forlengelse av leietiden",
         "§ 9-2 tredje ledd", "godtar ikke at leieforholdet fortsetter", "9 500 kr per måned", "vederlag etter",
         "§ 10-3", "Lever alle nøkler", "§ 13-2 tredje ledd bokstav b", "Kommunen skal veilede deg",
         "Husleietvistutvalget (HTU)"),
        ("Leigetida var ute 31. oktober 2026", "Vi ber deg flytte ut og levere bustaden innan 7. desember 2026",
         "Fristen er inga forlenging av leigetida",
         "§ 9-2 tredje ledd", "godtek ikkje at leigeforholdet held fram", "9 500 kr per månad", "vederlag etter",
         "§ 10-3", "Lever alle nøklar", "§ 13-2 tredje ledd bokstav b", "Kommunen skal rettleie deg",
         "Husleigetvistutvalet (HTU)"),
    ),
    "D14": (
        ("natt til 3., 9. og 14. november", "ro i boligen", "rettet innen 7. desember 2026",
         "kan kommunen heve leieavtalen hvis bruddet er vesentlig", "(HTU)"),
        ("natt til 3., 9. og 14. november", "ro i boligen", "retta innan 7. desember 2026",
         "kan kommunen heve leigeavtalen dersom brotet er vesentleg", "(HTU)"),
    ),
    "D15": (
        ("Leieforholdet slutter 28. februar 2027", "senest 30. november 2026", "saklig grunn", "sak 41/26",
         "Du kan protestere skriftlig mot oppsigelsen. Protesten må sendes til utleieren innen én måned etter at du "
         "fikk dette brevet",
         "taper du retten til å gjøre gjeldende at oppsigelsen er i strid med loven",
         "§ 9-8 første ledd andre punktum",
         "Utleieren kan da kreve tvangsfravikelse etter tvangsfullbyrdelsesloven § 13-2 tredje ledd bokstav c",
         "Rådhusgata 1, 8099 Nordvik"),
        ("Leigeforholdet sluttar 28. februar 2027", "seinast 30. november 2026", "sakleg grunn", "sak 41/26",
         "Du kan protestere skriftleg mot oppseiinga. Protesten må sendast til utleigaren innan éin månad etter "
         "at du fekk dette brevet",
         "taper du retten til å gjere gjeldande at oppseiinga er i strid med lova", "§ 9-8 første ledd andre punktum",
         "Utleigaren kan då krevje tvangsfråviking etter tvangsfullbyrdelsesloven § 13-2 tredje ledd bokstav c",
         "Rådhusgata 1, 8099 Nordvik"),
    ),
    "D15b": (
        ("oppsigelsen din 20. november 2026", "slutter 28. februar 2027", "boligen sammen 26. februar 2027"),
        ("oppseiinga din 20. november 2026", "sluttar 28. februar 2027", "bustaden saman 26. februar 2027"),
    ),
    "D16": (
        ("hever med dette leieavtalen", "vesentlig misligholdt", "Andre er utsatt for vesentlig sjenanse",
         "natt til 3., 9. og 14. november", "innen 14. desember 2026", "advarselen vi sendte 1. oktober 2026"),
        ("hevar med dette leigeavtalen", "vesentleg misleghalden", "Andre er utsette for vesentleg sjenanse",
         "natt til 3., 9. og 14. november", "innan 14. desember 2026", "åtvaringa vi sende 1. oktober 2026"),
    ),
    "D17": (
        ("19 000 kr", "oktober 2026 (9 500 kr)", "§ 13-2 tredje ledd bokstav a",
         "vil kommunen begjære tvangsfravikelse",
         "sendt til namsfogden når to uker er gått, tidligst 8. desember 2026",
         "utenrettslige inndrivingskostnader",
         "sakskostnader", "leie som er forfalt senere", "rentene", "før fravikelsen blir gjennomført"),
        ("19 000 kr", "oktober 2026 (9 500 kr)", "§ 13-2 tredje ledd bokstav a",
         "vil kommunen begjære tvangsfråviking",
         "send til namsfuten når to veker er gått, tidlegast 8. desember 2026",
         "utanrettslege inndrivingskostnader",
         "sakskostnader", "leige som har forfalle seinare", "rentene", "før fråvikinga blir gjennomført"),
    ),
    "D18": (
        ("Sosialtjenesten (Nav)", "Husleien er ikke betalt", "19 000 kr", "7. desember 2026",
         "Kopi til: Selam Tesfay", "samtidig", "§ 9-11"),
        ("Sosialtenesta (Nav)", "Husleiga er ikkje betalt", "19 000 kr", "7. desember 2026",
         "Kopi til: Selam Tesfay", "samstundes", "§ 9-11"),
    ),
    "D19": (
        ("10. november 2026", "Godkjent. Dawit Haile kan flytte inn", "én måned", "§ 7-6"),
        ("10. november 2026", "Godkjent. Dawit Haile kan flytte inn", "éin månad", "§ 7-6"),
    ),
    "D22": (
        ("Avslått. Leieforholdet blir ikke forlenget", "Reglene vi har brukt", "412 000 kroner",
         "skaffe bolig i det private markedet", "Du har rett til å klage",
         "tre uker fra den dagen dette brevet kom fram til deg", "kommunestyret i Nordvik kommune",
         "skriftlig og sendes til oss: Nordvik kommune, Rådhusgata 1, 8099 Nordvik",
         "se dokumentene i saken, med noen unntak (§§ 18 og 19)",
         "ikke blir gjennomført før klagen er avgjort (§ 42)",
         "fritt rettsråd", "Vi veileder deg", "(§ 36)", "etter delegert myndighet"),
        ("Avslått. Leigeforholdet blir ikkje forlengt", "Reglane vi har brukt", "412 000 kroner",
         "skaffe bolig i det private markedet", "Du har rett til å klage",
         "tre veker frå den dagen dette brevet kom fram til deg", "kommunestyret i Nordvik kommune",
         "skriftleg og sendast til oss: Nordvik kommune, Rådhusgata 1, 8099 Nordvik",
         "sjå dokumenta i saka, med nokre unntak (§§ 18 og 19)", "ikkje blir gjennomført før klaga er avgjord (§ 42)",
         "fritt rettsråd", "Vi rettleier deg", "(§ 36)", "etter delegert myndighet"),
    ),
    "D23": (
        ("26. oktober 2026", "Vi venter på opplysninger fra Nav", "innen 18. desember 2026", "§ 11 a"),
        ("26. oktober 2026", "Vi venter på opplysninger fra Nav", "innan 18. desember 2026", "§ 11 a"),
    ),
    "D24": (
        ("vurderer å ikke forlenge", "fast arbeid siden mars 2025", "svar innen 11. desember 2026",
         "Ingenting er bestemt"),
        ("vurderer å ikke forlenge", "fast arbeid siden mars 2025", "svar innan 11. desember 2026",
         "Ingenting er avgjort"),
    ),
    "D25": (
        ("Kommunestyret i Nordvik kommune", "20. november 2026", "Klagen mottatt 21. november 2026", "i tide",
         "Klagen gir ikke nye opplysninger", "Kopi til: Selam Tesfay", "Klagen, mottatt"),
        ("Kommunestyret i Nordvik kommune", "20. november 2026", "Klaga motteken 21. november 2026", "i tide",
         "Klagen gir ikke nye opplysninger", "Kopi til: Selam Tesfay", "Klaga, motteken"),
    ),
    "D31": (
        ("Du får 16 609,98 kr av depositumet, og rentene på kontoen. Kommunen får 11 890,02 kr", "oktober 2026",
         "faktura 4471", "–5 000,00 kr", "Rentene er dine, og dekker ingen krav", "987,65 kr",
         "17 597,63 kr til deg fra kontoen", "fem uker", "bevis for at kommunen har reist sak", "(HTU)",
         "Samtykke til utbetaling av depositum", "Nordvik Sparebank", "1234 56 78903",
         "16 609,98 kr, og alle rentene til utbetalingsdagen, til leieren", "11 890,02 kr til utleieren"),
        ("Du får 16 609,98 kr av depositumet, og rentene på kontoen. Kommunen får 11 890,02 kr", "oktober 2026",
         "faktura 4471", "–5 000,00 kr", "Rentene er dine, og dekkjer ingen krav", "987,65 kr",
         "17 597,63 kr til deg frå kontoen", "fem veker", "prov for at kommunen har reist sak", "(HTU)",
         "Samtykke til utbetaling av depositum", "Nordvik Sparebank", "1234 56 78903",
         "16 609,98 kr, og alle rentene til utbetalingsdagen, til leigaren", "11 890,02 kr til utleigaren"),
    ),
}  # fmt: skip
HEAD = ("Nordvik kommune", "Flyktningtjenesten", "Kari Nordli", "75 55 50 00", "26/1234", "22. november 2026")
TO_AN_OFFICE = ("D5", "D7", "D18", "D25")
TO_FILL_IN = ("D31", "D32", "D26")
"""Where the bank is to pay; when and why whoever mends a thing has; price and terms of an option."""
OF_NOBODY = ("D32",)  # about a home: no household and no case number stands on it


@pytest.fixture
def case(case):
    nordvik(case)
    return case


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("number", sorted(SUBJECTS))
def test_a_letter_says_what_the_law_makes_it_void_without(case, number, language):
    text = said(case, number, SUBJECTS[number](case), language)
    head = [words for words in HEAD if number not in OF_NOBODY or words != "26/1234"]
    for sentence in (*MUST_SAY[number][language == "nn"], *head):
        assert sentence in text
    assert "{" not in text and "}" not in text
    if number not in (*TO_AN_OFFICE, *TO_FILL_IN):
        assert "___" not in text, "a line to write on, though everything is known"


@pytest.mark.parametrize("number", sorted(SUBJECTS))
def test_same_case_same_bytes(case, number):
    subject = SUBJECTS[number](case)
    assert kinds.produce(case, number, subject) == kinds.produce(case, number, subject)


@pytest.mark.parametrize("number", sorted(SUBJECTS))
def test_a_letter_is_filed_on_all_it_belongs_to(case, number):
    kind, subject = kinds.find(number), SUBJECTS[number](case)
    paper, content = print_and_file(case, kind.name, subject)
    assert (paper.number, paper.content) == (number, content)
    assert paper.template.startswith(kind.template) and paper.rules
    assert getattr(paper, f"{kind.subject}_id") == subject
    assert paper.dwelling_id and bool(paper.household_id) == (number not in OF_NOBODY)


@pytest.mark.parametrize(
    ("kind", "body", "expected"),
    [
        (DecisionKind.EXTENSION, "", "kommunestyret i Nordvik kommune"),
        (DecisionKind.EXTENSION, "formannskapet", "er formannskapet"),
        (DecisionKind.ALLOTMENT, "klagenemnda", "er klagenemnda"),
        (DecisionKind.HELP, "klagenemnda", "er statsforvalteren (boligsosialloven § 7)"),
    ],
)
def test_who_decides_the_appeal(case, kind, body, expected):
    nordvik(case, appeal_body=body)
    text = said(case, "D22", decision(case, kind=kind).id)
    assert expected in text
    assert ("statsforvalteren" in text) is (kind is DecisionKind.HELP)


@pytest.mark.parametrize("kind", list(DecisionKind))
@pytest.mark.parametrize("result", list(DecisionResult))
@pytest.mark.parametrize("language", ["nb", "nn"])
def test_a_decision_says_its_result_first_and_in_one_way(case, kind, result, language):
    made = decision(case, kind=kind, result=result, content="Toroms leilighet i sentrum, tre år.")
    text = said(case, "D22", made.id, language)
    first = min(text.index(word) for word in ("Innvilg", "Avslått", "tilbud om en annen", "tilbod om ein annan")
                if word in text)  # fmt: skip
    assert first < text.index("V-2026-112")
    assert ("§ 42" in text) is (result is not DecisionResult.GRANTED)
    assert ("Toroms leilighet" in text) is (result is not DecisionResult.REFUSED)


def test_a_request_to_move_gives_the_day_of_its_matter_and_is_filed_on_it(case):
    about = lease(case)
    asked = matter(case, MatterKind.REQUEST_TO_MOVE, about, due_on=date(2027, 1, 15))
    made = kinds.produce(case, "d11b", about.id)
    text = words(made.content)
    assert "levere boligen innen 15. januar 2027. Fristen er ingen forlengelse av leietiden" in text
    assert (made.tenancy_id, made.matter_id) == (about.id, asked.id)


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (DecisionResult.GRANTED, "Oppfordringen endrer ikke vedtaket"),
        (DecisionResult.REFUSED, "vedtatt at leieforholdet ikke blir forlenget, og godtar ikke"),
        (DecisionResult.OTHER_DWELLING, "tilbud om en annen bolig"),
    ],
)
def test_a_request_to_move_says_what_is_decided(case, result, expected):
    about = lease(case)
    decision(case, about, result=result)
    assert expected in said(case, "D11b", about.id)


def test_a_request_to_move_is_without_prejudice_while_nothing_is_decided(case):
    about = lease(case)
    matter(case, MatterKind.HOUSING_APPLICATION, about)
    text = said(case, "D11b", about.id)
    assert "Oppfordringen foregriper ikke den avgjørelsen" in text
    assert "godtar ikke at leieforholdet fortsetter" not in text


def test_a_request_to_move_names_no_clause_that_is_not_agreed(case):
    text = said(case, "D11b", lease(case, eviction_expiry=False).id)
    assert "bokstav b" not in text
    assert "Husleietvistutvalget eller retten" in text


@pytest.mark.parametrize(
    ("basis", "petition", "expected"),
    [
        (MatterBasis.EXPIRY, "namsfogden", "Leietiden var ute 31. oktober 2026"),
        (
            MatterBasis.UNPROTESTED,
            "namsfogden",
            "sendt 1. juni 2026. Leieforholdet sluttet 30. september 2026",
        ),
        (MatterBasis.NUISANCE, "tingretten", "Kommunen hevet leieavtalen i brev sendt 1. november 2026"),
    ],
)
def test_the_eviction_notice_has_a_variant_for_each_basis(case, basis, petition, expected):
    about = {
        MatterBasis.EXPIRY: lambda: lease(case),
        MatterBasis.UNPROTESTED: lambda: lease(case, ends_on=None),
        MatterBasis.NUISANCE: lambda: lease(case, **RUNNING),
    }[basis]()
    matter(case, MatterKind.NOTICE_BY_US, about, opened_on=date(2026, 6, 1), sent_on=date(2026, 6, 1),
           effect_on=date(2026, 9, 30))  # fmt: skip
    matter(case, MatterKind.TERMINATION, about, opened_on=date(2026, 11, 1), sent_on=date(2026, 11, 1))
    notice = matter(case, MatterKind.EVICTION_NOTICE, about, basis=basis, reason="Se brevet.")
    text = said(case, "D17", notice.id)
    assert expected in text
    assert f"sendt til {petition} når to uker er gått" in text
    assert "inndrivingskostnader" not in text


def test_an_eviction_notice_counts_two_whole_weeks_and_over_the_holidays(case):
    about = lease(case, **RUNNING)
    notice = matter(case, MatterKind.EVICTION_NOTICE, about, basis=MatterBasis.UNPAID, amount_nok=1, reason="leie")
    assert "tidligst 29. desember 2026" in words(
        a_letter(case, "D17", notice.id, petition_on=date(2026, 12, 29), sent_on=date(2026, 12, 11))
    )
    facts = kinds.find("D17").gather(case, _about(case, notice.id), date(2026, 12, 11))
    assert facts.petition_on == date(2026, 12, 29)


def _about(case, matter_id):
    return subjects.find(case, "matter", matter_id)


def test_a_termination_tells_an_approved_subtenant(case):
    """HL-7-7: the sub-tenant gets a copy and the right to protest, or the notice is invalid."""
    about = lease(case, ends_on=None)
    matter(case, MatterKind.MEMBER_APPLICATION, about, sort=ApplicationSort.PART, granted=True, about="Dawit Haile")
    notice = matter(case, MatterKind.NOTICE_BY_US, about, basis=MatterBasis.OTHER, reason="Huset rives.")
    text = said(case, "D15", notice.id)
    assert "Framleietakeren kan også protestere skriftlig" in text
    assert "Kopi til framleietakeren: Dawit Haile" in text


@pytest.mark.parametrize("sort", list(ApplicationSort))
@pytest.mark.parametrize("granted", [True, False])
@pytest.mark.parametrize("language", ["nb", "nn"])
def test_an_answer_says_yes_or_no_with_its_ground(case, sort, granted, language):
    made = matter(case, MatterKind.MEMBER_APPLICATION, lease(case, **RUNNING), sort=sort, granted=granted,
                  received_on=date(2026, 11, 2), about="Dawit Haile", reason="Leiligheten har ett rom.")  # fmt: skip
    text = said(case, "D19", made.id, language)
    assert text.count("Godkjent.") == (1 if granted else 0)
    assert ("Leiligheten har ett rom." in text) is not granted


def test_two_tenants_are_written_to_in_the_plural(case):
    facts = {"tenants": ("Selam Tesfay", "Yonas Tesfay")}
    subject = SUBJECTS["D11b"](case)
    assert "Vi ber dere flytte" in words(a_letter(case, "D11b", subject, **facts))
    assert "Vi ber dykk flytte" in words(a_letter(case, "D11b", subject, "nn", **facts))
    assert "Hvis dere ikke flytter" in words(a_letter(case, "D11b", subject, **facts))


def test_the_municipalitys_own_written_form(case):
    nordvik(case, written_form=WrittenForm.NYNORSK)
    assert "Venleg helsing" in words(kinds.produce(case, "D11b", SUBJECTS["D11b"](case)).content)


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("number", sorted(SUBJECTS))
def test_long_facts_are_set_and_never_leave_a_signature_alone(case, number, language):
    subject = SUBJECTS[number](case)
    long = "Dette er en lang forklaring som kommunen har skrevet, med mange ord og flere setninger. " * 12
    kind = kinds.find(number)
    record = case.matters.find(subject) if kind.subject == "matter" else None
    if record is not None:
        case.matters.change(dataclasses.replace(record, reason=long))
    text = pages(a_letter(case, number, subject, language, tenants=("Selam " * 20 + "Tesfay", "Yonas " * 20)))
    greeting = "Venleg helsing" if language == "nn" else "Vennlig hilsen"
    if number == "D26":  # both parties sign it, and it has no greeting
        greeting = "Underskrifter"
    last = [page for page in text if greeting in page]
    assert len(last) == 1 and (last == text[-1:] or kind.then), "only what has pages of its own comes after it"
    before = last[0].split(greeting)[0]
    assert len(before) > 60, "a signature with nothing of the letter above it"


@pytest.mark.parametrize(
    ("kind", "granted", "expected"),
    [
        (TenancyKind.MUNICIPAL, None, "Vi ber om svar innen 18. desember 2026"),
        (TenancyKind.PRIVATE, True, "Kommunen godtar kravet og betaler 19 000 kr innen 18. desember 2026"),
        (TenancyKind.PRIVATE, False, "Kommunen godtar ikke kravet slik det er dokumentert nå"),
    ],
)
def test_a_claim_is_made_as_landlord_and_answered_as_guarantor(case, kind, granted, expected):
    about = lease(case, **RUNNING)
    case.tenancies.change(dataclasses.replace(about, kind=kind))
    claim = matter(case, MatterKind.GUARANTEE_CLAIM, about, amount_nok=19000, reason="Se oversikten.",
                   granted=granted, due_on=date(2026, 12, 18), about="Aud Kvalnes")  # fmt: skip
    text = said(case, "D7", claim.id)
    assert expected in text
    assert "Aud Kvalnes" in text and "banken" not in text


def test_an_index_notice_says_when_less_is_asked_for_than_the_index_allows(case):
    subject = SUBJECTS["D12"](case)
    assert "krever mindre enn dette" not in said(case, "D12", subject)
    case.matters.change(dataclasses.replace(case.matters.get(subject), amount_nok=9700))
    assert "krever mindre enn dette: 9 700 kr" in said(case, "D12", subject)


def test_an_index_notice_names_the_base_of_the_table_the_file_says(case):
    subject = SUBJECTS["D12"](case)
    case.matters.change(dataclasses.replace(case.matters.get(subject), kpi_series="15001"))
    assert "tabell 15001:" in said(case, "D12", subject), "nobody knows its base"
    case.save(OwnParameter(name="kpi_table", value="15001", source="SSB", next_check=date(2027, 11, 22)))
    assert "tabell 15001 (2025=100):" in said(case, "D12", subject)
