// Lays a month out: pattern, posts, crews, from when to when, and how it will be.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls

Dialog {
    id: dialog

    required property RotaLayout layout
    required property DutyBook book
    required property PlanBook plans
    required property RotaPeople people
    readonly property var pattern: plans.patterns.find(p => p.key === layout.pattern) ?? null

    function begin(): void {
        dialog.layout.begin();
        dialog.people.chooseFor("");
        dialog.open();
        first.forceActiveFocus();
    }

    title: qsTr("Lay out the rota")
    width: Math.min(Theme.px(1080), (parent?.width ?? 0) - 2 * Theme.s6)
    acceptText: layout.shiftCount > 0 ? qsTr("Lay out %n shift(s)", "", layout.shiftCount) : qsTr("Lay out")
    acceptEnabled: layout.shiftCount > 0 && layout.problem.length === 0
    onSubmitted: if (dialog.layout.apply())
        dialog.close()

    contentItem: Item {
        implicitHeight: Theme.px(560)
        Column {
            id: left
            width: Theme.px(300)
            height: parent.height
            spacing: Theme.s3
            FormField {
                width: parent.width
                label: qsTr("Pattern")
                note: dialog.pattern ? dialog.pattern.daysName + " · " + dialog.pattern.turns.map(t => t.name + " " + t.time).join(", ") : ""
                ComboBox {
                    width: parent.width
                    model: dialog.plans.patterns
                    textRole: "name"
                    valueRole: "key"
                    currentIndex: Math.max(0, dialog.plans.patterns.findIndex(p => p.key === dialog.layout.pattern))
                    onActivated: index => dialog.layout.pattern = dialog.plans.patterns[index].key
                }
            }
            Row {
                width: parent.width
                spacing: Theme.s3
                FormField {
                    width: (left.width - Theme.s3) / 2
                    label: qsTr("From")
                    TextField {
                        id: first
                        width: parent.width
                        text: dialog.layout.first
                        onTextEdited: dialog.layout.first = text
                        Accessible.name: qsTr("From")
                    }
                }
                FormField {
                    width: (left.width - Theme.s3) / 2
                    label: qsTr("To")
                    TextField {
                        width: parent.width
                        text: dialog.layout.last
                        onTextEdited: dialog.layout.last = text
                        Accessible.name: qsTr("To")
                    }
                }
            }
            FormField {
                width: parent.width
                label: qsTr("The first crew begins on day …")
                note: dialog.pattern ? Format.fill(qsTr("of a cycle of %1 days"), [dialog.pattern.cycle]) : ""
                SpinBox {
                    from: 1
                    to: dialog.pattern?.cycle ?? 1
                    value: dialog.layout.position + 1
                    onValueModified: dialog.layout.position = value - 1
                }
            }
            FormField {
                width: parent.width
                label: qsTr("Posts that the crews man")
                Rectangle {
                    width: left.width
                    height: Theme.px(236)
                    color: Theme.ground
                    radius: Theme.radius
                    border.width: Theme.hair
                    border.color: Theme.line
                    ListView {
                        anchors.fill: parent
                        anchors.margins: Theme.s1
                        clip: true
                        model: dialog.book.posts.filter(p => p.editable && !p.closed)
                        boundsBehavior: Flickable.StopAtBounds
                        T.ScrollBar.vertical: ScrollBar {}
                        delegate: CheckBox {
                            required property var modelData
                            width: ListView.view.width
                            leftPadding: Theme.s2
                            text: modelData.unit.length > 0 ? modelData.name + " · " + modelData.unitName : modelData.name
                            checked: dialog.layout.posts.includes(modelData.id)
                            onToggled: dialog.layout.setPost(modelData.id, checked)
                        }
                    }
                }
            }
        }
        Item {
            anchors.left: left.right
            anchors.leftMargin: Theme.s5
            anchors.right: parent.right
            height: parent.height
            Row {
                id: crewBar
                anchors.right: parent.right
                spacing: Theme.s2
                Button {
                    text: qsTr("Fill the empty places")
                    onClicked: dialog.layout.fill()
                }
                Button {
                    flat: true
                    text: qsTr("Empty all")
                    onClicked: dialog.layout.empty()
                }
            }
            Label {
                height: Theme.controlHeight
                text: qsTr("Crews")
                strong: true
            }
            Flickable {
                id: crews
                anchors.top: crewBar.bottom
                anchors.topMargin: Theme.s2
                width: parent.width
                height: Theme.px(290)
                contentWidth: Math.max(width, crewRow.implicitWidth)
                contentHeight: crewRow.implicitHeight
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                T.ScrollBar.vertical: ScrollBar {}
                T.ScrollBar.horizontal: ScrollBar {}
                Row {
                    id: crewRow
                    spacing: Theme.s3
                    visible: dialog.layout.posts.length > 0
                    Repeater {
                        model: dialog.layout.crews
                        Column {
                            id: crew
                            required property var modelData
                            required property int index
                            width: Theme.px(164)
                            spacing: Theme.s2
                            Label {
                                text: crew.modelData.name
                                strong: true
                                color: Theme.accent
                            }
                            Repeater {
                                model: crew.modelData.places
                                Column {
                                    id: place
                                    required property var modelData
                                    required property int index
                                    spacing: Theme.px(2)
                                    Label {
                                        width: crew.width
                                        text: place.modelData.postName
                                        quiet: true
                                        font.pixelSize: Theme.tiny
                                    }
                                    PersonBox {
                                        width: crew.width
                                        people: dialog.people
                                        person: place.modelData.person
                                        name: place.modelData.personName
                                        emptyText: qsTr("open")
                                        onPicked: person => dialog.layout.setPerson(crew.index, place.index, person)
                                    }
                                }
                            }
                        }
                    }
                }
                Label {
                    visible: !crewRow.visible
                    text: qsTr("Choose the posts at the left: each crew gets a place for each of them.")
                    quiet: true
                }
            }
            Label {
                id: previewTitle
                anchors.top: crews.bottom
                anchors.topMargin: Theme.s3
                text: qsTr("How it begins")
                strong: true
            }
            LayoutPreview {
                anchors.top: previewTitle.bottom
                anchors.topMargin: Theme.s2
                anchors.bottom: told.top
                width: parent.width
                pattern: dialog.pattern
                days: dialog.layout.preview
            }
            Label {
                id: told
                anchors.bottom: parent.bottom
                width: parent.width
                height: Theme.s6
                text: dialog.layout.problem.length > 0 ? dialog.layout.problem : dialog.layout.replacedCount > 0 ? qsTr("%n planned shift(s) of these posts give way. Nothing is written before you say so.", "", dialog.layout.replacedCount) : qsTr("Nothing is written before you say so.")
                color: dialog.layout.problem.length > 0 ? Theme.late : Theme.quiet
            }
        }
    }
}
