"""Which section of law each rule comes from, ready to print: the book's own words, without reading the book.

The book (``resources/law/rules``) takes some milliseconds to read, and a list shows sections the moment the program
starts. A test compares the two and prints the line that is wrong.
"""

# id | section
_TABLE = """
DL-148-D | domstolloven § 148 første ledd
DL-148-M | domstolloven § 148 andre ledd
DL-149 | domstolloven § 149
DL-146 | domstolloven § 146
DL-HL | husleieloven § 1-6
DL-SEND | husleieloven § 1-5
DL-FV | forvaltningsloven § 30
DL-HOL | lov 1995-02-24-12 § 2 og lov 1947-04-26-1
DL-OWN | anbefaling
HL-1-1 | husleieloven § 1-1
HL-1-2 | husleieloven § 1-2
HL-1-3 | husleieloven § 1-3
HL-1-4 | husleieloven § 1-4
HL-1-8 | husleieloven § 1-8
HL-2-1 | husleieloven § 2-1
HL-2-2 | husleieloven § 2-2
HL-2-8 | husleieloven § 2-8
HL-3-1 | husleieloven § 3-1
HL-3-2a | husleieloven § 3-2
HL-3-2b | husleieloven § 3-2
HL-3-3 | husleieloven § 3-3
HL-3-4 | husleieloven § 3-4
HL-3-5a | husleieloven § 3-5
HL-3-5b | husleieloven § 3-5
HL-3-5c | husleieloven § 3-5
HL-3-6 | husleieloven § 3-6
HL-3-7 | husleieloven § 3-7
HL-3-8 | husleieloven § 3-8
HL-4-1 | husleieloven § 4-1
HL-4-2 | husleieloven § 4-2
HL-4-3 | husleieloven § 4-3
HL-4-3d | husleieloven §§ 4-3, 12-2 og 12-5
HL-4-4 | husleieloven § 4-4
HL-4-5 | husleieloven § 4-5
HL-5-2 | husleieloven § 5-2
HL-5-3 | husleieloven § 5-3
HL-5-4 | husleieloven §§ 5-4, 5-6 og 6-3
HL-5-5 | husleieloven § 5-5
HL-5-6 | husleieloven § 5-6
HL-VISIT | husleieloven § 5-6
HL-7-1 | husleieloven § 7-1
HL-7-2 | husleieloven § 7-2
HL-7-3/4/5 | husleieloven §§ 7-3 til 7-5
HL-7-6 | husleieloven § 7-6
HL-7-7 | husleieloven § 7-7
HL-8-2 | husleieloven § 8-2
HL-8-3 | husleieloven § 8-3
HL-9-2-1 | husleieloven § 9-2 første ledd
HL-9-2-2 | husleieloven § 9-2 andre ledd
HL-9-2-3 | husleieloven § 9-2 tredje ledd
HL-9-3 | husleieloven § 9-3
HL-9-3a | husleieloven § 9-3 a
HL-9-4 | husleieloven § 9-4
HL-9-5 | husleieloven § 9-5
HL-9-6 | husleieloven § 9-6
HL-9-7 | husleieloven § 9-7
HL-9-8a | husleieloven § 9-8
HL-9-8b | husleieloven § 9-8
HL-9-9 | husleieloven § 9-9
HL-9-10 | husleieloven § 9-10
HL-9-11 | husleieloven § 9-11
HL-10-2 | husleieloven § 10-2
HL-10-3 | husleieloven § 10-3
HL-10-4 | husleieloven § 10-4
HL-12-5 | husleieloven § 12-5
HL-11-1a | husleieloven § 11-1 første ledd
HL-11-1b | husleieloven § 11-1 andre ledd
HL-11-1c | husleieloven § 11-1 tredje til femte ledd
HL-11-1d | husleieloven § 11-1 sjette ledd
HL-11-1e | husleieloven § 11-1
HL-ROOM | husleieloven §§ 9-5 til 9-8
HL-9-2-x | departementets uttalelse 2020 om husleieloven § 9-2 tredje ledd
HL-MUNI | kommunens egne vedtak
HL-SHARE | IMDis råd om bofellesskap
HL-JOINT | anbefaling
SI-FIRE | forskrift om brannforebygging § 7
SI-RADON | strålevernforskriften § 6
SI-PBL | plan- og bygningsloven
TV-13-2a | tvangsfullbyrdelsesloven § 13-2 tredje ledd bokstav a
TV-13-2b | tvangsfullbyrdelsesloven § 13-2 tredje ledd bokstav b
TV-13-2c | tvangsfullbyrdelsesloven § 13-2 tredje ledd bokstav c
TV-13-2d | tvangsfullbyrdelsesloven § 13-2 tredje ledd bokstav d
TV-13-2z | tvangsfullbyrdelsesloven § 13-2 siste ledd
TV-4-18 | tvangsfullbyrdelsesloven § 4-18
TV-4-19 | tvangsfullbyrdelsesloven § 4-19
TV-13-6 | tvangsfullbyrdelsesloven § 13-6
TV-SELF | tvangsfullbyrdelsesloven
RENTE | forsinkelsesrenteloven § 2
BS-3 | boligsosialloven § 3
BS-4 | boligsosialloven § 4
BS-5 | boligsosialloven § 5
BS-6 | boligsosialloven § 6
BS-7a | boligsosialloven § 7
BS-8/9 | boligsosialloven §§ 8 og 9
BS-7b | Sivilombudet, uttalelse om Lillehammer kommune
BS-TILD | Husbanken og Sivilombudet, SOM-2024-1706
ST-27 | sosialtjenesteloven § 27
FV-11 | forvaltningsloven § 11
FV-11a | forvaltningsloven § 11 a
FV-12 | forvaltningsloven § 12
FV-13 | forvaltningsloven §§ 13 til 13 c
FV-16/17/18 | forvaltningsloven §§ 16 til 18
FV-23/24/25 | forvaltningsloven §§ 23 til 25
FV-27 | forvaltningsloven § 27
FV-29 | forvaltningsloven § 29
FV-31 | forvaltningsloven § 31
FV-32/33 | forvaltningsloven §§ 32 og 33
FV-35/42 | forvaltningsloven §§ 35 og 42
FV-NEW | forvaltningsloven 2025
DIG | eForvaltningsforskriften
IN-8 | integreringsloven § 8
IN-12 | integreringsloven § 12
IN-13 | integreringsloven § 13
IN-14 | integreringsloven § 14
IN-15 | integreringsloven § 15
IN-16 | integreringsloven § 16
IN-20 | integreringsloven § 20
IN-30/32 | integreringsloven §§ 30 og 32
IN-37 | integreringsloven kapittel 6 A
IN-41 | integreringsloven §§ 41 til 44
IN-46/47 | integreringsloven §§ 46 og 47
IN-49 | integreringsloven § 49
IN-BOS | IMDi og KS
IN-TIL | IMDis retningslinjer
HB-BO1 | Husbanken, bostøtte
HB-BO2 | Husbanken, bostøtte
HB-BO4 | Husbanken, bostøtte
HB-BO5 | Husbanken, bostøtte
HB-ST1 | Husbanken, startlån
HB-TI | Husbanken, tilskudd til etablering og tilpasning
HB-UT | Husbanken, lån til utleieboliger for vanskeligstilte
HB-LTE | Husbanken, leie til eie
HB-KOBO | Husbanken, Kobo
HB-REF | Husbanken, skjema
HB-AR | Husbanken, startlån
HB-BO3 | bustøttelova § 5
GA-1 | garantidokumentet fra departementet 2023
GA-2 | kommuneloven § 14-19 og FOR-2019-11-18-1520
KO-16 | kommuneloven § 16-1
GA-3 | praksis
ID-FNR | Skatteetaten, fødselsnummer
ID-DNR | Skatteetaten, D-nummer
ID-CHANGE | Skatteetaten, fødselsnummer
ID-DUF | Utlendingsdirektoratet, DUF-nummer
ID-ORG | Brønnøysundregistrene, organisasjonsnummer
ID-KTO | bankenes regler, kontonummer
ID-KID | bankenes regler, KID
ID-MAT | matrikkelen, matrikkelnummer
ID-BRU | matrikkelen, bruksenhetsnummer
ID-POST | Posten, postnummer
PV-FN | personopplysningsloven § 12
AG-1 | folkeregisterloven § 10-4
AG-2 | folkeregisterloven § 10-4
AG-3 | folkeregisterloven § 10-4
AG-4 | folkeregisterloven § 10-4
FR-1 | folkeregisterloven § 6-1
PV-1 | personvernforordningen art. 6 og 9, boligsosialloven § 8 og integreringsloven § 41
PV-2 | personvernforordningen art. 5
PV-3 | personvernforordningen art. 12 nr. 3 og 15, personopplysningsloven § 16 og forvaltningsloven § 18
PV-4 | personvernforordningen art. 13 og 14
PV-5 | personvernforordningen art. 16
PV-6 | personvernforordningen art. 30 og 35
PV-7 | personvernforordningen art. 32
PV-8 | personvernforordningen art. 33
PV-9 | personvernforordningen art. 32
AR-1 | arkivlova §§ 5 og 8
AR-2 | arkivlova §§ 12 og 13
AR-3 | Riksarkivarens forskrift kapittel 7
AR-4 | Arkivverket, Noark 5 og PDF/A
AR-5 | Husbanken, bostøtte
UU-1 | likestillings- og diskrimineringsloven § 18 og forskriften om universell utforming
SP-1 | språklova §§ 9 til 18
SP-2 | tolkeloven § 6
SP-3 | tolkeloven § 7
SP-4 | tolkeloven §§ 4, 8, 9 og 11
SP-5 | praksis
SP-6 | Tolkemonitor, første halvår 2024
MI-1 | vergemålsloven
KO-13 | SSB, KOSTRA skjema 13
KO-DEF1 | SSB, KOSTRA skjema 13, rettledning
KO-DEF2 | SSB, KOSTRA skjema 13, rettledning
KO-DEF3 | SSB, KOSTRA skjema 13, rettledning
IM-1 | IMDinett og NIR
ST-1 | anbefaling
"""

SECTIONS = dict(line.split(" | ") for line in _TABLE.strip().splitlines())
"""Rule id to its section as it reads now."""


def section(rule: str) -> str:
    """Return the section a rule comes from, ready to print: ``husleieloven § 9-3``. KeyError for an unknown id."""
    return SECTIONS[rule]
