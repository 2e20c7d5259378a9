"""Checkpoints in the pages: seen by whoever may read the ledger, printed, taken along."""

import re

import pytest

from sanad.ledger import checkpoints, notes, origin
from sanad.web.qr import qr_svg

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ledger_files(settings, tmp_path):
    settings.LEDGER = tmp_path / "ledger"


def test_whoever_reads_the_ledger_takes_a_checkpoint_along(reviewer):
    made = checkpoints.make(by=reviewer.reader)
    page = reviewer.get("/ledger/").content.decode()
    assert origin.origin_key().origin in page
    assert f"/ledger/{made.number}/file/" in page
    file = reviewer.get(f"/ledger/{made.number}/file/")
    assert file.headers["Content-Disposition"].startswith("attachment")
    assert notes.opened(file.content.decode(), origin.origin_key()).size == made.size
    key = reviewer.get("/ledger/key/").content.decode()
    assert notes.read_key(key) == origin.origin_key()


def test_the_printed_page_holds_the_whole_note_and_its_picture(reviewer):
    made = checkpoints.make(by=reviewer.reader)
    page = reviewer.get(f"/ledger/{made.number}/").content.decode()
    assert made.note.strip() in page
    assert '<svg class="qr"' in page
    assert "style=" not in page


def test_for_others_there_is_no_ledger(recorder, reviewer):
    made = checkpoints.make(by=reviewer.reader)
    for address in ("/ledger/", f"/ledger/{made.number}/", f"/ledger/{made.number}/file/", "/ledger/key/"):
        assert recorder.client.get(address).status_code == 404
    assert reviewer.client.get(f"/ledger/{made.number + 1}/").status_code == 404


def test_the_picture_has_the_squares_of_the_code():
    import qrcode

    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0)
    code.add_data(b"sanad")
    code.make(fit=True)
    drawn = str(qr_svg("sanad", "a <label>"))
    dark = {
        (int(x) + n, int(y))
        for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", drawn)
        for n in range(int(width))
    }
    assert dark == {(x + 4, y + 4) for y, row in enumerate(code.get_matrix()) for x, on in enumerate(row) if on}
    assert "a &lt;label&gt;" in drawn
