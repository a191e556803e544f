"""watch.py PID LOG SECONDS HUB: waits until the program is at rest, then says what it costs for so
long, as one JSON object. LOG is its standard error with Qt's line for each frame."""

import json
import os
import sys
import time
import urllib.request

pid, log, seconds, hub = int(sys.argv[1]), sys.argv[2], float(sys.argv[3]), sys.argv[4]
REST_S, PATIENCE_S, STILL_S, STEP_S = 8, 180, 900, 2
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def frames():
    with open(log, errors="replace") as lines:
        return sum("rame rendered" in line for line in lines)


def journal_head():
    with DIRECT.open(hub + "/metrics") as answer:
        lines = answer.read().decode().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("chengyun_journal_head "))


def cpu_s():
    with open(f"/proc/{pid}/stat") as text:
        fields = text.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def status(path, name):
    with open(path) as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith(name + ":"))


def wakeups():
    """By thread: those that ended between two looks are left out."""
    counts = {}
    for task in os.listdir(f"/proc/{pid}/task"):
        try:
            counts[task] = status(f"/proc/{pid}/task/{task}/status", "voluntary_ctxt_switches")
        except (FileNotFoundError, ProcessLookupError):
            pass
    return counts


def rest():
    """No more than a frame a second, or what one cannot tell from it, for some seconds on end."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        before = frames()
        time.sleep(REST_S)
        if before > 0 and frames() - before <= REST_S * 2:
            return
    sys.exit("it does not come to rest")


def measure():
    """What it costs for SECONDS in which the hub's journal stands still; None as soon as it has grown."""
    head = journal_head()
    shown, used, woken, rss, began = frames(), cpu_s(), wakeups(), status(f"/proc/{pid}/status", "VmRSS"), time.monotonic()
    while (left := began + seconds - time.monotonic()) > 0:
        time.sleep(min(STEP_S, left))
        if journal_head() != head:
            return None
    took = time.monotonic() - began
    return {
        "frames_per_s": round((frames() - shown) / took, 2),
        "cpu_percent": round(100 * (cpu_s() - used) / took, 2),
        "wakeups_per_s": round(sum(count - woken[task] for task, count in wakeups().items() if task in woken) / took, 1),
        "rss_kb_per_min": round((status(f"/proc/{pid}/status", "VmRSS") - rss) * 60 / took),
        "seconds": round(took),
    }


# The demonstration's own orders fall due now and then: the minute is taken between two of them.
until = time.monotonic() + STILL_S
while time.monotonic() < until:
    rest()
    if figures := measure():
        print(json.dumps(figures))
        sys.exit()
    print("something happened meanwhile: from the beginning", file=sys.stderr)
sys.exit("the hub's journal never stood still for so long")
