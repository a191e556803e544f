"""The rules of the house that no other tool knows: includes point one way, the console's frame names no
capability, no promises left in the code, no path of somebody's machine, files of one subject. Prints
file:line: what; exit code 1 on any (long files are only mentioned)."""

import re
import subprocess
import sys
from pathlib import Path

# Who may include whom: what stands below, and oneself.
MAY_INCLUDE = {
    "core": {"core"},
    "hub": {"core", "hub"},
    "media": {"core", "media"},
    "app": {"core", "app"},
    "widgets": {"core", "app", "widgets"},
    "qml": {"core", "app", "widgets", "qml"},
}
# core is standard C++, Boost and what its own CMakeLists.txt names.
FOREIGN_TO_CORE = re.compile(r"#\s*include\s*<(Q[A-Z]|Qt|drogon|gst/|glib|trantor|sqlite3)")
FOREIGN_TO_WIDGETS = re.compile(r"#\s*include\s*<(QQml|QtQml)")
OWN_INCLUDE = re.compile(r'^\s*#\s*include\s*"([a-z]+)/')
# The hub's folders know only those that stand above them in hub/CMakeLists.txt. A folder is a
# capability when it has a descriptor. Of a capability others include its interface only, the headers
# that its CMakeLists.txt lists as `set(interface …)`; of the whole list, just who works on all of them.
HUB_INCLUDE = re.compile(r'^\s*#\s*include\s*"(hub/(?:([a-z]+)/)?([a-z_]+\.h))"')
KNOWS_THE_LIST = {"ops"}
KNOWS_NO_CAPABILITY = {"hub/serve.cpp", "hub/serve.h", "hub/hub.cpp", "hub/hub.h", "hub/capabilities.h"}
SQL_ENGINE = re.compile(r"#\s*include\s*<sqlite3\.h>")
# The store, and who reads files of strangers that happen to be SQLite's.
KNOWS_THE_ENGINE = {"hub/store", "hub/imports/geopackage.cpp", "tests", "bench"}
PROMISE = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
MACHINE = re.compile(r"(?<![\w.~$}])/(work|home/[a-z]|Users/[A-Za-z])/")
CONFLICT = re.compile(r"^(<<<<<<< |>>>>>>> )")
CODE = {".cpp", ".h", ".qml", ".js", ".py", ".sql", ".html", ".css"}
TEXT = CODE | {".txt", ".cmake", ".md", ".toml", ".json", ".yaml", ".in", ".service", ".ts", ""}
LONG = 400

# Within app and qml too: each may use what stands before it in the list of its CMakeLists.txt. app/main
# wires everything.
APP_INCLUDE = re.compile(r'^\s*#\s*include\s*"app/([a-z]+)/')
QML_IMPORT = re.compile(r"^\s*import Chengyun\.([A-Z]\w*)")
# The frame of the console, which works for any capability: it names none. Each capability has a
# *_capability.h; app/hall/capabilities.cpp is the one list of them.
FRAME = {"app/capability", "app/map", "app/alarm", "app/search", "app/hall", "app/screens",
         "app/link", "app/lists", "app/local", "app/shell",
         "qml/Capability", "qml/Map", "qml/Shell", "qml/System", "qml/Alarm", "qml/Search"}
FRAME_LISTS = {"app/hall/capabilities.cpp"}
CAPABILITIES = {path.parent.name for path in Path("app").glob("*/*_capability.h")}
NAMED = re.compile(r"\bhall\.(\w+)")
# Times are written by the hall's clock, and files asked for in one way: each has one place.
WRITES_TIME = re.compile(r"Qt\.format(Date|Time)|toLocale(Date|Time)String|new Date\(|toLocalTime|fromMSecsSinceEpoch")
WRITES_TIME_AT = {"app/local/local.cpp", "app/local/written_time.cpp"}
ASKS_FOR_FILE = re.compile(r"^\s*import QtQuick\.Dialogs|QFileDialog")
ASKS_FOR_FILE_AT = {"qml/Controls/FileChooser.qml"}


def listed(cmake, *names):
    """The words of the lists that a CMakeLists.txt sets under these names, one after another."""
    text = Path(cmake).read_text(encoding="utf-8")
    return [word for name in names for word in re.search(rf"set\({name} ([^)]*)\)", text)[1].split()]


APP_ORDER = listed("app/CMakeLists.txt", "ground", "capabilities", "frame")
QML_ORDER = listed("qml/CMakeLists.txt", "modules")


def stands_after(order, one, other):
    return one in order and other in order and order.index(other) > order.index(one)


