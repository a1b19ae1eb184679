"""A photo from a file: every kind of it, every way it can be wrong, and nothing in it of where it was taken."""

import io
import random
import struct
import zlib
from datetime import date

import pytest
from PIL import Image, ImageOps

import photographs
from bolig_desktop.errors import Refused
from bolig_desktop.exchange.photos import LONGEST_SIDE, MOST_BYTES, Batch, Source, read_into, scaled
from bolig_desktop.text.sentences import LANGUAGES, problem_sentence, sentences
from privacy.scan import found

RUNS = [pytest.param(60, id="quick"), pytest.param(4000, id="full", marks=pytest.mark.long)]


def read(content, name="IMG_1.jpg"):
    return scaled(Source(name, content=content))


def seen(result):
    picture = Image.open(io.BytesIO(result.content))
    picture.load()
    return picture


def said(source):
    with pytest.raises(Refused) as refused:
        scaled(source)
    (problem,) = refused.value.problems
    for language in LANGUAGES:
        assert source.name in problem_sentence(problem, language) and "{" not in problem_sentence(problem, language)
    return problem_sentence(problem)


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        (mode, kind)
        for kind, modes in {
            "JPEG": ("RGB", "L", "CMYK", "YCbCr"),
            "PNG": ("RGB", "RGBA", "L", "LA", "P", "1", "I;16"),
            "WEBP": ("RGB", "RGBA"),
            "TIFF": ("RGB", "CMYK", "LAB", "F", "I;16"),
            "BMP": ("RGB", "P"),
            "GIF": ("P", "L"),
        }.items()
        for mode in modes
    ],
)
def test_every_kind_becomes_a_jpeg_that_looks_the_same(mode, kind):
    light = Image.new("RGB", (640, 480), (200, 200, 200))
    light.paste((30, 30, 30), (0, 0, 320, 480))
    if mode == "LAB":
        picture = Image.new("LAB", (640, 480), (200, 128, 128))
    elif mode == "I;16":
        picture = light.convert("L").convert("F").point(lambda level: level * 256 + 0).convert("I").convert("I;16")
    else:
        picture = light.convert(mode, palette=Image.Palette.ADAPTIVE)
    result = seen(read(photographs.in_bytes(picture, kind)))
    assert (result.format, result.mode, result.size) == ("JPEG", "RGB", (640, 480))
    if mode not in ("LAB", "1"):
        assert result.getpixel((500, 240))[1] > 180 and result.getpixel((100, 240))[1] < 60


def test_what_is_seen_through_becomes_white():
    clear = Image.new("RGBA", (100, 100), (0, 0, 0, 0))
    assert seen(read(photographs.in_bytes(clear, "PNG"))).getpixel((50, 50)) == (255, 255, 255)
    palette = Image.new("P", (100, 100), 0)
    palette.putpalette([0, 0, 0, 200, 0, 0])
    assert seen(read(photographs.in_bytes(palette, "PNG", transparency=0))).getpixel((50, 50)) == (255, 255, 255)


def test_of_many_pictures_the_first_is_taken():
    first, second = Image.new("RGB", (60, 40), "white"), Image.new("RGB", (60, 40), "black")
    moving = photographs.in_bytes(first, "GIF", save_all=True, append_images=[second])
    assert seen(read(moving)).getpixel((30, 20)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("size", "wanted"),
    [((4000, 3000), (1600, 1200)), ((3000, 4000), (1200, 1600)), ((1600, 900), (1600, 900)), ((40, 30), (40, 30)),
     ((1, 1), (1, 1)), ((20_000, 3), (1600, 1))],
)  # fmt: skip
def test_the_longest_side_is_made_shorter_and_never_longer(size, wanted):
    result = read(photographs.in_bytes(Image.new("RGB", size)))
    assert (result.width, result.height) == seen(result).size == wanted
    assert max(wanted) <= LONGEST_SIDE


@pytest.mark.parametrize("orientation", range(1, 9))
def test_it_stands_the_way_the_camera_was_held(orientation):
    content = photographs.in_bytes(photographs.a_picture(), exif=photographs.told(orientation=orientation))
    upright = ImageOps.exif_transpose(Image.open(io.BytesIO(content)))
    result = seen(read(content))
    assert result.size == upright.size
    for at in ((30, 30), (result.width - 30, 30), (30, result.height - 30), (result.width - 30, result.height - 30)):
        assert abs(result.getpixel(at)[0] - upright.getpixel(at)[0]) < 30


@pytest.mark.parametrize(
    ("taken", "day"),
    [("2026:11:20 10:32:11", date(2026, 11, 20)), ("2026:02:31 10:00:00", None), ("0000:00:00 00:00:00", None),
     ("1904:01:01 00:00:00", None), ("i går", None), ("", None)],
)  # fmt: skip
def test_the_day_is_the_one_the_camera_wrote_where_there_is_such_a_day(taken, day):
    assert read(photographs.in_bytes(photographs.a_picture(), exif=photographs.told(taken=taken))).taken_on == day


def test_exif_that_is_broken_takes_nothing_from_the_picture():
    content = photographs.in_bytes(photographs.a_picture(), exif=b"Exif\0\0II*\0\xff\xff\xff\xff" + b"\x07" * 40)
    assert (read(content).taken_on, seen(read(content)).size) == (None, (800, 600))


