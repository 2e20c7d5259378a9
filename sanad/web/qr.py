"""A text as a QR picture: plain SVG without script or style, so that it stands in any of our pages and prints sharp."""

from itertools import groupby

import qrcode
from django.utils.html import format_html
from django.utils.safestring import SafeString
from qrcode.constants import ERROR_CORRECT_M

QUIET = 4  # the white edge that readers need, in squares


def qr_svg(text: str, label: str) -> SafeString:
    """The picture; `label` says to those who cannot see it what it holds."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(text.encode())
    code.make(fit=True)
    squares = code.get_matrix()
    side = len(squares) + 2 * QUIET
    return format_html(
        '<svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="img" aria-label="{}"'
        ' shape-rendering="crispEdges"><rect width="{}" height="{}" fill="#fff"/><path fill="#000" d="{}"/></svg>',
        side,
        side,
        label,
        side,
        side,
        "".join(_runs(squares)),
    )


def _runs(squares: list[list[bool]]) -> list[str]:
    """Each row of dark squares as a few bars."""
    bars = []
    for y, row in enumerate(squares, QUIET):
        x = QUIET
        for dark, run in groupby(row):
            width = len(list(run))
            if dark:
                bars.append(f"M{x} {y}h{width}v1h-{width}z")
            x += width
    return bars
