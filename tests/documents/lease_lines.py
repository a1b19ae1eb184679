"""What must stand in a lease, and what must not, in both written forms."""

from datetime import date

from reading import LEASE

INDEFINITE = {"ends_on": None, "eviction_expiry": False}

ROOM = {
    "room": True,
    "room_name": "Rom 3",
    "address": "Fjellgata 8, 8099 Nordvik",
    "common_rooms": "kjøkken, stue, bad og vaskerom",
    "furniture_list": "seng med madrass\nskrivebord",
    "power_nok": 500,
    "power_own_meter": False,
    "tenant_facts": LEASE.tenant_facts[:1],
}

SUBLET = {
    "sublet": True,
    "owner": "Hansen Eiendom AS",
    "consent_on": date(2026, 10, 1),
    "head_ends_on": date(2031, 12, 31),
}

SHORT = {
    "ends_on": date(2027, 5, 31),
    "short_of_law": True,
    "exception_short_term": True,
    "short_term_reason": "venter på tilrettelagt bolig",
    "short_term_decision": "26/77-3",
}

# (facts, what must stand in bokmål, what must stand in nynorsk)
CONTENTS = {
    "parties": (
        {},
        ["Nordvik kommune", "974 760 673", "Selam Tesfay", "født 2. mars 1990", "Yonas Tesfay"],
        ["Nordvik kommune", "Selam Tesfay", "fødd 2. mars 1990"],
    ),
    "dwelling with bruksenhet": (
        {},
        ["Storgata 14 B, 8099 Nordvik, bruksenhet H0201. Boligen skal", "4 rom, 84 m²", "gnr. 12, bnr. 34"],
        ["brukseining H0201"],
    ),
    "start and end": (
        {},
        ["fra 1. desember 2026 til 30. november 2029", "slutter da av seg selv"],
        ["frå 1. desember 2026 til 30. november 2029"],
    ),
    "rent, due day, handover": (
        {},
        [
            "9 500 kr per måned",
            "forfaller den 1. i hver måned",
            "§ 3-1",
            "neste virkedag",
            "overtas 2. desember 2026",
            "1234 56 78903",
        ],
        ["9 500 kr per månad", "neste yrkedag"],
    ),
    "energy by own meter": (
        {},
        ["Strøm betaler leieren selv etter egen måler", "Vann og avløp er inkludert i leien"],
        ["etter eigen målar", "Vatn og avløp er inkludert i leiga"],
    ),
    "energy on account": (
        {"power_nok": 600, "power_own_meter": False},
        ["600 kr per måned a konto", "avregnet etter faktisk kostnad", "§ 3-4"],
        ["600 kr per månad a konto", "§ 3-4"],
    ),
    "energy included": (
        {"power_included": True, "power_own_meter": False, "includes_heating": True, "includes_internet": True},
        ["Strøm er inkludert i leien", "Dette er inkludert i leien: oppvarming, internett"],
        ["Straum er inkludert i leiga"],
    ),
    "water by meter": (
        {"water_nok": 300},
        ["vann og avløp 300 kr per måned a konto", "Vann og avløp betales etter måler, med 300 kr"],
        ["vatn og avløp 300 kr per månad a konto", "Vatn og avløp blir betalt etter målar, med 300 kr"],
    ),
    "deposit": (
        {
            "deposit_nok": 20000,
            "deposit_bank": "Nordvik Sparebank",
            "deposit_account": "9876 54 32105",
            "guarantee_nok": None,
        },
        [
            "Depositum: 20 000 kr",
            "særskilt konto i leierens navn",
            "Nordvik Sparebank",
            "9876 54 32105",
            "Utleieren betaler det som kontoen koster",
            "seks måneders leie 57 000 kr",
            "til sammen 20 000 kr",
        ],
        ["Depositum: 20 000 kr", "særskild konto i namnet til leigaren", "57 000 kr"],
    ),
    "guarantee": (
        {},
        ["Garanti: inntil 28 500 kr", "kommunal garanti", "§§ 3-5 og 3-6"],
        ["Garanti: inntil 28 500 kr"],
    ),
    "no other payments": ({}, ["ikke kreve andre betalinger", "§ 3-7"], ["ikkje krevje andre betalingar", "§ 3-7"]),
    "cannot be terminated": (
        {},
        ["Avtalen kan ikke sies opp i leietiden", "skriftlig opplyst", "§ 9-2 første ledd"],
        ["Avtalen kan ikkje seiast opp i leigetida", "skriftleg opplyst"],
    ),
    "can be terminated, with period": (
        {"terminable": True},
        ["Avtalen kan sies opp i leietiden.", "Oppsigelsesfristen er 3 måneder"],
        ["Avtalen kan seiast opp i leigetida.", "3 månader"],
    ),
    "not told, so terminable": (
        {"told_not_terminable": False},
        ["Avtalen kan sies opp i leietiden", "ikke er opplyst", "§ 9-2 andre ledd"],
        ["Avtalen kan seiast opp i leigetida", "ikkje er opplyst", "§ 9-2 andre ledd"],
    ),
    "§ 11-1 and its exceptions": (
        {"exception_others": True, "exception_absence": True},
        [
            "§ 11-1",
            "vanskeligstilte",
            "a) Nærstående i husstanden",
            "b) Andre i husstanden",
            "c) Midlertidig fravær",
            "For andre som vil flytte inn, gjelder unntaket",
            "gjelder fullt ut",
        ],
        ["vanskelegstilte", "a) Nærståande i husstanden", "c) Mellombels fråvær"],
    ),
    "§ 11-1 without exceptions": (
        {"exception_family": False},
        ["Ingen unntak etter § 11-1 er avtalt"],
        ["Ingen unntak etter § 11-1 er avtalte"],
    ),
    "short: reason, decision, first": (
        SHORT,
        [
            "Kortere leietid enn tre år",
            "Særlige grunner: venter på tilrettelagt",
            "Vedtak: 26/77-3",
            "ikke tidligere hatt en slik korttidsavtale",
            "Vedtak om kortere leietid",
        ],
        ["Særlege grunnar: venter", "ikkje tidlegare hatt ein slik korttidsavtale"],
    ),
    "short: earlier one": (
        SHORT | {"earlier_short_terms": 1, "short_term_weighty": "huset er forsinket"},
        ["om den samme boligen: 1", "Tungtveiende grunner: huset er forsinket"],
        ["Tungtvegande grunnar: huset er forsinket"],
    ),
    "§ 9-3 exception": (
        {"just_cause": "skal rives i 2028", "short_of_law": True},
        ["Grunnen: skal rives i 2028", "§ 9-3"],
        ["Grunnen: skal rives i 2028"],
    ),
    "landlord in the house": (
        {"landlord_lives_in": True, "short_of_law": True},
        ["minste leietid ett år"],
        ["minste leigetid eitt år"],
    ),
    "eviction a and b": (
        {},
        [
            "tvangsfravikelse kan kreves når leien ikke blir betalt",
            "bokstav a",
            "tvangsfravikelse kan kreves når leietiden er løpt ut",
            "bokstav b",
            "§ 4-18",
            "leie som er forfalt senere, kostnadene og rentene",
        ],
        ["tvangsfråviking kan krevjast når leiga ikkje blir betalt", "bokstav b"],
    ),
    "maintenance split": (
        {},
        ["§ 5-3", "røykvarslere og slokkeutstyr", "Utleieren vedlikeholder alt annet", "75 55 50 00", "§ 5-5"],
        ["røykvarslarar og sløkkjeutstyr", "§ 5-3"],
    ),
    "house rules and pets": (
        {},
        ["Husreglene er vedlagt", "holde dyr", "§ 5-2"],
        ["Husreglane ligg ved", "halde dyr"],
    ),
    "household": (
        {"exception_family": False},
        ["ektefelle, samboer", "§ 7-1", "én måned", "§ 7-6"],
        ["ektefelle, sambuar", "§ 7-6"],
    ),
    "index": (
        {},
        ["konsumprisindeksen", "§ 4-2", "§ 4-3", "seks måneder etter skriftlig krav"],
        ["konsumprisindeksen", "§ 4-2", "seks månader etter skriftleg krav"],
    ),
    "same bank": (
        {"deposit_nok": 9500, "same_bank": True},
        ["samme bank som depositumet", "§ 3-5 fjerde ledd"],
        ["same bank som depositumet", "§ 3-5 fjerde ledd"],
    ),
    "expiry in plain words": (
        {},
        [
            "aldri forlenget av seg selv",
            "mer enn tre måneder",
            "flytteoppfordring",
            "§ 9-2 tredje ledd",
            "§ 10-3",
            "klage på innen tre uker",
        ],
        ["aldri forlengd av seg sjølv", "flytteoppmoding", "§ 9-2 tredje ledd"],
    ),
    "hand-back": ({}, ["§ 10-2", "innen åtte dager"], ["§ 10-2", "innan åtte dagar"]),
    "access": ({}, ["§ 5-6", "varsle i rimelig tid", "Besøk for veiledning er frivillig"], ["§ 5-6"]),
    "HTU": ({}, ["Husleietvistutvalget (HTU)", "§ 12-5"], ["Husleigetvistutvalet (HTU)", "§ 12-5"]),
    "no departures": ({}, ["Partene har ikke avtalt noe annet"], ["Partane har ikkje avtalt noko anna"]),
    "departures": (
        {"departures": "Leieren maler stua selv"},
        ["Leieren maler stua selv", "§ 1-2"],
        ["Leieren maler stua selv"],
    ),
    "annexes": (
        {},
        ["Vedlegg 1. Protokoll for overtakelse", "2. Husregler", "3. Garantidokument"],
        ["Vedlegg 1. Protokoll for overtaking", "2. Husreglar"],
    ),
    "signatures and interpreter": (
        {},
        ["Underskrifter", "for Nordvik kommune", "Sted og dato", "Underskrift", "tigrinja, oppdrag 4711"],
        ["Stad og dato", "tigrinja, oppdrag 4711"],
    ),
    "guardian": (
        {"guardian": "Ola Verge"},
        ["representert ved Ola Verge", "Verge eller representant"],
        ["Verje eller representant"],
    ),
    "common head": (
        {},
        [
            "Flyktningtjenesten",
            "Kari Nordli",
            "22. november 2026",
            "26/1234",
            "flyktning@nordvik.example",
            "Leieavtale nr. 2026-031",
            "Norsk tekst gjelder",
        ],
        ["Leigeavtale nr. 2026-031", "Norsk tekst gjeld"],
    ),
    "D1b: notice to month end": (
        INDEFINITE,
        [
            "tidsubestemt",
            "Oppsigelsesfristen er 3 måneder",
            "slutten av en kalendermåned",
            "§ 9-6",
            "§ 9-4",
            "Eksempel",
        ],
        ["Oppseiingsfristen er 3 månader", "slutten av ein kalendermånad", "Døme"],
    ),
    "D1b: one eviction clause is no list": (
        INDEFINITE | {"exception_family": False},
        ["Tvangsfravikelse Leieren vedtar at tvangsfravikelse kan kreves når leien ikke blir betalt"],
        ["Tvangsfråviking Leigaren vedtek at tvangsfråviking kan krevjast når leiga ikkje blir betalt"],
    ),
    "D1b: grounds, form, protest": (
        INDEFINITE,
        [
            "§ 9-5",
            "rives eller bygges om",
            "misligholdt",
            "annen saklig grunn",
            "§ 9-7",
            "protestere skriftlig til utleieren innen én måned",
            "taper retten",
            "bokstav c",
            "§ 9-8",
            "innen tre måneder",
        ],
        ["rivast eller byggjast om", "sakleg grunn", "bokstav c"],
    ),
    "D2: room and common rooms": (
        ROOM,
        [
            "Leieavtale for rom i bofellesskap",
            "Rom 3 i bofellesskapet Fjellgata 8",
            "Felles rom: kjøkken, stue, bad og vaskerom",
        ],
        ["Leigeavtale for rom i bufellesskap", "Felles rom: kjøkken"],
    ),
    "D2: furniture and cost split": (
        ROOM,
        ["Møbler og utstyr: seng med madrass skrivebord", "500 kr per måned a konto", "deles forholdsmessig"],
        ["Møblar og utstyr: seng", "forholdsmessig"],
    ),
    "D2: metered water is split too": (
        ROOM | {"power_nok": None, "power_included": True, "water_nok": 200},
        ["deles forholdsmessig"],
        ["forholdsmessig"],
    ),
    "D2: no furniture": (
        ROOM | {"furniture_list": ""},
        ["Rommet leies ut uten møbler."],
        ["Rommet blir leigd ut utan møblar."],
    ),
    "D2: full protection": (
        ROOM,
        [
            "Leieren har samme vern som ved leie av en hel bolig",
            "§ 9-5 tredje ledd",
            "§ 9-6 andre ledd",
            "§ 9-7 fjerde ledd",
            "§ 9-8 tredje ledd",
        ],
        ["same vern som ved leige av ein heil bustad"],
    ),
    "D2: one lease per person": (
        ROOM,
        ["sin egen leieavtale", "bestemmer hvem som får leie de andre rommene"],
        ["sin eigen leigeavtale"],
    ),
    "D3: consent, head lease, § 7-7, § 9-3": (
        SUBLET,
        [
            "Framleieavtale for bolig",
            "Hansen Eiendom AS",
            "datert 1. oktober 2026",
            "varer til 31. desember 2031",
            "§ 7-2",
            "kopi av oppsigelsen samtidig",
            "15 dager",
            "§ 7-7",
            "ikke i seg selv grunn til kortere leietid",
            "§ 9-3",
        ],
        ["Framleigeavtale for bustad", "§ 7-7", "15 dagar"],
    ),
    "D3: head lease without end": (
        SUBLET | {"head_ends_on": None, "head_open_ended": True},
        ["har ingen sluttdato"],
        ["har ingen sluttdato"],
    ),
}

