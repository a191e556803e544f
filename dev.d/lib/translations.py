"""Counts what is translated in FOLDER/*.ts and names what is not; exit code 1 when anything is."""

import re
import sys
import xml.etree.ElementTree as tree
from pathlib import Path


def placeholders(text):
    return sorted(set(re.findall(r"%(?:L?\d+|n)", text)))


def problems(path):
    """Yields (context, source, what) for every message that a person would see wrong or in English."""
    for context in tree.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            source = message.findtext("source", "")
            translation = message.find("translation")
            kind = translation.get("type") if translation is not None else "unfinished"
            if kind in ("vanished", "obsolete"):
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")] if translation is not None else []
            texts = forms or [(translation.text or "") if translation is not None else ""]
            if kind == "unfinished" or any(not text.strip() for text in texts):
                yield name, source, "not translated"
            elif message.get("numerus") == "yes":
                # "%n" may be left out of one form ("one order"), anything else must stay.
                if any(not set(placeholders(text)) <= set(placeholders(source)) for text in texts):
                    yield name, source, f"other placeholders than the source: {texts}"
            elif placeholders(texts[0]) != placeholders(source):
                yield name, source, f"other placeholders than the source: {texts[0]!r}"


def main(folder):
    failed = False
    for path in sorted(Path(folder).glob("*.ts")):
        total = sum(1 for _ in tree.parse(path).getroot().iter("message"))
        wrong = list(problems(path))
        print(f"{path.name}: {total - len(wrong)} of {total} texts")
        for context, source, what in wrong:
            print(f"  {context}: {source!r}: {what}")
        if path.name.endswith("zh_CN.ts") and total == 0:
            print("  no text found at all: is lupdate looking in the right folders?")
            failed = True
        failed = failed or bool(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
