// A post or a person in a list: the name, and what else tells it from others.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

RowBase {
    id: row

    property string note: ""
    property bool faded: false

    implicitHeight: Theme.px(46)
    Label {
        x: Theme.s3
        y: Theme.px(5)
        width: parent.width - 2 * Theme.s3
        text: row.text
        quiet: row.faded
        strong: !row.faded
        Accessible.ignored: true
    }
    Label {
        x: Theme.s3
        y: Theme.px(24)
        width: parent.width - 2 * Theme.s3
        text: row.faded ? row.note + " · " + qsTr("not on duty any more") : row.note
        quiet: true
        font.pixelSize: Theme.tiny
    }
}
