"""Makes resources/colour/sRGB.icc: the colours of the papers as a version 2 matrix profile, from IEC 61966-2-1.

Run as a program it writes the file; a test compares the file with what this makes.
"""

import struct

from bolig_desktop import paths

# Primaries and white of sRGB, adapted to D50 as a profile wants them (Bradford).
_XYZ = {
    b"wtpt": (0.9504559, 1.0, 1.0890578),
    b"rXYZ": (0.4360747, 0.2225045, 0.0139322),
    b"gXYZ": (0.3850649, 0.7168786, 0.0971045),
    b"bXYZ": (0.1430804, 0.0606169, 0.7141733),
}
_D50 = (0.9642, 1.0, 0.8249)
_STEPS = 256


def _fixed(*numbers: float) -> bytes:
    return b"".join(struct.pack(">i", round(number * 65536)) for number in numbers)


def _linear(shown: float) -> float:
    return shown / 12.92 if shown <= 0.04045 else ((shown + 0.055) / 1.055) ** 2.4


def _described(text: bytes) -> bytes:
    return b"desc" + bytes(4) + struct.pack(">I", len(text) + 1) + text + bytes(1 + 4 + 4 + 2 + 1 + 67)


def profile() -> bytes:
    curve = b"curv" + bytes(4) + struct.pack(">I", _STEPS)
    curve += b"".join(struct.pack(">H", round(65535 * _linear(step / (_STEPS - 1)))) for step in range(_STEPS))
    tags = {b"desc": _described(b"sRGB IEC61966-2.1"), b"cprt": b"text" + bytes(4) + b"Public domain\0"}
    tags |= {name: b"XYZ " + bytes(4) + _fixed(*numbers) for name, numbers in _XYZ.items()}
    tags |= {b"rTRC": curve, b"gTRC": curve, b"bTRC": curve}
    at = 128 + 4 + 12 * len(tags)
    table, body, places = struct.pack(">I", len(tags)), b"", {}
    for name, data in tags.items():
        if data not in places:
            places[data] = at + len(body)
            body += data + bytes(-len(data) % 4)
        table += name + struct.pack(">II", places[data], len(data))
    made_on = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)
    head = struct.pack(">4s4s4s4s4s", b"\0\0\0\0", b"\x02\x10\0\0", b"mntr", b"RGB ", b"XYZ ")
    head += made_on + b"acsp" + bytes(4 + 4 + 4 + 4 + 8 + 4) + _fixed(*_D50) + bytes(4 + 44)
    return struct.pack(">I", 128 + len(table) + len(body)) + head + table + body


if __name__ == "__main__":
    (paths.resources() / "colour" / "sRGB.icc").write_bytes(profile())
