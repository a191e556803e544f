"""watch.py PID LOG SECONDS HUB SESSION: waits until the program is at rest, then says what it costs for so
long, as one JSON object. LOG is its standard error with Qt's line for each frame."""

import json
import os
import sys
import time
import urllib.request

pid, log, seconds, hub, session = int(sys.argv[1]), sys.argv[2], float(sys.argv[3]), sys.argv[4], sys.argv[5]
REST_S, PATIENCE_S, TRIES = 8, 180, 5
with open(session) as text:
    TOKEN = json.load(text)["token"]


def frames():
    with open(log, errors="replace") as lines:
        return sum("rame rendered" in line for line in lines)


def journal_head():
    request = urllib.request.Request(hub + "/api/v1/snapshot", headers={"Authorization": "Bearer " + TOKEN})
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request) as answer:
        return json.load(answer)["seq"]


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


rest()
for attempt in range(TRIES):
    head = journal_head()
    time.sleep(2)  # what the question itself woke
    shown, used, woken, rss, began = frames(), cpu_s(), wakeups(), status(f"/proc/{pid}/status", "VmRSS"), time.monotonic()
    time.sleep(seconds)
    took = time.monotonic() - began
    shown, used, rss = frames() - shown, cpu_s() - used, status(f"/proc/{pid}/status", "VmRSS") - rss
    woken = sum(count - woken[task] for task, count in wakeups().items() if task in woken)
    if journal_head() == head:
        break
    print("something happened in this minute: once more", file=sys.stderr)
else:
    sys.exit("the hub's journal never stood still for so long")
print(json.dumps({
    "frames_per_s": round(shown / took, 2),
    "cpu_percent": round(100 * used / took, 2),
    "wakeups_per_s": round(woken / took, 1),
    "rss_kb_per_min": round(rss * 60 / took),
    "seconds": round(took),
}))
