// Something that can be done at a seat: in the command bar, by its key, or from another part.
import QtQuick

Shortcut {
    id: command

    /// "order.new": by it another part asks for it (Seat.run).
    required property string name
    /// In the command bar, with further words it is found by (Chinese, pinyin, initials). Without a
    /// title it is not there.
    property string title: ""
    property string words: ""
    /// A key that is pressed where nothing with the focus takes it (Space), beside the `sequence` of a
    /// Shortcut, and how that key is called.
    property int key: 0
    property string keyText: sequence ?? ""
    /// At the foot of the window, beside the key; empty: not there.
    property string hint: ""
    /// `argument`: what another part says with it, or undefined.
    signal run(argument: var)

    onActivated: command.run(undefined)
}
