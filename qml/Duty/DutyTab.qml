// One view of the duty screen. It is made when it is first looked at.
import QtQuick

QtObject {
    /// "rota": DutyPart.tab while it is shown.
    required property string name
    required property string title
    /// A number beside it for what waits there; −1 shows none.
    property int count: -1
    property bool alert: false
    required property Component component
    /// What was made of it, once it has been looked at.
    property Item item: null
}
