"""demo_walls.py STATE URL: makes walls of several shapes at a demonstration's hub, filled from what the district
has, and a session for the machine of each. Prints a line for each: its size in pixels and its session file (0600)."""

import json
import os
import sys
import time
import tomllib
import urllib.request
import uuid

STATE, URL = sys.argv[1], sys.argv[2].rstrip("/") + "/api/v1"
ASK = urllib.request.build_opener(urllib.request.ProxyHandler({})).open


def call(method, path, token=None, body=None):
    request = urllib.request.Request(URL + path, method=method, data=None if body is None else json.dumps(body).encode())
    request.add_header("Content-Type", "application/json")
    if token:
        request.add_header("Authorization", "Bearer " + token)
    if method != "GET":
        request.add_header("Idempotency-Key", new_id())
    with ASK(request, timeout=30) as answer:
        return json.loads(answer.read() or b"{}")


def new_id():
    """A UUIDv7, as the hub wants them."""
    bits = uuid.uuid4().int
    bits = bits & ~(0xFFFFFFFFFFFF << 80) | (int(time.time() * 1000) << 80)
    return str(uuid.UUID(int=bits & ~(0xF << 76) | (0x7 << 76)))


def sign_in(name):
    with open(os.path.join(STATE, "hub/demo-accounts.toml"), "rb") as file:
        password = tomllib.load(file)[name]["password"]
    return call("POST", "/sessions", body={"name": name, "password": password})["token"]


def pane(cell, kind, subject="", title="", text="", options=None):
    content = {"kind": kind, "subject": subject, "title": title, "text": text, "options": options or {}}
    return {"cell": cell, "content": content}


def boxes(*sides):
    return [dict(zip(("column", "row", "columns", "rows"), side)) for side in sides]


def grid(columns, rows, width=1920, height=1080):
    return [{"name": str(row * columns + column + 1), "x": column * width, "y": row * height, "width": width, "height": height}
            for row in range(rows) for column in range(columns)]


def main():
    commander, admin = sign_in("commander"), sign_in("admin")
    snapshot = call("GET", "/snapshot", commander)
    cameras = [one for one in snapshot["resources"] if one["layer"] == "camera" and one.get("stream")]
    orders = [one for one in snapshot["orders"] if not one.get("closed")]
    watch = [pane(cell, "camera", one["id"], one["name"]) for cell, one in enumerate(cameras[:16])]
    map_screen = {"layout": "free", "boxes": boxes((0, 0, 48, 6), (0, 6, 48, 42)),
                  "panes": [pane(0, "title", title="城市运行管理中心"), pane(1, "map")]}
    camera_screen = {"layout": "9", "boxes": [], "panes": watch[:9]}
    order_screen = {"layout": "4", "boxes": [], "panes": [
        pane(0, "orders"), pane(1, "order", orders[0]["id"], orders[0]["title"]), pane(2, "supervision"), pane(3, "load")]}
    duty_screen = {"layout": "6", "boxes": [], "panes": [
        pane(0, "duty"), pane(1, "announcement", text="暴雨红色预警：各单位按预案到岗。", options={"level": "I"})] +
        [dict(one, cell=cell + 2) for cell, one in enumerate(watch[:4])]}
    small_screen = {"layout": "16", "boxes": [], "panes": watch}
    one_screen = {"layout": "free", "boxes": boxes((0, 0, 18, 48), (18, 0, 12, 24), (30, 0, 9, 24), (39, 0, 9, 24), (18, 24, 10, 24),
                                                   (28, 24, 10, 24), (38, 24, 10, 24)),
                  "panes": [pane(0, "map"), pane(1, "orders"), dict(watch[0], cell=2), dict(watch[1], cell=3),
                            pane(4, "order", orders[0]["id"], orders[0]["title"]), pane(5, "load"), pane(6, "duty")]}
    shapes = [
        ("2×2", grid(2, 2), [map_screen, camera_screen, order_screen, duty_screen]),
        ("3×2", grid(3, 2), [map_screen, camera_screen, order_screen, duty_screen, small_screen, {"layout": "1", "boxes": [], "panes": [pane(0, "load")]}]),
        ("7680×2160", grid(1, 1, 7680, 2160), [one_screen]),
    ]
    for name, screens, shown in shapes:
        wall, preset = new_id(), new_id()
        call("PUT", f"/walls/{wall}", commander, {"id": wall, "name": name, "area": "", "screens": screens, "scale_percent": 180, "version": 0})
        call("PUT", f"/wall_presets/{preset}", commander, {
            "id": preset, "wall": wall, "name": name, "key": "", "mode": "", "version": 0,
            "screens": [dict(one, screen=screen["name"]) for one, screen in zip(shown, screens)]})
        call("POST", f"/wall_presets/{preset}/put_up", commander)
        code = call("POST", f"/walls/{wall}/device", admin, {})["code"]
        token = call("POST", "/links", body={"token": code})["token"]
        width = max(one["x"] + one["width"] for one in screens)
        height = max(one["y"] + one["height"] for one in screens)
        path = os.path.join(STATE, f"wall-{width}x{height}.json")
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump({"url": sys.argv[2], "token": token}, file)
        print(f"{width}x{height} {path}")


main()