ABSENT = {
    "no § 11-1 when it is not told": (
        {"vulnerable": False, "exception_family": False},
        ["§ 11-1", "vanskeligstilte"],
    ),
    "no exception that is not agreed": (
        {},
        ["Midlertidig fravær", "Kortere leietid enn tre år", "Andre i husstanden og"],
    ),
    "no short term in an ordinary lease": ({}, ["særlige grunner", "korttidsavtale", "Vedtak:"]),
    "not both terminable and not": (
        {"terminable": True},
        ["Avtalen kan ikke sies opp", "ikke er opplyst"],
    ),
    "no eviction that is not agreed": (
        {"eviction_unpaid": False, "eviction_expiry": False},
        ["Tvangsfravikelse", "§ 13-2"],
    ),
    "eviction for rent only": ({"eviction_expiry": False}, ["løpt ut"]),
    "no expiry in an indefinite lease": (
        INDEFINITE,
        ["Tremånedersregelen", "løpt ut", "30. november 2029", "kan ikke sies opp"],
    ),
    "no split of costs in a whole dwelling": ({"water_nok": 200}, ["forholdsmessig"]),
    "no list of furniture where there is none": (ROOM | {"furniture_list": ""}, ["listen", "Møbler og utstyr"]),
    "no example that counts with another notice": (INDEFINITE | {"notice_months": 1}, ["Eksempel", "1 måned"]),
    "no grounds in a fixed lease": ({}, ["Når utleieren kan si opp", "9-7"]),
    "no sublet in our own dwelling": ({}, ["ramleieavtale", "§ 7-7", "Boligens eier"]),
    "no room in a whole dwelling": ({}, ["bofellesskap", "§ 9-6 andre ledd", "Felles rom"]),
    "no deposit that is not asked for": ({}, ["Depositum:", "særskilt konto", "samme bank"]),
    "no security at all": ({"guarantee_nok": None}, ["seks måneders leie", "Garantidokument"]),
    "no same-bank clause unless agreed": ({"deposit_nok": 9500}, ["samme bank"]),
    "no index clause where it is left out": ({"index_clause": False}, ["konsumprisindeksen"]),
    "family by right unless excepted": ({}, ["uten å spørre"]),
    "no fees": ({}, ["gebyr på", "nøkkelpenger", "kontraktsgebyr", "kommunale avgifter"]),
    "not the old dispute body": ({}, ["forliksråd"]),
    "nothing about power on account": ({}, ["a konto", "§ 3-4"]),
    "full length is not said of a short term": (SHORT, ["minst så lang som loven krever"]),
    "no other reason than the one agreed": (SHORT, ["Grunnen:", "minste leietid ett år"]),
}
