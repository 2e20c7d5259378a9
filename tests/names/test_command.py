"""`sanad names`."""

import json

import pytest

from sanad.config.command import main


def asked(capsys, *words):
    code = main(["names", *words, "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_two_names_are_compared(capsys):
    code, said = asked(capsys, "compare", "محمد عمر فاروق", "Mohd. Umer Farooq")
    assert code == 0
    assert said["same"] is True
    assert 0.75 <= said["score"] <= 1
    assert "frk" in said["keys"]


def test_names_in_a_file_are_ranked(capsys, tmp_path):
    (tmp_path / "names.txt").write_text("\ufeffمصطفیٰ\n\nمرتضیٰ\nمراد\n", encoding="utf-8")
    code, said = asked(capsys, "rank", "murtaza", "--among", str(tmp_path / "names.txt"), "--limit", "2")
    assert code == 0
    assert said["names"][0]["name"] == "مرتضیٰ"
    assert len(said["names"]) == 2


@pytest.mark.parametrize(("content", "code"), [(b"\xff\xfe\x41", "not_utf8"), (b"\n \n", "no_names")])
def test_a_file_without_names_is_refused(capsys, tmp_path, content, code):
    (tmp_path / "names.txt").write_bytes(content)
    done, said = asked(capsys, "rank", "umar", "--among", str(tmp_path / "names.txt"))
    assert done == 1
    assert said["refused"][0]["code"] == code
