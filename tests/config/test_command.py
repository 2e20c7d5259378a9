"""The `sanad` command: what it says, where it says it, and with which code it ends."""

import json

import pytest

from sanad.config.command import main


def test_help_lists_every_command(empty_site):
    done = empty_site.run("--help")
    assert done.returncode == 0
    for word in ("serve", "stop", "setup", "demo", "admin"):
        assert word in done.stdout


@pytest.mark.parametrize("words", [(), ("fly",), ("serve", "--fast"), ("setup", "--lang", "fr")])
def test_wrong_use_is_code_2(words, capsys):
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert capsys.readouterr().out == ""


def test_without_setup_the_next_step_is_said(empty_site):
    for words in (("serve",), ("admin", "new", "ali")):
        done = empty_site.run(*words)
        assert done.returncode == 1
        assert "is not set up: run `sanad setup`" in done.stderr
        assert done.stdout == ""


def test_a_wrong_setting_is_one_line_and_code_3(empty_site):
    done = empty_site.run("setup", SANAD_TLS="perhaps")
    assert (done.returncode, done.stderr) == (3, "sanad: SANAD_TLS must be 0 or 1, not 'perhaps'.\n")


def test_a_server_that_does_not_answer_is_one_line_and_code_3(empty_site):
    done = empty_site.run("setup", DATABASE_URL="postgresql:///x?host=/nowhere")
    assert done.returncode == 3
    assert done.stderr.splitlines()[-1].startswith("sanad: The database does not answer: /nowhere")
    assert "Traceback" not in done.stderr


def test_an_unwritable_home_is_one_line_and_code_3(empty_site):
    (empty_site.home / "file").write_text("")
    empty_site.home /= "file/home"
    done = empty_site.run("setup")
    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 1


def test_setting_up_again_changes_nothing(real_site):
    assert real_site.json("setup") == {"home": str(real_site.home), "changed": False}


def test_keys_are_for_this_system_user_only(real_site):
    for name in ("keys", "originals", "snapshots"):
        assert (real_site.home / name).stat().st_mode & 0o077 == 0
    assert (real_site.home / "keys" / "django_secret").stat().st_mode & 0o077 == 0


def test_an_administrator_gets_a_password_once(real_site):
    made = real_site.json("admin", "new", "ali")
    assert made["username"] == "ali"
    assert len(made["one_time_password"]) >= 15


def test_a_refusal_is_said_in_sentences_and_codes(real_site):
    done = real_site.run("admin", "new", "no spaces please", "--json")
    assert done.returncode == 1
    refused = json.loads(done.stdout)["refused"]
    assert refused[0]["code"]
    assert refused[0]["sentence"] in done.stderr


def test_a_user_who_does_not_exist_cannot_be_worked_as(real_site):
    done = real_site.run("admin", "--as", "nobody-here", "new", "bano")
    assert done.returncode == 1
    assert done.stdout == ""


def test_a_real_home_takes_no_demo(real_site):
    done = real_site.run("demo")
    assert done.returncode == 1
    assert "holds a real site" in done.stderr


def test_a_demo_home_takes_no_real_site(empty_site):
    (empty_site.home / "site.json").write_text('{"kind": "demo", "stamp": "x"}')
    done = empty_site.run("setup")
    assert done.returncode == 1
    assert "holds a demo site" in done.stderr


def test_a_demo_takes_no_server_of_others(empty_site):
    done = empty_site.run("demo", DATABASE_URL="postgresql://h/d")
    assert (done.returncode, "unset DATABASE_URL" in done.stderr) == (1, True)


def test_the_role_script_is_printed_for_the_database_of_the_address(empty_site):
    done = empty_site.run("setup", "--sql", DATABASE_URL="postgresql://h/rights")
    assert done.returncode == 0
    assert 'create database "rights"' in done.stdout
