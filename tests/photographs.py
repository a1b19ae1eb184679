"""Pictures drawn for tests, as files in memory, with whatever a camera or a program may have written in them."""

import io

from PIL import Image, PngImagePlugin

PLACE = "Gjemmestrupveien 77"
"""A street that must not come along, wherever in the file it stands."""
_GPS, _EXIF = 0x8825, 0x8769


def a_picture(width=800, height=600, *, mode="RGB", colour=(180, 160, 120)):
    """A wall, with one dark corner at the top left that says which way is up."""
    picture = Image.new("RGB", (width, height), colour)
    picture.paste((20, 20, 20), (0, 0, width // 4, height // 4))
    return picture.convert(mode)


def in_bytes(picture, kind="JPEG", **more):
    written = io.BytesIO()
    picture.save(written, kind, **more)
    return written.getvalue()


def a_photo(width=800, height=600, **more):
    """A JPEG; two of another size are two photos."""
    return in_bytes(a_picture(width, height), **more)


def told(*, taken="2026:11:20 10:32:11", orientation=1, place=PLACE, thumbnail=b""):
    """EXIF as a telephone writes it: the day, the place in degrees and in words, who owns it."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010E], exif[0x013B], exif[0x8298] = orientation, place, place, place
    exif[0x010F], exif[0x0110], exif[0x9C9C] = "Nordvik", "Telefon 7", place.encode("utf-16-le")
    exif.get_ifd(_EXIF).update({0x9003: taken, 0x927C: place.encode(), 0x9286: b"ASCII\0\0\0" + place.encode()})
    exif.get_ifd(_GPS).update({1: "N", 2: (67.0, 17.0, 3.0), 3: "E", 4: (14.0, 24.0, 9.0), 27: place.encode()})
    return exif.tobytes() + thumbnail


def a_talkative_photo(place=PLACE):
    """A JPEG that says where it was taken in every way a JPEG can: EXIF, its own thumbnail, XMP, ICC, a comment."""
    small = in_bytes(a_picture(80, 60), exif=told(place=place), comment=place.encode())
    xmp = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:li>{place}</rdf:li></x:xmpmeta>'.encode()
    exif = told(place=place, thumbnail=small)
    return in_bytes(a_picture(), exif=exif, xmp=xmp, icc_profile=place.encode() * 9, comment=place.encode()) + small


def a_talkative_png(place=PLACE):
    """The same in a PNG: its texts, plain and packed, and its EXIF."""
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Comment", place)
    texts.add_itxt("XML:com.adobe.xmp", place, zip=True)
    return in_bytes(a_picture(mode="RGBA"), "PNG", pnginfo=texts, exif=told(place=place))
