"""The pages of an import, as an analyst meets them, without any script."""

import csv
import io

import pytest
from django.urls import reverse

from sanad.accounts.readers import operator
from sanad.accounts.scope import scoped
from sanad.exchange.models import Import
from sanad.violations.models import Report
from tests.exchange.conftest import CALOOCAN, SUICIDE_ATTACKS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vault_in_test", "reference_data")]
LIST = "No,Date,City,Killed,Sex,Card\n1,13/05/2014,Swat,3,,35202-1234567-1\n2,14/05/2014,Tank,many,,35202-1234567-2\n"


@pytest.fixture
def signed_in(client, offices, sign_in):
    sign_in(client, "analyst", offices.kp)
    return client


def stored(pk) -> Import:
    """The import as it is in the tables; tests look with the eyes of the operator."""
    with scoped(operator()):
        return Import.objects.select_related("batch").get(pk=pk)


def upload(client, content, name="list.csv", begin_with="") -> Import:
    file = io.BytesIO(content if isinstance(content, bytes) else content.encode())
    file.name = name
    answer = client.post(reverse("exchange:new"), {"file": file, "begin_with": begin_with})
    assert answer.status_code == 302, answer.content.decode()
    return stored(answer["Location"].split("/")[2])


def page(client, name, imported) -> str:
    answer = client.get(reverse(f"exchange:{name}", args=[imported.pk]))
    assert answer.status_code == 200
    return answer.content.decode()


def fields_of(form) -> dict[str, str]:
    """What a browser would send if nothing was changed."""
    return {bound.html_name: str(bound.value() or "") for bound in form}


def go_on(client, imported, **changed):
    """Send the page of the columns with some choices changed."""
    form = client.get(reverse("exchange:columns", args=[imported.pk])).context["form"]
    return client.post(reverse("exchange:columns", args=[imported.pk]), {**fields_of(form), **changed})


def test_a_list_goes_all_the_way_from_file_to_records_and_back(signed_in, shared):
    imported = upload(signed_in, shared(SUICIDE_ATTACKS).read_bytes(), "attacks.csv", "shipped:suicide_attacks")
    columns = page(signed_in, "columns", imported)
    assert "Killed Min" in columns and "neither UTF-8 nor Windows-1252" in columns
    answer = go_on(signed_in, imported)
    assert answer["Location"] == reverse("exchange:preview", args=[imported.pk])
    preview = page(signed_in, "preview", imported)
    assert "Egyptian Embassy" in preview and "33.718" not in preview
    answer = signed_in.post(reverse("exchange:check", args=[imported.pk]))
    checked = page(signed_in, "import", imported)
    assert "492" in checked and "Store the reports" in checked and "outside of the stated place" in checked
    signed_in.post(reverse("exchange:store", args=[imported.pk]))
    imported = stored(imported.pk)
    assert (imported.state, imported.reports) == ("done", 492)
    assert imported.batch.reference in page(signed_in, "import", imported)
    assert "attacks.csv" in signed_in.get(reverse("exchange:imports")).content.decode()
    signed_in.post(reverse("exchange:undo", args=[imported.pk]), {"why": "sent by mistake"})
    imported = stored(imported.pk)
    assert imported.state == "undone"
    with scoped(operator()):
        assert Report.objects.count() == 0


def test_columns_are_proposed_corrected_and_cards_are_never_shown(signed_in):
    imported = upload(signed_in, LIST)
    columns = page(signed_in, "columns", imported)
    assert "35202" not in columns and "sealed" in columns
    form = signed_in.get(reverse("exchange:columns", args=[imported.pk])).context["form"]
    said, expected = fields_of(form), ["id", "happened", "place", "group:killed:best", "sex", "ignore"]
    assert [said[f"role_{place}"] for place in range(6)] == expected
    answer = go_on(signed_in, imported, role_5="ignore", row_is="event", role_3="group:killed:max")
    assert answer.status_code == 302, answer.content.decode()
    imported = stored(imported.pk)
    assert "ignore: [Card]" in imported.mapping and "max: Killed" in imported.mapping


