"""open_orders.py HUB SESSION COUNT: issues orders until so many are open, all with hours left."""

import json
import sys
import time
import urllib.request
import uuid

hub, count = sys.argv[1], int(sys.argv[3])
with open(sys.argv[2]) as text:
    TOKEN = json.load(text)["token"]
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def ask(path, body=None):
    headers = {"Authorization": "Bearer " + TOKEN, "Content-Type": "application/json"}
    if body is not None:
        headers["Idempotency-Key"] = new_id()
    data = None if body is None else json.dumps(body).encode()
    with DIRECT.open(urllib.request.Request(hub + "/api/v1" + path, data, headers)) as answer:
        return json.load(answer)


def new_id():
    """A UUIDv7: ids and keys carry their time."""
    low = uuid.uuid4().int & ((1 << 80) - 1)
    value = (int(time.time() * 1000) << 80) | low
    return str(uuid.UUID(int=(value & ~(0xF << 76) & ~(0x3 << 62)) | (0x7 << 76) | (0x2 << 62)))


snapshot = ask("/snapshot")
units = [unit for unit in snapshot["units"] if unit["state"] != "unavailable"]
open_now = sum(order["state"] not in ("closed", "withdrawn") for order in snapshot["orders"])
for number in range(open_now, count):
    ask("/orders", {
        "id": new_id(),
        "title": f"路口积水 {number}",
        "text": "居民反映路口积水约二十厘米，请到场排水并疏导交通。",
        "kind": "flood",
        "level": "III",
        "place": {"lon": 114.0 + number * 0.002, "lat": 30.55},
        "limits": {"acknowledge": 120, "report": 240, "complete": 480},
        "recipients": [{"unit": units[number % len(units)]["id"], "role": "lead"}],
    })
print(f"{max(open_now, count)} orders are open")
