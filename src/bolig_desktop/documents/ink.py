"""Puts glyphs, lines and boxes on the page as PDF operators."""

from collections.abc import Iterator, Sequence
from typing import Any

from bolig_desktop.documents import tagging
from bolig_desktop.documents.lines import Unit
from bolig_desktop.documents.shaping import Piece

Colour = tuple[float, float, float]

INK: Colour = (0.11, 0.16, 0.17)
MUTED: Colour = (0.35, 0.41, 0.42)
ACCENT: Colour = (0.03, 0.40, 0.38)
HAIRLINE: Colour = (0.78, 0.82, 0.82)
BAND: Colour = (0.90, 0.95, 0.945)
PAPER: Colour = (1, 1, 1)
AMBER: Colour = (0.80, 0.52, 0.05)
RED: Colour = (0.76, 0.13, 0.13)

_BYTES = tuple(f"<{byte:02X}>" for byte in range(256))


def draw_units(canvas: Any, x: float, baseline: float, units: Sequence[Unit], size: float, colour: Colour) -> None:
    """Draw the units of one line, from left to right, beginning at ``x`` points."""
    if not units:
        return
    code = ["BT", _fill(colour)]
    run: list[Piece] = []
    start = x
    for unit in units:
        if run and (run[0].font is not unit.piece.font or not unit.piece.exact or not run[-1].exact):
            code.extend(_run(canvas, start, baseline, run, size))
            run, start = [], x
        run.append(unit.piece)
        x += unit.width
    code.extend(_run(canvas, start, baseline, run, size))
    code.append("ET")
    canvas.addLiteral(" ".join(code))


def _run(canvas: Any, x: float, baseline: float, pieces: Sequence[Piece], size: float) -> list[str]:
    """Return the operators that draw pieces of one font beginning at ``x``."""
    font = pieces[0].font
    scaled = size * font.scale
    code = [f"1 0 0 1 {x:.2f} {baseline:.2f} Tm"]
    exact = all(piece.exact for piece in pieces)
    if not exact:
        text = "".join(piece.text for piece in pieces)
        code.append(f"/Span <</ActualText <FEFF{text.encode('utf-16-be').hex().upper()}>>> BDC")
    code.extend(_shown(canvas._doc, pieces, scaled))
    if not exact:
        code.append("EMC")
    return code


def _shown(document: Any, pieces: Sequence[Piece], scaled: float) -> Iterator[str]:
    """Yield the operators that show the glyphs, and how far the pen is moved before those it must be moved for."""
    font = pieces[0].font
    place, widths = font.slots(document).place, font.face.charWidths
    subset_now, rise_now, pending = -1, 0.0, 0.0
    shown: list[str] = []
    for piece in pieces:
        for number, text, advance, x_offset, rise in piece.glyphs:
            subset, byte = place(number, text)
            shift = pending + x_offset
            moved = shift if abs(shift) >= 0.5 else 0.0
            pending = shift - moved + advance - x_offset - widths[number]
            if subset != subset_now or rise != rise_now:
                if shown:
                    yield f"[{''.join(shown).replace('><', '')}] TJ"
                    shown.clear()
                if subset != subset_now:
                    yield f"{font.getSubsetInternalName(subset, document)} {scaled:.2f} Tf"
                if rise != rise_now:
                    yield f"{rise * scaled / 1000:.2f} Ts"
                subset_now, rise_now = subset, rise
            shown.append(f"{-moved:.0f}{_BYTES[byte]}" if moved else _BYTES[byte])
    if shown:
        yield f"[{''.join(shown).replace('><', '')}] TJ"
    if rise_now:
        yield "0 Ts"


def rule(
    canvas: Any, x1: float, y1: float, x2: float, y2: float, colour: Colour = HAIRLINE, width: float = 0.6
) -> None:
    """Draw a straight line."""
    tagging.decorate(canvas, f"{_stroke(colour)} {width:.2f} w {x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S")


def block(canvas: Any, x: float, y: float, width: float, height: float, colour: Colour) -> None:
    """Draw a filled rectangle with its lower left corner at x, y."""
    tagging.decorate(canvas, f"{_fill(colour)} {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")


def box(canvas: Any, x: float, y: float, side: float, ticked: bool = False) -> None:
    """Draw a box to tick, with its lower left corner at x, y."""
    code = f"{_stroke(MUTED)} 0.8 w {x:.2f} {y:.2f} {side:.2f} {side:.2f} re S"
    if ticked:
        code += (
            f" {_stroke(INK)} 1.4 w 1 J 1 j {x + side * 0.2:.2f} {y + side * 0.5:.2f} m "
            f"{x + side * 0.43:.2f} {y + side * 0.24:.2f} l {x + side * 0.85:.2f} {y + side * 0.82:.2f} l S 0 J 0 j"
        )
    tagging.sign(canvas, code, "☒" if ticked else "☐")


def ring(canvas: Any, x: float, y: float, radius: float) -> None:
    """Draw an open ring with its middle at x, y."""
    k = 0.5523 * radius  # how far a Bézier curve's handles stand out to follow a circle
    tagging.decorate(
        canvas,
        f"{_stroke(MUTED)} 0.8 w {x + radius:.2f} {y:.2f} m "
        f"{x + radius:.2f} {y + k:.2f} {x + k:.2f} {y + radius:.2f} {x:.2f} {y + radius:.2f} c "
        f"{x - k:.2f} {y + radius:.2f} {x - radius:.2f} {y + k:.2f} {x - radius:.2f} {y:.2f} c "
        f"{x - radius:.2f} {y - k:.2f} {x - k:.2f} {y - radius:.2f} {x:.2f} {y - radius:.2f} c "
        f"{x + k:.2f} {y - radius:.2f} {x + radius:.2f} {y - k:.2f} {x + radius:.2f} {y:.2f} c S",
    )


def triangle(canvas: Any, x: float, y: float, half: float) -> None:
    """Draw a full triangle with its middle at x, y."""
    tagging.decorate(
        canvas,
        f"{_fill(AMBER)} {x - half:.2f} {y - half:.2f} m {x + half:.2f} {y - half:.2f} l {x:.2f} {y + half:.2f} l f",
    )


def _fill(colour: Colour) -> str:
    return f"{colour[0]:g} {colour[1]:g} {colour[2]:g} rg"


def _stroke(colour: Colour) -> str:
    return f"{colour[0]:g} {colour[1]:g} {colour[2]:g} RG"
