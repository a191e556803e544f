// Takes over a rota from a sheet: first the file, then what it would plan and what is not understood.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls

Dialog {
    id: dialog

    required property RotaImport sheet

    function begin(): void {
        chooser.ask();
    }

    title: qsTr("Import a rota")
    width: Math.min(Theme.px(680), (parent?.width ?? 0) - 2 * Theme.s6)
    acceptText: sheet.shiftCount > 0 ? qsTr("Take over %n shift(s)", "", sheet.shiftCount) : qsTr("Take over")
    acceptEnabled: sheet.shiftCount > 0
    busy: sheet.busy
    onSubmitted: if (dialog.sheet.apply())
        dialog.close()

    FileChooser {
        id: chooser
        title: qsTr("Import a rota")
        nameFilters: [qsTr("Sheets (*.xlsx *.csv)"), qsTr("All files (*)")]
        onAccepted: {
            dialog.sheet.read(selectedFile);
            dialog.open();
        }
    }
    contentItem: Item {
        implicitHeight: Theme.px(380)
        Column {
            id: told
            width: parent.width
            spacing: Theme.s2
            Row {
                spacing: Theme.s3
                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.min(implicitWidth, told.width - other.width - Theme.s3)
                    text: dialog.sheet.fileName
                    strong: true
                }
                Button {
                    id: other
                    flat: true
                    text: qsTr("Another file…")
                    onClicked: chooser.ask()
                }
            }
            Label {
                width: parent.width
                text: dialog.sheet.problem.length > 0 ? dialog.sheet.problem : dialog.sheet.busy ? qsTr("The hub reads the file…") : dialog.sheet.shiftCount > 0 ? qsTr("%n shift(s) would be planned", "", dialog.sheet.shiftCount) + "  " + dialog.sheet.span : qsTr("No shift would be planned.")
                color: dialog.sheet.problem.length > 0 ? Theme.late : Theme.text
                wrapMode: Text.Wrap
                elide: Text.ElideNone
            }
            Label {
                width: parent.width
                text: qsTr("The first row names the columns: date, post, person; and if there are any: start, end, backup. Nothing is written before you say so.")
                quiet: true
                font.pixelSize: Theme.tiny
                wrapMode: Text.Wrap
                elide: Text.ElideNone
            }
            Label {
                visible: dialog.sheet.refused.length > 0
                text: qsTr("%n row(s) are left out:", "", dialog.sheet.refused.length)
                color: Theme.late
            }
        }
        ListView {
            anchors.top: told.bottom
            anchors.topMargin: Theme.s2
            anchors.bottom: parent.bottom
            width: parent.width
            clip: true
            model: dialog.sheet.refused
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollBar {}
            delegate: Item {
                id: row
                required property var modelData
                width: ListView.view.width
                height: Theme.px(30)
                Label {
                    width: Theme.px(84)
                    height: parent.height
                    text: Format.fill(qsTr("Row %1"), [row.modelData.line])
                    quiet: true
                }
                Label {
                    x: Theme.px(92)
                    width: Theme.px(80)
                    height: parent.height
                    text: row.modelData.column
                    quiet: true
                }
                Label {
                    x: Theme.px(180)
                    width: Theme.px(180)
                    height: parent.height
                    text: row.modelData.value
                }
                Label {
                    x: Theme.px(368)
                    width: parent.width - x - Theme.s2
                    height: parent.height
                    text: row.modelData.why
                    color: Theme.late
                }
                Rule {
                    anchors.bottom: parent.bottom
                    width: parent.width
                    opacity: 0.6
                }
            }
        }
    }
}
