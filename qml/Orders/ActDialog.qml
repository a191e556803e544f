// One dialog for everything that is done with words: reports, reasons, reminders, supervision. What is
// typed is kept as a draft until it has been sent.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls
import Chengyun.Link

Dialog {
    id: dialog

    required property OrderActions actions
    required property DraftTexts drafts
    required property Photos photos
    required property SuggestionModel units
    /// Name of an act, or "remind_late", "withdraw_order", "reply", "close_supervision".
    property string act: ""
    property string subject: ""
    property string unitName: ""
    property bool onBehalf: false
    property string problem: ""
    property string chosenUnit: ""
    property string chosenName: ""
    property var pictures: []
    /// Files that have been found to be pictures, by address; the others are not shown.
    property var looked: ({})
    /// What was chosen beside the words, by draft key, until it is sent or the console ends.
    property var kept: ({})
    /// Draft keys of what is being put into the outbox; the words stay until it is there. There are
    /// several when somebody closes the dialog meanwhile and does something else.
    property var underWay: []
    readonly property string draftKey: subject + "/" + act
    readonly property bool takesPhotos: act === "report" || act === "complete" || act === "arrive" || act === "depart"
    readonly property bool takesUnit: act === "reassign"
    readonly property bool takesDeadline: act === "supervise"
    readonly property bool takesDeduction: act === "close_supervision"
    readonly property bool needsWords: act === "reply" || act === "close_supervision" || act === "withdraw_order" || act === "report" || actions.needsText(act)
    readonly property string actTitle: titleOf(act)

    function titleOf(act: string): string {
        switch (act) {
        case "remind_late":
            return qsTr("Remind all who are late");
        case "withdraw_order":
            return qsTr("Withdraw the order");
        case "reply":
            return qsTr("Reply to the supervision order");
        case "close_supervision":
            return qsTr("Close the supervision order");
        default:
            return act.length > 0 ? actions.actName(act) : "";
        }
    }
    /// What is said about this draft stands in the dialog.
    function shows(draftKey: string): bool {
        return dialog.visible && draftKey === dialog.draftKey;
    }
    function ask(act: string, subject: string, unitName: string, onBehalf: bool): void {
        dialog.act = act;
        dialog.subject = subject;
        dialog.unitName = unitName;
        dialog.onBehalf = onBehalf;
        dialog.problem = "";
        const before = dialog.kept[dialog.draftKey] ?? {};
        dialog.chosenUnit = before.unit ?? "";
        dialog.chosenName = before.name ?? "";
        dialog.pictures = before.pictures ?? [];
        unitText.clear();
        units.text = "";
        minutes.value = before.minutes ?? 120;
        deduction.value = before.deduction ?? 0;
        sheet.contentY = 0;
        words.text = drafts.text(dialog.draftKey);
        dialog.open();
        words.forceActiveFocus();
        words.cursorPosition = words.length;
    }
    function addPictures(urls: list<url>): void {
        if (dialog.busy)
            return;
        const chosen = urls.slice(0, Math.max(0, 9 - dialog.pictures.length));
        if (chosen.length < urls.length)
            dialog.problem = qsTr("At most 9 photos can be sent; the others were not added.");
        dialog.pictures = dialog.pictures.concat(chosen);
        dialog.photos.check(chosen);
    }
    Connections {
        target: dialog.photos
        function onChecked(file: url, sendable: bool): void {
            if (sendable) {
                dialog.looked = Object.assign({}, dialog.looked, {
                    [String(file)]: true
                });
                return;
            }
            const left = dialog.pictures.filter(p => String(p) !== String(file));
            if (left.length === dialog.pictures.length)
                return;
            dialog.pictures = left;
            const name = decodeURIComponent(String(file).replace(/^.*\//, ""));
            dialog.problem = Format.fill(qsTr("%1 is left out: only JPEG, PNG or WebP pictures of at most 20 MB can be sent."), [name]);
        }
    }

    onClosed: if (dialog.draftKey.length > 1)
        dialog.kept[dialog.draftKey] = {
            "unit": dialog.chosenUnit,
            "name": dialog.chosenName,
            "pictures": dialog.pictures,
            "minutes": minutes.value,
            "deduction": deduction.value
        }

    title: unitName.length > 0 ? Format.fill(qsTr("%1: %2"), [actTitle, unitName]) : actTitle
    acceptText: act === "report" ? qsTr("Send report") : act.length > 0 ? actTitle : ""
    acceptEnabled: (!needsWords || words.text.trim().length > 0) && (!takesUnit || chosenUnit.length > 0)
    grave: actions.isGrave(act) || act === "withdraw_order"
    onSubmitted: {
        const text = words.text.trim();
        let ok = false;
        if (act === "remind_late")
            ok = actions.remindLate(subject, text) > 0;
        else if (act === "withdraw_order")
            ok = actions.withdrawOrder(subject, text);
        else if (act === "reply")
            ok = actions.replyTo(subject, text);
        else if (act === "close_supervision")
            ok = actions.closeSupervision(subject, text, deduction.value / 10);
        else {
            const details = {
                "text": text,
                "onBehalf": onBehalf
            };
            if (takesUnit)
                details.unit = chosenUnit;
            if (takesDeadline)
                details.deadline = Clock.now + minutes.value * 60000;
            if (takesPhotos)
                details.photos = pictures;
            ok = actions.act(subject, act, details);
        }
        dialog.problem = "";
        if (ok)
            dialog.underWay = dialog.underWay.concat([draftKey]);
        else
            dialog.problem = actions.failureText.length > 0 ? actions.failureText : qsTr("Nobody on this order is late.");
    }
    busy: underWay.includes(draftKey)
    Connections {
        target: dialog.actions
        function onSettled(draftKey: string, kept: bool): void {
            const sentHere = dialog.underWay.includes(draftKey);
            dialog.underWay = dialog.underWay.filter(key => key !== draftKey);
            const shown = dialog.shows(draftKey);
            if (!kept) {
                if (shown)
                    dialog.problem = dialog.actions.failureText;
                return; // else the seat's news say it
            }
            if (shown && sentHere)
                dialog.close();
            delete dialog.kept[draftKey];
        }
    }

    contentItem: Flickable {
        id: sheet
        implicitHeight: column.implicitHeight
        contentHeight: column.implicitHeight
        clip: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}

        Column {
            id: column
            width: sheet.width
            spacing: Theme.s3

            Label {
                visible: dialog.grave
                width: parent.width
                text: dialog.act === "withdraw_order" ? qsTr("All units are told that the order no longer stands. This is journalled and cannot be undone; a new order can be issued.") : dialog.act === "force_return" ? qsTr("The unit must go on, and may not ask to return the order again. It is journalled with your reason.") : qsTr("The unit no longer has this order. It is journalled with your reason.")
                wrapMode: Text.Wrap
                quiet: true
                elide: Text.ElideNone
            }
            Row {
                visible: dialog.onBehalf
                spacing: Theme.s2
                Icon {
                    name: "phone"
                    size: Theme.px(16)
                    color: Theme.accent
                }
                Label {
                    text: qsTr("On behalf of the unit, as told on the telephone")
                    color: Theme.accent
                }
            }

            FormField {
                visible: dialog.takesUnit
                width: parent.width
                label: dialog.chosenName.length > 0 ? Format.fill(qsTr("New recipient: %1"), [dialog.chosenName]) : qsTr("New recipient")
                required: true
                Column {
                    width: parent.width
                    spacing: Theme.s1
                    SearchField {
                        id: unitText
                        width: parent.width
                        placeholderText: qsTr("Name or initials of a unit")
                        onTextChanged: dialog.units.text = text
                        Keys.onDownPressed: {
                            unitList.currentIndex = dialog.units.nextFree(0, 1);
                            unitList.forceActiveFocus();
                        }
                        Keys.onReturnPressed: pickFirst()
                        Keys.onEnterPressed: pickFirst()
                        function pickFirst(): void {
                            unitList.currentIndex = dialog.units.nextFree(0, 1);
                            unitList.pickCurrent();
                        }
                    }
                    ListView {
                        id: unitList
                        width: parent.width
                        height: Theme.px(176)
                        clip: true
                        model: dialog.units
                        boundsBehavior: Flickable.StopAtBounds
                        activeFocusOnTab: true
                        Accessible.role: Accessible.List
                        Accessible.name: qsTr("Suggested units")
                        T.ScrollBar.vertical: ScrollBar {}
                        Keys.onReturnPressed: pickCurrent()
                        Keys.onEnterPressed: pickCurrent()
                        Keys.onSpacePressed: pickCurrent()
                        function pickCurrent(): void {
                            const row = currentItem as SuggestionRow;
                            if (row && row.enabled)
                                row.picked();
                        }
                        delegate: SuggestionRow {
                            width: ListView.view.width
                            ticked: unit === dialog.chosenUnit
                            current: ticked || (ListView.view.activeFocus && ListView.view.currentIndex === index)
                            onPicked: {
                                dialog.chosenUnit = unit;
                                dialog.chosenName = fullName;
                            }
                        }
                    }
                }
            }
            FormField {
                width: parent.width
                label: dialog.act === "report" ? qsTr("Report") : dialog.act === "remind" || dialog.act === "remind_late" ? qsTr("Words to the unit") : dialog.act === "supervise" ? qsTr("Basis and demand") : dialog.act === "reply" ? qsTr("Reply") : dialog.act === "close_supervision" ? qsTr("Outcome") : dialog.needsWords ? qsTr("Reason") : qsTr("Note")
                required: dialog.needsWords
                problem: dialog.problem
                TextArea {
                    id: words
                    width: parent.width
                    implicitHeight: Theme.px(112)
                    wrong: dialog.problem.length > 0
                    readOnly: dialog.busy // what is typed now would not go with it
                    placeholderText: dialog.act === "report" || dialog.act === "complete" ? qsTr("What was done, what is left to do") : dialog.act === "supervise" ? qsTr("Why, and what must be answered") : dialog.needsWords ? qsTr("It stands in the journal and in the timeline") : ""
                    onTextChanged: if (dialog.opened)
                        dialog.drafts.setText(dialog.draftKey, text)
                }
            }
            FormField {
                visible: dialog.takesDeadline
                width: parent.width
                label: qsTr("Reply within")
                Row {
                    spacing: Theme.s2
                    height: Theme.controlHeight
                    SpinBox {
                        id: minutes
                        from: 5
                        to: 10080
                        stepSize: 15
                        value: 120
                        suffix: qsTr("min")
                        Accessible.name: qsTr("Minutes until the reply is due")
                    }
                    Label {
                        anchors.verticalCenter: parent.verticalCenter
                        quiet: true
                        text: qsTr("by %1").arg(Format.moment(Clock.minute + minutes.value * 60000, Clock.minute))
                    }
                }
            }
            FormField {
                visible: dialog.takesDeduction
                width: parent.width
                label: qsTr("Deduction in the assessment (points)")
                SpinBox {
                    id: deduction
                    decimals: 1 // the value counts tenths of a point
                    to: 100
                }
            }
            FormField {
                visible: dialog.takesPhotos
                width: parent.width
                label: qsTr("Photos")
                Flow {
                    width: parent.width
                    spacing: Theme.s1
                    Repeater {
                        model: dialog.pictures
                        Rectangle {
                            id: thumb
                            required property url modelData
                            required property int index
                            width: Theme.px(88)
                            height: Theme.px(64)
                            radius: Theme.radius
                            color: Theme.ground
                            clip: true
                            Image {
                                anchors.fill: parent
                                source: dialog.looked[String(thumb.modelData)] ? thumb.modelData : ""
                                sourceSize.width: 2 * width
                                fillMode: Image.PreserveAspectCrop
                                asynchronous: true
                            }
                            IconButton {
                                anchors.right: parent.right
                                implicitWidth: Theme.s6
                                implicitHeight: Theme.s6
                                iconSize: Theme.px(14)
                                icon.name: "close"
                                text: qsTr("Leave this photo out")
                                enabled: !dialog.busy
                                onClicked: dialog.pictures = dialog.pictures.filter((p, i) => i !== thumb.index)
                            }
                        }
                    }
                    Button {
                        height: Theme.px(64)
                        icon.name: "image"
                        text: qsTr("Add …")
                        enabled: !dialog.busy
                        onClicked: picker.ask()
                    }
                }
            }
        }
        DropArea {
            width: sheet.width
            height: Math.max(sheet.height, column.height)
            enabled: dialog.takesPhotos && !dialog.busy
            onDropped: drop => dialog.addPictures(drop.urls)
        }
    }

    FileChooser {
        id: picker
        title: qsTr("Photos for the report")
        several: true
        nameFilters: [qsTr("Pictures (*.jpg *.jpeg *.png *.webp)")]
        onAccepted: dialog.addPictures(selectedFiles)
    }
}