@pytest.mark.parametrize("make", [photographs.a_talkative_photo, photographs.a_talkative_png])
def test_nothing_of_what_the_file_tells_comes_along(make):
    content = make()
    words = (photographs.PLACE, "Telefon 7", "Gjemmestrup")
    assert found(content, words) >= {photographs.PLACE}, "the control: it stands in the file"
    result = read(content)
    assert found(result.content, words) == set()
    assert result.taken_on == date(2026, 11, 20)
    for marker in (b"Exif", b"http://ns.adobe.com", b"ICC_PROFILE", b"GPS", b"\xff\xe1", b"\xff\xe2", b"\xff\xfe"):
        assert marker not in result.content[: result.content.index(b"\xff\xda")], marker
    assert result.content.count(b"\xff\xd8\xff") == 1, "one picture: no small one inside it"
    assert not seen(result).getexif() and all(name.startswith("jfif") for name in seen(result).info)


def test_the_same_file_gives_the_same_bytes():
    assert read(photographs.a_photo()) == read(photographs.a_photo())


# what is refused


def test_a_file_of_no_bytes(tmp_path):
    (tmp_path / "tom.jpg").write_bytes(b"")
    assert "er tom (0 byte)" in said(Source("tom.jpg", tmp_path / "tom.jpg"))


def test_a_file_of_sixty_megabytes_is_refused_without_being_read(tmp_path, monkeypatch):
    path = tmp_path / "stor.jpg"
    with path.open("wb") as file:
        file.truncate(60_000_000)
    monkeypatch.setattr(type(path), "open", lambda *_: pytest.fail("it was opened"))
    assert said(Source("stor.jpg", path)).startswith("stor.jpg er på 60 MB. Det er plass til filer på 40 MB")


def test_one_byte_too_many_is_too_many(tmp_path):
    whole = photographs.a_photo()
    read(whole.ljust(MOST_BYTES, b"\0"))
    assert "41 MB" in said(Source("a.jpg", content=whole.ljust(MOST_BYTES + 1, b"\0")))


@pytest.mark.parametrize(
    "content",
    [b"hei du", b"%PDF-1.7\n" + b"x" * 300, b"\0" * 500, b"PK\x03\x04" + b"\0" * 100,
     b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n" + b" " * 200],
)  # fmt: skip
def test_what_is_no_picture(content):
    assert "er ikke et bilde programmet kjenner" in said(Source("brev.jpg", content=content))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "GIF", "BMP"])
@pytest.mark.parametrize("left", [0.3, 0.7, 0.95])
def test_a_file_that_was_cut_off(kind, left):
    noise = Image.effect_noise((400, 300), 80).convert("RGB" if kind != "GIF" else "P")
    whole = photographs.in_bytes(noise, kind)
    words = said(Source("halv.jpg", content=whole[: int(len(whole) * left)]))
    assert "skadet" in words or "ikke et bilde" in words


def test_a_heic_photo_says_how_to_get_another_kind():
    words = said(Source("IMG_2.HEIC", content=b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 500))
    assert "HEIC" in words and "Mest kompatibel" in words


def _png_of(width, height):
    """A few bytes that say they are a picture of that size."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b"")]
    body = (struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
            for name, data in chunks)  # fmt: skip
    return b"\x89PNG\r\n\x1a\n" + b"".join(body)


@pytest.mark.parametrize("size", [(8_000, 7_000), (12_000, 12_000), (60_000, 60_000)])
def test_a_small_file_of_a_huge_picture_is_refused_before_it_is_unpacked(size):
    assert "for mange punkter" in said(Source("bombe.png", content=_png_of(*size)))


def test_files_that_cannot_be_reached(tmp_path):
    assert "finnes ikke lenger" in said(Source("borte.jpg", tmp_path / "borte.jpg"))
    assert "er en mappe" in said(Source("mappe", tmp_path))


@pytest.mark.parametrize(
    ("error", "words"), [(PermissionError, "ikke tilgang"), (OSError, "kan ikke leses fra disken")]
)
def test_files_that_may_not_be_read(tmp_path, monkeypatch, error, words):
    def refuse(*_):
        raise error

    (tmp_path / "a.jpg").write_bytes(b"x")
    for language in LANGUAGES:
        sentences(language)  # read from a file the first time they are asked for
    monkeypatch.setattr(type(tmp_path), "open", refuse)
    assert words in said(Source("a.jpg", tmp_path / "a.jpg"))


@pytest.mark.parametrize("runs", RUNS)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "GIF", "BMP"])
def test_flipped_bytes_give_a_picture_or_a_sentence_and_never_anything_else(kind, runs):
    noise = Image.effect_noise((120, 90), 80).convert("P" if kind == "GIF" else "RGB")
    exif = {} if kind in ("GIF", "BMP") else {"exif": photographs.told()}
    whole, chance = photographs.in_bytes(noise, kind, **exif), random.Random(20261128)
    for _ in range(runs):
        bent = bytearray(whole)
        for _ in range(chance.randint(1, 12)):
            bent[chance.randrange(min(len(bent), 2000))] = chance.randrange(256)
        try:
            result = read(bytes(bent))
        except Refused:
            continue
        assert max(seen(result).size) <= LONGEST_SIDE


def test_one_bad_file_among_ten_does_not_stop_the_nine():
    good = [Source(f"IMG_{n}.jpg", content=photographs.a_photo(100 + n)) for n in range(9)]
    told: list[tuple[int, int]] = []
    batch = read_into(Batch(), [*good[:4], Source("tom.jpg"), *good[4:]], lambda *how: told.append(how))
    assert [source.name for source, _ in batch.read] == [one.name for one in good]
    assert [problem.facts["file"] for problem in batch.refused] == ["tom.jpg"]
    assert told == [(done, 10) for done in range(10)]


def test_what_was_read_before_it_was_stopped_is_kept():
    def tell(done, of):
        if done == 2:
            raise InterruptedError

    batch = Batch()
    with pytest.raises(InterruptedError):
        read_into(batch, [Source(str(n), content=photographs.a_photo()) for n in range(5)], tell)
    assert len(batch.read) == 2
