"""Ordinary given and family names of the languages people come with, combined at random into nobody."""

from dataclasses import dataclass
from random import Random

from bolig_desktop.people.records import PermitKind


@dataclass(frozen=True, kw_only=True)
class Origin:
    """A language group of recent years: how often it comes, its names and its ground of residence.

    language and second are codes of text.languages. women's family names are given where they differ from men's.
    patronym: a child's second name is its father's first name, and a wife keeps her own.
    """

    language: str
    second: str
    weight: int
    men: tuple[str, ...]
    women: tuple[str, ...]
    families: tuple[str, ...]
    families_of_women: tuple[str, ...] = ()
    patronym: bool = False
    permit: PermitKind = PermitKind.ASYLUM


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


ORIGINS = (
    Origin(
        language="uk", second="ru", weight=34, permit=PermitKind.COLLECTIVE,
        men=_words(
            "Oleksandr Dmytro Bohdan Maksym Artem Danylo Ihor Vasyl Ostap Roman Nazar Tymofii Jurij Marko"
        ),
        women=_words(
            "Olena Natalija Iryna Kateryna Oksana Svitlana Halyna Marija Daryna Solomija Ljudmyla Jevhenija"
        ),
        families=_words(
            "Koval Melnychenko Savtsjenko Lytvyn Petrenko Hnatiuk Moroz Pavlenko Zinchenko Romanenko"
            " Luk'yanenko Solov'yov Kravchuk Hrytsenko Polishchuk Sydorenko Danylenko Marchuk Vasylenko"
            " Osadchyj"
        ),
        families_of_women=_words(
            "Koval Melnychenko Savtsjenko Lytvyn Petrenko Hnatiuk Moroz Pavlenko Zinchenko Romanenko"
            " Luk'yanenko Solov'yova Kravchuk Hrytsenko Polishchuk Sydorenko Danylenko Marchuk Vasylenko"
            " Osadcha"
        ),
    ),
    Origin(
        language="ar", second="en", weight=22, permit=PermitKind.RESETTLEMENT,
        men=_words("Khaled Nour-Eddine Omar Yasin Samir Anas Majd Ziad Hussam Tareq Basel Imad Adnan Mohammed"),
        women=_words("Rania Hala Nour Amina Salma Dima Reem Lubna Hanan Sawsan Widad Ghada Fatima-Zahra"),
        families=_words(
            "al-Khatib al-Hariri Haddad Nassar Sabbagh al-Masri Khoury Hamdan Qabbani Shaheen al-Najjar"
            " Mansour Abdelrahman Idris Bakri el-Tayeb Zaher Jabbour Halabi Sa'adi"
        ),
    ),
    Origin(
        language="ti", second="am", weight=13, patronym=True,
        men=_words(
            "Yonas Filmon Samuel Berhane Tesfalem Robel Mehari Kibrom Goitom Merhawi Natnael Henok Amanuel"
        ),
        women=_words("Selam Rahwa Feven Luwam Mihret Saba Almaz Tsega Winta Semhar Eden Freweini Letebrhan"),
        families=_words(
            "Tesfay Haile Gebremedhin Kidane Woldu Ghebreab Hagos Berhe Mebrahtu Okbay Weldeslassie Tekle"
            " Araya Gebrehiwet Kahsay Asmerom"
        ),
    ),
    Origin(
        language="prs", second="ps", weight=10,
        men=_words("Reza Farid Mustafa Jawad Mirwais Nasir Habib Sohrab Esmat Edris Rohullah Sher-Ali"),
        women=_words("Zahra Shabnam Laila Maryam Parwana Farzana Nilofar Sima Roya Hosniya Mursal Freshta"),
        families=_words(
            "Karimi Rahimi Hosseini Ahmadi Mohammadi Sharifi Nazari Haidari Jafari Rezaie Alizada Qaderi"
            " Akbari Samadi Noorzad"
        ),
    ),
    Origin(
        language="ps", second="prs", weight=5,
        men=_words("Zmarai Gul-Agha Khoshal Ajmal Baryalai Wali Naqib Torialai Asadullah"),
        women=_words("Spozhmai Palwasha Gulalai Zarghuna Brishna Wagma Torpekai Malalai"),
        families=_words("Stanikzai Safi Wardak Momand Zadran Sahak Amarkhel Zazai Hotak Shinwari"),
    ),
    Origin(
        language="so", second="ar", weight=5, patronym=True,
        men=_words("Abdi Cabdullahi Yusuf Liban Guled Warsame Said Mahad Bashiir Sa'id Abshir"),
        women=_words("Hodan Faadumo Sagal Ifrah Ayaan Nimco Hibo Sahra Deqa Caasha Idil"),
        families=_words("Warsame Jama Abukar Nuur Hirsi Aden Gedi Dirie Shire Osman Cilmi Roble"),
    ),
    Origin(
        language="sw", second="fr", weight=9, permit=PermitKind.RESETTLEMENT,
        men=_words("Jean-Pierre Espoir Baraka Innocent Dieudonné Jean-Bosco Pacifique Amani Heri Bahati Moïse"),
        women=_words("Marie-Claire Furaha Neema Esperance Riziki Chantal Zawadi Aimée Solange Tumaini Odette"),
        families=_words(
            "Mugisha Byamungu Kasongo Ndayisenga Bisimwa Mwamba Rukundo Kambale Nsengiyumva Habimana Balume"
            " Murhula Cishugi"
        ),
    ),
    Origin(
        language="tr", second="en", weight=5,
        men=_words("Mehmet Emre Ömer Çağlar Yiğit Murat Selçuk Hakan Burak İlker"),
        women=_words("Ayşe Elif Zeynep Gülşen Merve Özlem Büşra Nesrin Şeyma"),
        families=_words("Yılmaz Aydın Koç Demirtürk Güneş Çetinkaya Özkaya Şimşek Kılınç Korkmaz Toprak"),
    ),
    Origin(
        language="kmr", second="tr", weight=5,
        men=_words("Azad Serhat Rojhat Baran Hêvar Mazlum Welat Şiyar Dilovan"),
        women=_words("Berfîn Rojda Zîn Nesrîn Delal Gulistan Hêlîn Evîn Perwîn"),
        families=_words("Dilbirîn Botanî Çiya Xanî Serhedî Amedî Zilan Keskin Bozarslan Demirhan"),
    ),
)  # fmt: skip

