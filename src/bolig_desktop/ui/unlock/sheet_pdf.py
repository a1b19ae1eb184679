"""The recovery sheet as a PDF in memory."""

from datetime import date


def sheet_pdf(letters: str, municipality: str, day: date) -> bytes:
    """Return the sheet's page; nothing is written to disk."""
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=1)
    canvas.drawString(80, 760, f"Nøkkelark {municipality} {day}")
    canvas.drawString(80, 700, letters)
    canvas.save()
    return out.getvalue()
