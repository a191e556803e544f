// Handing over: the sheets at the left, the one that is looked at beside them.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Capability
import Chengyun.Controls

FocusScope {
    id: view

    required property DutyCapability duty
    required property Seat seat
    required property WordsDialog words
    readonly property HandoverListModel sheets: duty.records.sheets
    readonly property HandoverModel sheet: duty.records.sheet

    /// Without a choice, the account's own sheet, else the first one.
    function chooseFirst(): void {
        if (view.sheet.known || view.sheets.count === 0)
            return;
        const own = view.sheets.own;
        view.sheet.sheet = own.length > 0 ? own : list.firstId();
    }
    function refused(ok: bool): bool {
        if (!ok)
            view.seat.say(view.duty.commands.failureText, true);
        return !ok;
    }
    Component.onCompleted: chooseFirst()
    Connections {
        target: view.sheets
        function onCountChanged(): void {
            view.chooseFirst();
        }
    }

    Rectangle {
        id: side
        width: Math.min(Theme.px(340), view.width * 0.3)
        height: view.height
        color: Theme.surface
        HandoverList {
            id: list
            anchors.fill: parent
            sheets: view.sheets
            current: view.sheet.sheet
            onPicked: id => view.sheet.sheet = id
        }
        Rule {
            anchors.right: parent.right
            height: parent.height
            vertical: true
        }
    }
    Item {
        anchors.left: side.right
        anchors.right: parent.right
        height: parent.height
        visible: view.sheet.known

        HandoverHead {
            id: head
            width: parent.width
            sheet: view.sheet
        }
        HandoverItems {
            id: items
            anchors.top: head.bottom
            anchors.bottom: foot.top
            width: parent.width
            focus: true
            sheet: view.sheet
            onOrderWanted: order => view.seat.open("order", order)
            onRemarkWritten: (item, text) => view.refused(view.sheet.remark(item, text))
            onAcknowledged: (item, text) => view.refused(view.sheet.acknowledge(item, text))
        }
        Rectangle {
            id: foot
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.px(56)
            color: Theme.surface
            Rule {
                width: parent.width
            }
            Row {
                anchors.left: parent.left
                anchors.leftMargin: Theme.s4
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.s2
                Button {
                    visible: view.sheet.mayRemark
                    icon.name: "plus"
                    text: qsTr("Add a matter")
                    onClicked: view.words.ask({
                        "title": qsTr("Add a matter to the sheet"),
                        "label": qsTr("What the next shift must know"),
                        "accept": qsTr("Add"),
                        "required": true,
                        "most": 200,
                        "run": text => view.sheet.addItem(text, "")
                    })
                }
                Button {
                    icon.name: "export"
                    text: qsTr("Save as PDF")
                    enabled: !view.duty.records.exports.busy
                    onClicked: saver.ask()
                }
                Spinner {
                    visible: view.duty.records.exports.busy
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
            Row {
                anchors.right: parent.right
                anchors.rightMargin: Theme.s4
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.s2
                Spinner {
                    visible: view.sheet.pending
                    anchors.verticalCenter: parent.verticalCenter
                }
                Button {
                    visible: view.sheet.mayAcknowledge
                    icon.name: "return"
                    text: qsTr("Send back")
                    onClicked: view.words.ask({
                        "title": qsTr("Send the sheet back"),
                        "label": qsTr("What is missing"),
                        "note": qsTr("It becomes a matter of the sheet. What is acknowledged stays so; the outgoing shift signs again."),
                        "accept": qsTr("Send back"),
                        "required": true,
                        "most": 200,
                        "run": text => view.sheet.sendBack(text)
                    })
                }
                Button {
                    visible: view.sheet.mayHandOver
                    primary: true
                    icon.name: "edit"
                    text: qsTr("Sign and hand over")
                    onClicked: view.refused(view.sheet.handOver())
                }
                Button {
                    visible: view.sheet.mayAcknowledge
                    primary: true
                    enabled: view.sheet.mayAccept
                    icon.name: "check"
                    text: view.sheet.mayAccept ? qsTr("Sign and take over") : qsTr("%n more to acknowledge", "", view.sheet.unacknowledged)
                    onClicked: view.refused(view.sheet.accept())
                }
            }
        }
    }
    EmptyState {
        visible: !view.sheet.known
        anchors.centerIn: parent
        anchors.horizontalCenterOffset: side.width / 2
        width: Theme.px(380)
        iconName: "swap"
        title: view.sheets.count > 0 ? qsTr("No sheet is chosen") : qsTr("No handover sheets")
        text: qsTr("A sheet makes itself half an hour before the end of a shift whose post hands over.")
    }
    FileChooser {
        id: saver
        title: qsTr("Save the handover sheet")
        saves: true
        offered: qsTr("Handover sheet")
        defaultSuffix: "pdf"
        nameFilters: [qsTr("PDF (*.pdf)")]
        onAccepted: view.duty.records.exports.sheetPdf(view.sheet.sheet, selectedFile, view.seat.districtName)
    }
}
