"""The languages of screen, papers and people: code, own name, Norwegian name, direction, script, date habits."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Language:
    """One language.

    rtl: written from right to left. script: which letters, and so which font of the papers. babel: the locale that
    has its month names; dates: how a whole date is written, in CLDR's letters ("" as the locale does). months_too: a
    locale whose month names stand behind in brackets, where the language has two sets of them.

    Numbers have no habits of their own here: amounts, digits and telephone numbers stand as in Norway in every
    language, for they are to be held against bills, doors and telephones.
    """

    code: str
    own_name: str
    norwegian: str
    rtl: bool = False
    script: str = "latin"
    babel: str = "nb"
    dates: str = ""
    months_too: str = ""


def _language(
    code: str,
    own_name: str,
    norwegian: str,
    babel: str = "nb",
    *,
    rtl: bool = False,
    script: str = "latin",
    dates: str = "",
    months_too: str = "",
) -> Language:
    return Language(
        code=code,
        own_name=own_name,
        norwegian=norwegian,
        babel=babel,
        rtl=rtl,
        script=script,
        dates=dates,
        months_too=months_too,
    )


_PLAIN = "d MMMM y"


SCREEN = ("nb", "nn", "en")

PAPER: tuple[Language, ...] = (
    _language("nb", "norsk bokmål", "norsk bokmål", "nb"),
    _language("nn", "norsk nynorsk", "norsk nynorsk", "nn"),
    _language("en", "English", "engelsk", "en_GB"),
    _language("uk", "українська", "ukrainsk", "uk", script="cyrillic", dates="d MMMM y 'року'"),
    _language("ru", "русский", "russisk", "ru", script="cyrillic", dates="d MMMM y 'года'"),
    _language("ar", "العربية", "arabisk", "ar", rtl=True, script="arabic", dates=_PLAIN, months_too="ar_SY"),
    _language("ti", "ትግርኛ", "tigrinja", "ti", script="ethiopic", dates=_PLAIN),
    _language("prs", "دری", "dari", "fa_AF", rtl=True, script="arabic", dates=_PLAIN),
    _language("ps", "پښتو", "pashto", "ps", rtl=True, script="arabic", dates=_PLAIN),
    _language("so", "Soomaali", "somali", "so", dates=_PLAIN),
    _language("sw", "Kiswahili", "swahili", "sw", dates=_PLAIN),
    _language("kmr", "Kurmancî", "kurmandsji", "ku"),
    _language("tr", "Türkçe", "tyrkisk", "tr"),
    _language("fr", "français", "fransk", "fr"),
)
"""The languages papers can be printed in, in the order they are offered."""

OTHERS: tuple[Language, ...] = (
    _language("sq", "shqip", "albansk"),
    _language("am", "አማርኛ", "amharisk"),
    _language("az", "azərbaycanca", "aserbajdsjansk"),
    _language("bal", "بلوچی", "baluchi", rtl=True),
    _language("bn", "বাংলা", "bengali"),
    _language("byn", "ብሊና", "bilen"),
    _language("my", "မြန်မာ", "burmesisk"),
    _language("fa", "فارسی", "persisk (farsi)", rtl=True),
    _language("ff", "Fulfulde", "fulani"),
    _language("ka", "ქართული", "georgisk"),
    _language("el", "Ελληνικά", "gresk"),
    _language("he", "עברית", "hebraisk", rtl=True),
    _language("hi", "हिन्दी", "hindi"),
    _language("hy", "հայերեն", "armensk"),
    _language("rw", "Ikinyarwanda", "kinyarwanda"),
    _language("rn", "Ikirundi", "kirundi"),
    _language("zh", "中文", "kinesisk"),
    _language("ku", "کوردی", "kurdisk"),
    _language("ckb", "سۆرانی", "sorani", rtl=True),
    _language("ln", "Lingála", "lingala"),
    _language("swc", "Kingwana", "swahili (Kongo)"),
    _language("lg", "Luganda", "luganda"),
    _language("mn", "монгол", "mongolsk"),
    _language("ne", "नेपाली", "nepali"),
    _language("om", "Afaan Oromoo", "oromo"),
    _language("pa", "ਪੰਜਾਬੀ", "panjabi"),
    _language("pl", "polski", "polsk"),
    _language("pt", "português", "portugisisk"),
    _language("rhg", "Ruáingga", "rohingya"),
    _language("ro", "română", "rumensk"),
    _language("ssy", "Saho", "saho"),
    _language("se", "davvisámegiella", "nordsamisk"),
    _language("sr", "српски", "serbisk"),
    _language("es", "español", "spansk"),
    _language("ta", "தமிழ்", "tamil"),
    _language("tg", "тоҷикӣ", "tadsjikisk"),
    _language("th", "ไทย", "thai"),
    _language("tig", "ትግሬ", "tigré"),
    _language("ce", "нохчийн", "tsjetsjensk"),
    _language("tk", "türkmençe", "turkmensk"),
    _language("de", "Deutsch", "tysk"),
    _language("ug", "ئۇيغۇرچە", "uigurisk", rtl=True),
    _language("ur", "اردو", "urdu", rtl=True),
    _language("uz", "oʻzbekcha", "usbekisk"),
    _language("vi", "Tiếng Việt", "vietnamesisk"),
    _language("nsl", "norsk tegnspråk", "norsk tegnspråk"),
)
"""Other home languages and languages for an interpreter; no papers are printed in them."""

PAPER_CODES = tuple(language.code for language in PAPER)
_BY_CODE = {language.code: language for language in PAPER + OTHERS}


def language(code: str) -> Language | None:
    """Return the language with this code, or None where the program does not know it."""
    return _BY_CODE.get(code)


def norwegian_name(code: str) -> str:
    """Return the Norwegian name of a language; the code itself where it is unknown."""
    known = _BY_CODE.get(code)
    return known.norwegian if known else code


def babel_locale(code: str) -> str:
    """Return the locale that formats dates for a language; bokmål's where there is none."""
    known = _BY_CODE.get(code)
    return known.babel if known else "nb"
