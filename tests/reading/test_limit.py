"""The time limit in this process."""

import signal
import threading

import pytest

from amity.reading.limit import TimeUp, within
from tests.reading.stream.works import endless


def test_the_block_is_stopped_and_the_alarm_put_away() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with pytest.raises(TimeUp), within(0.05):
        endless()
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def test_no_rule_can_take_the_alarm_for_an_error_of_its_own() -> None:
    def swallowing() -> None:
        try:
            endless()
        except Exception:
            endless()

    with pytest.raises(TimeUp), within(0.05):
        swallowing()


@pytest.mark.parametrize("seconds", [None, 60.0])
def test_a_block_within_the_limit_is_left_alone(seconds: float | None) -> None:
    with within(seconds):
        done = True
    assert done
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def test_outside_the_main_thread_there_is_no_limit() -> None:
    done = []

    def work() -> None:
        with within(60):
            done.append(signal.getitimer(signal.ITIMER_REAL))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [(0.0, 0.0)]
