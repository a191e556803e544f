// Puts text on the clipboard.
pragma ComponentBehavior: Bound
import QtQuick

TextEdit {
    id: carrier

    visible: false
    textFormat: TextEdit.PlainText

    function put(words: string): void {
        carrier.text = words;
        carrier.selectAll();
        carrier.copy();
        carrier.text = "";
    }
}
