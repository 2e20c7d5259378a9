import os
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from sanad.kit import ids
from sanad.kit.ids import time_of, uuid7, uuid7s


def test_an_identifier_is_a_version_7_uuid_of_now():
    made = uuid7()
    assert made.version == 7
    assert made.variant == uuid.RFC_4122
    assert abs(time_of(made) - datetime.now(UTC)) < timedelta(seconds=5)


def test_the_example_of_the_standard_is_read():
    # RFC 9562, appendix A.6
    example = uuid.UUID("017F22E2-79B0-7CC3-98C4-DC0C0C07398F")
    assert time_of(example) == datetime(2022, 2, 22, 19, 22, 22, tzinfo=UTC)


def test_what_is_made_later_sorts_later():
    made = [uuid7() for _ in range(2_000)] + uuid7s(2_000) + [uuid7()]
    assert made == sorted(made)
    assert [one.hex for one in made] == sorted(one.hex for one in made)


def test_they_rise_when_the_clock_goes_back(monkeypatch):
    before = uuid7()
    monkeypatch.setattr(time, "time_ns", lambda: 1_000_000)
    assert uuid7() > before


def test_they_rise_when_the_random_part_of_a_millisecond_is_used_up(monkeypatch):
    monkeypatch.setattr(ids, "_clock", ids._Clock())
    before = uuid7()
    ids._clock.tail = (1 << ids.TAIL_BITS) - 1
    ids._clock.millisecond += 10_000  # no real millisecond comes between
    after = uuid7s(3)
    assert before < after[0] < after[1] < after[2]
    assert all(one.version == 7 and one.variant == uuid.RFC_4122 for one in after)


def test_threads_never_get_the_same_one():
    with ThreadPoolExecutor(4) as threads:
        made = [one for many in threads.map(uuid7s, [500] * 20) for one in many]
    assert len(set(made)) == 10_000


def test_a_forked_child_does_not_repeat_its_parent():
    uuid7()
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        os.write(writing, uuid7().bytes)
        os._exit(0)
    os.waitpid(child, 0)
    theirs = uuid.UUID(bytes=os.read(reading, 16))
    assert theirs not in {uuid7() for _ in range(1_000)}


def test_an_import_does_not_wait_for_its_identifiers():
    # 0.16 s for 100,000 on 2 shared cores; the wall is for a machine that does five things at once.
    begun = time.process_time()
    assert len(set(uuid7s(100_000))) == 100_000
    assert time.process_time() - begun < 1.0


def test_no_identifiers_are_no_identifiers():
    assert uuid7s(0) == []


def test_the_time_of_another_kind_of_identifier_is_not_guessed():
    with pytest.raises(ValueError, match="version 7"):
        time_of(uuid.uuid4())
