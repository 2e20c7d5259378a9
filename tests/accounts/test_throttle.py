"""Tries are counted before they are tried, by all processes together, and no rollback takes one back."""

import multiprocessing
import os
import time

import pytest
from django.db import transaction

from sanad.accounts import throttle
from sanad.accounts.throttle import Limit, forgive, take

FIVE = (Limit("five", 5, 900),)


def _try_often(folder: str, times: int) -> None:
    from django.conf import settings

    settings.TRIES = folder
    for _ in range(times):
        take(FIVE, "somebody")


def test_the_sixth_try_waits(settings, tmp_path):
    settings.TRIES = tmp_path
    assert [take(FIVE, "amna") > 0 for _ in range(7)] == [False] * 5 + [True] * 2
    assert take(FIVE, "bilal") == 0
    assert 0 < take(FIVE, "amna") <= 900


def test_success_forgives(settings, tmp_path):
    settings.TRIES = tmp_path
    for _ in range(9):
        take(FIVE, "amna")
    forgive(FIVE, "amna")
    assert take(FIVE, "amna") == 0


def test_the_next_window_begins_anew(settings, tmp_path, monkeypatch):
    settings.TRIES = tmp_path
    for _ in range(9):
        take(FIVE, "amna")
    now = time.time()
    monkeypatch.setattr(throttle.time, "time", lambda: now + 900)
    assert take(FIVE, "amna") == 0


def test_processes_lose_no_count_to_each_other(settings, tmp_path):
    settings.TRIES = tmp_path
    workers = [multiprocessing.Process(target=_try_often, args=(str(tmp_path), 500)) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) == 2_000


@pytest.mark.django_db
def test_a_rollback_takes_no_count_back(settings, tmp_path):
    settings.TRIES = tmp_path
    for _ in range(5):
        with transaction.atomic():
            take(FIVE, "amna")
            transaction.set_rollback(True)
    assert take(FIVE, "amna") > 0


def test_the_folder_tells_no_name_and_old_files_go(settings, tmp_path, monkeypatch):
    settings.TRIES = tmp_path
    take(FIVE, "amna")
    assert "amna" not in "".join(file.name for file in tmp_path.iterdir())
    for file in tmp_path.iterdir():
        os.utime(file, (0, 0))
    monkeypatch.setattr(throttle, "SWEEPS", 1)
    take(FIVE, "bilal")
    assert len(list(tmp_path.iterdir())) == 1