def console_findings(path, line):
    """What is wrong with a line of app or qml, between the folders of the console."""
    folder = path.parts[1]
    frame = "/".join(path.parts[:2]) in FRAME and str(path) not in FRAME_LISTS
    include, module = APP_INCLUDE.match(line), QML_IMPORT.match(line)
    if path.parts[0] == "app" and include and stands_after(APP_ORDER, folder, include[1]):
        yield f"app/{folder} must not know app/{include[1]}, which stands after it in app/CMakeLists.txt"
    if module and stands_after(QML_ORDER, folder, module[1]):
        yield f"qml/{folder} must not know Chengyun.{module[1]}, which stands after it in qml/CMakeLists.txt"
    if WRITES_TIME.search(line) and str(path) not in WRITES_TIME_AT:
        yield "times are written by app/local alone, in QML through Format: by the hall's clock"
    if ASKS_FOR_FILE.search(line) and str(path) not in ASKS_FOR_FILE_AT:
        yield "files are asked for by FileChooser"
    named = [include and include[1], module and module[1].lower(), *NAMED.findall(line)]
    if frame and any(name in CAPABILITIES and name != folder.lower() for name in named):
        yield "the frame of the console knows no capability by name (docs/adding-a-capability.md)"



def tracked():
    out = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        check=True, stdout=subprocess.PIPE).stdout
    return [Path(name) for name in out.decode().split("\0") if name and Path(name).is_file()]


class HubFolders:
    """What hub/CMakeLists.txt and the capabilities' say of the folders below hub."""

    def __init__(self):
        text = Path("hub/CMakeLists.txt").read_text(encoding="utf-8")
        names = re.findall(r"^add_subdirectory\((\w+)\)", text, re.MULTILINE)
        self.place = {name: place for place, name in enumerate(names)}
        self.place["journal"] = self.place["store"]  # one library
        self.interface = {}
        for name in names:
            folder = Path("hub", name)
            if any(folder.glob("*_capability.h")):
                said = re.search(r"set\(interface\s([^)]*)\)", (folder / "CMakeLists.txt").read_text(encoding="utf-8"))
                self.interface[name] = set(said[1].split()) if said else set()

    def fault(self, path, line):
        """Why this file of the hub may not include that, or None."""
        said = HUB_INCLUDE.match(line)
        if not said:
            return None
        header, folder, name = said.groups()
        if str(path) in KNOWS_NO_CAPABILITY and folder in self.interface:
            return f"it knows no capability by name: not {folder}"
        if len(path.parts) < 3:
            return None
        own = path.parts[1]
        if folder is None:
            return None if own in KNOWS_THE_LIST else f"{own} does not know {header}"
        if own == folder:
            return None
        for one in (own, folder):
            if one not in self.place:
                return f"hub/CMakeLists.txt has no folder {one}"
        if self.place[folder] > self.place[own]:
            return f"{folder} stands below {own} in hub/CMakeLists.txt"
        if folder in self.interface and name not in self.interface[folder]:
            return f"not of the interface that hub/{folder}/CMakeLists.txt lists"
        return None


def findings(path, lines, hub):
    top = path.parts[0]
    for number, line in enumerate(lines, 1):
        if PROMISE.search(line) and path.name != "house_rules.py":
            yield number, "a promise somebody would have to keep: do it now, or write it into an issue"
        if MACHINE.search(line) and path.name != "house_rules.py":
            yield number, "a path of one machine"
        if CONFLICT.search(line):
            yield number, "a merge left this behind"
        if top in {"app", "qml"} and len(path.parts) > 2 and path.suffix in {".cpp", ".h", ".qml"}:
            for what in console_findings(path, line):
                yield number, what
        if path.suffix not in {".cpp", ".h"}:
            continue
        own = OWN_INCLUDE.match(line)
        if own and top in MAY_INCLUDE and own[1] in MAY_INCLUDE and own[1] not in MAY_INCLUDE[top]:
            yield number, f"{top} must not know {own[1]}: includes point downwards only"
        if top == "hub":
            fault = hub.fault(path, line)
            if fault:
                yield number, fault
        if SQL_ENGINE.search(line) and not any(str(path).startswith(who) for who in KNOWS_THE_ENGINE):
            yield number, "the database's engine is the store's (hub/store) alone"
        if top == "core" and FOREIGN_TO_CORE.search(line):
            yield number, "core knows no Qt, no Drogon, no GStreamer, no SQLite"
        if top == "widgets" and FOREIGN_TO_WIDGETS.search(line):
            yield number, "widgets link models, never QML"


def main():
    wrong = 0
    hub = HubFolders()
    for path in tracked():
        if path.suffix not in TEXT or path.name == "LICENSE":
            continue
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            if path.suffix in CODE:
                print(f"{path}: not UTF-8")
                wrong += 1
            continue
        for number, what in findings(path, lines, hub):
            print(f"{path}:{number}: {what}")
            wrong += 1
        if path.suffix in CODE and len(lines) > LONG:
            print(f"{path}: {len(lines)} lines; has it one subject? (a remark, not an error)")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