_GIVEN = _words(
    "Bjørn Åge Solfrid Kåre Ragnhild Øyvind Torunn Sæbjørn Anne-Lise Håkon Målfrid Leif-Arne Gudrun Jørund"
    " Astrid Eivind Åshild Per-Olav Marit Sigbjørn Tor-Inge Berit Hallgeir Ingunn Rønnaug Steinar Vigdis"
    " Frøydis Arnstein"
)
_FAMILY = _words(
    "Sæther Østvåg Mjølnerud Bråten Lyngsæter Hågensen Torsvåg Nygårdshaug Kvalnesbukt Årvik Skjåholmen"
    " Rønningsdal Fagerli-Moe Vågstrand Grønnåsen Bergsåker Tømmerdal Sandværø Høgsnes Utgårdslia Løkkemyr"
    " Ørneset"
)


def by_language(language: str) -> Origin:
    """Return the group that has this language as its first."""
    return next(origin for origin in ORIGINS if origin.language == language)


def draw(rng: Random) -> Origin:
    """Return one group, the large ones oftener."""
    return rng.choices(ORIGINS, weights=[origin.weight for origin in ORIGINS])[0]


def norwegian(rng: Random) -> str:
    """Return the whole name of an invented landlord, guardian or teacher."""
    return f"{rng.choice(_GIVEN)} {rng.choice(_FAMILY)}"


def family_name(origin: Origin, rng: Random, taken: set[str]) -> str:
    """Return a family name not in ``taken`` while there is one, and note it there."""
    name = rng.choice([name for name in origin.families if name not in taken] or origin.families)
    taken.add(name)
    return name


def borne_by(origin: Origin, name: str, *, woman: bool) -> str:
    """Return the family name in the form a woman bears where that differs."""
    differs = woman and origin.families_of_women and name in origin.families
    return origin.families_of_women[origin.families.index(name)] if differs else name


def given_name(origin: Origin, rng: Random, *, woman: bool, taken: set[str]) -> str:
    """Return a given name nobody in the household has yet, and note it in ``taken``."""
    free = [name for name in (origin.women if woman else origin.men) if name not in taken]
    name = rng.choice(free)
    taken.add(name)
    return name