def test_the_error_file_says_row_column_and_reason_and_no_sealed_value(signed_in):
    imported = upload(signed_in, LIST)
    go_on(signed_in, imported, role_5="ignore", row_is="event", role_3="group:killed:max")
    signed_in.post(reverse("exchange:check", args=[imported.pk]))
    answer = signed_in.get(reverse("exchange:errors", args=[imported.pk]))
    lines = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [line[1:5] for line in lines[1:]] == [["3", "Killed", "refused", "count.not_a_number"]]
    assert "35202" not in answer.content.decode()


def test_a_mapping_that_lets_cards_into_the_clear_is_refused_on_the_page(signed_in):
    imported = upload(signed_in, LIST)
    go_on(signed_in, imported, role_5="", row_is="event", role_3="group:killed:max")
    assert "looks like identity card numbers" in page(signed_in, "preview", imported)


def test_a_picture_named_csv_is_refused_and_nothing_is_kept(signed_in):
    file = io.BytesIO(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    file.name = "list.csv"
    answer = signed_in.post(reverse("exchange:new"), {"file": file, "begin_with": ""})
    assert "This is a picture" in answer.content.decode()
    with scoped(operator()):
        assert Import.objects.count() == 0


def test_two_header_rows_are_proposed_together(signed_in):
    imported = upload(signed_in, "Date,Killed,,Injured,\n,Min,Max,Min,Max\n13/05/2014,1,2,3,4\n")
    assert "Killed Min" in page(signed_in, "columns", imported)


def test_a_mapping_written_as_text_is_refused_with_its_line(signed_in):
    imported = upload(signed_in, LIST)
    answer = signed_in.post(reverse("exchange:text", args=[imported.pk]), {"text": "list: x\ncolour: red\n"})
    assert "Line 2: colour" in answer.content.decode()


def test_a_workbook_with_sources_and_sheets_is_previewed_from_its_mapping(signed_in, shared):
    imported = upload(signed_in, shared(CALOOCAN).read_bytes(), "killings.xlsx", "shipped:ph_workbook")
    answer = go_on(signed_in, imported)
    assert answer.status_code == 302, answer.context["form"].errors
    assert "one report each" in page(signed_in, "preview", imported)
    imported = stored(imported.pk)
    assert "unidentified_assailant" in imported.mapping


def test_another_sheet_is_chosen_on_the_page(signed_in, tmp_path):
    import xlsxwriter

    path = tmp_path / "two.xlsx"
    book = xlsxwriter.Workbook(path)
    for title, column in (("first", "Killed"), ("second", "Wounded")):
        sheet = book.add_worksheet(title)
        sheet.write_row(0, 0, ["No", "Date", column])
        sheet.write_row(1, 0, [1, "13/05/2014", 3])
    book.close()
    imported = upload(signed_in, path.read_bytes(), "two.xlsx")
    assert "Killed" in page(signed_in, "columns", imported)
    go_on(signed_in, imported, sheet="second")
    assert "Wounded" in page(signed_in, "columns", imported)
    assert go_on(signed_in, imported).status_code == 302
    assert "sheet: second" in stored(imported.pk).mapping


def test_the_pages_speak_urdu(signed_in):
    imported = upload(signed_in, LIST)
    signed_in.cookies["django_language"] = "ur"
    assert 'dir="rtl"' in page(signed_in, "columns", imported)


@pytest.mark.parametrize("name", ["import", "columns", "preview", "text", "errors", "mapping", "undo"])
def test_an_import_of_another_office_is_not_there(client, offices, sign_in, name):
    sign_in(client, "analyst", offices.kp)
    imported = upload(client, LIST)
    client.logout()
    sign_in(client, "analyst", offices.sindh)
    assert client.get(reverse(f"exchange:{name}", args=[imported.pk])).status_code == 404


@pytest.mark.parametrize("role", ["reviewer", "administrator"])
def test_who_may_not_import_finds_no_page(client, offices, sign_in, role):
    sign_in(client, role, offices.kp)
    assert client.get(reverse("exchange:new")).status_code == 404


def test_pages_stay_light(signed_in, shared):
    import gzip

    imported = upload(signed_in, shared(SUICIDE_ATTACKS).read_bytes(), "attacks.csv")
    assert len(gzip.compress(page(signed_in, "columns", imported).encode())) < 60_000
