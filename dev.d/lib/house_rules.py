"""The rules of the house that no other tool knows: includes point one way, no promises left in the
code, no path of somebody's machine, files of one subject. Prints file:line: what; exit code 1 on any
(long files are only mentioned)."""

import re
import subprocess
import sys
from pathlib import Path

# Who may include whom: what stands below, and oneself. app/main.cpp wires everything.
MAY_INCLUDE = {
    "core": {"core"},
    "hub": {"core", "hub"},
    "media": {"core", "media"},
    "app": {"core", "app"},
    "widgets": {"core", "app", "widgets"},
    "qml": {"core", "app", "widgets", "qml"},
}
EXEMPT = {"app/main.cpp"}
# core is standard C++, Boost and what its own CMakeLists.txt names.
FOREIGN_TO_CORE = re.compile(r"#\s*include\s*<(Q[A-Z]|Qt|drogon|gst/|glib|trantor|sqlite3)")
FOREIGN_TO_WIDGETS = re.compile(r"#\s*include\s*<(QQml|QtQml)")
OWN_INCLUDE = re.compile(r'^\s*#\s*include\s*"([a-z]+)/')
PROMISE = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
MACHINE = re.compile(r"(?<![\w.~$}])/(work|home/[a-z]|Users/[A-Za-z])/")
CONFLICT = re.compile(r"^(<<<<<<< |>>>>>>> )")
CODE = {".cpp", ".h", ".qml", ".js", ".py", ".sql", ".html", ".css"}
TEXT = CODE | {".txt", ".cmake", ".md", ".toml", ".json", ".yaml", ".in", ".service", ".ts", ""}
LONG = 400


def tracked():
    out = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        check=True, stdout=subprocess.PIPE).stdout
    return [Path(name) for name in out.decode().split("\0") if name and Path(name).is_file()]


def findings(path, lines):
    top = path.parts[0]
    for number, line in enumerate(lines, 1):
        if PROMISE.search(line) and path.name != "house_rules.py":
            yield number, "a promise somebody would have to keep: do it now, or write it into an issue"
        if MACHINE.search(line) and path.name != "house_rules.py":
            yield number, "a path of one machine"
        if CONFLICT.search(line):
            yield number, "a merge left this behind"
        if path.suffix not in {".cpp", ".h"} or str(path) in EXEMPT:
            continue
        own = OWN_INCLUDE.match(line)
        if own and top in MAY_INCLUDE and own[1] in MAY_INCLUDE and own[1] not in MAY_INCLUDE[top]:
            yield number, f"{top} must not know {own[1]}: includes point downwards only"
        if top == "core" and FOREIGN_TO_CORE.search(line):
            yield number, "core knows no Qt, no Drogon, no GStreamer, no SQLite"
        if top == "widgets" and FOREIGN_TO_WIDGETS.search(line):
            yield number, "widgets link models, never QML"


def main():
    wrong = 0
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
        for number, what in findings(path, lines):
            print(f"{path}:{number}: {what}")
            wrong += 1
        if path.suffix in CODE and len(lines) > LONG:
            print(f"{path}: {len(lines)} lines; has it one subject? (a remark, not an error)")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
