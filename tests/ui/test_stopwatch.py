"""A stopwatch counts only while it runs."""

from desktop.ui.stopwatch import Stopwatch


def test_time_that_lay_aside_is_not_counted():
    now = [100.0]
    watch = Stopwatch(30, lambda: now[0])
    now[0] = 200
    assert (watch.seconds, watch.runs) == (30, False)
    watch.run()
    now[0] = 205
    assert (watch.seconds, watch.runs) == (35, True)
    watch.run()
    watch.pause()
    watch.pause()
    now[0] = 999
    assert watch.seconds == 35
    watch.run()
    now[0] = 1000.9
    assert watch.seconds == 36
