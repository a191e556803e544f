// The system screen: its parts at the left, the chosen one beside them.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls
import Chengyun.Link
import Chengyun.Alarm

FocusScope {
    id: page

    required property Session session
    required property Outbox outbox
    required property AlarmBell bell
    property string part: "link"
    property string language: "zh_CN"
    property int scalePercent: 0
    property string version: ""
    property string areaName: ""
    property list<string> leftOutMaps: []
    signal partPicked(string part)
    signal languageWanted(string language)
    signal darkWanted(bool dark)
    signal scaleWanted(int percent)
    signal signOut
    signal writeAgain(string key)
    signal copyWanted(string text)

    readonly property var icons: ({
            "link": "link",
            "look": "sun",
            "account": "user",
            "about": "info"
        })
    function nameOf(part: string): string {
        switch (part) {
        case "link":
            return qsTr("Link and outbox");
        case "look":
            return qsTr("This seat");
        case "account":
            return qsTr("Account");
        default:
            return qsTr("About");
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
    ListView {
        id: parts
        width: Theme.px(220)
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.margins: Theme.s3
        focus: true
        interactive: false
        activeFocusOnTab: true
        spacing: Theme.s1 / 2
        Accessible.role: Accessible.PageTabList
        Accessible.name: qsTr("Parts of the system screen")
        // Keys alone: a list whose names are translated here would begin anew, at its first part, with
        // each change of the language.
        model: ["link", "look", "account", "about"]
        delegate: RowBase {
            id: entry
            required property string modelData
            required property int index
            width: parts.width
            implicitHeight: Theme.px(40)
            ruled: false
            current: page.part === modelData
            text: page.nameOf(modelData)
            Accessible.role: Accessible.PageTab
            onClicked: page.partPicked(modelData)
            Icon {
                x: Theme.s3
                anchors.verticalCenter: parent.verticalCenter
                name: page.icons[entry.modelData]
                color: entry.current ? Theme.accent : Theme.quiet
            }
            Label {
                x: Theme.px(40)
                anchors.verticalCenter: parent.verticalCenter
                text: entry.text
                strong: entry.current
            }
            Tag {
                visible: entry.modelData === "link" && page.outbox.count > 0
                anchors.right: parent.right
                anchors.rightMargin: Theme.s2
                anchors.verticalCenter: parent.verticalCenter
                text: String(page.outbox.count)
                tone: page.outbox.failed > 0 ? Theme.late : Theme.accent
            }
        }
        onCurrentIndexChanged: if (activeFocus && currentIndex >= 0)
            page.partPicked(model[currentIndex])
    }
    Rule {
        id: edge
        vertical: true
        anchors.left: parts.right
        anchors.leftMargin: Theme.s3
        height: parent.height
    }
    Loader {
        anchors.left: edge.right
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.margins: Theme.s4
        sourceComponent: page.part === "link" ? link : page.part === "look" ? look : page.part === "account" ? account : about
    }
    Component {
        id: link
        LinkPage {
            session: page.session
            outbox: page.outbox
            onWriteAgain: key => page.writeAgain(key)
            onCopyWanted: text => page.copyWanted(text)
        }
    }
    Component {
        id: look
        LookPage {
            bell: page.bell
            language: page.language
            scalePercent: page.scalePercent
            leftOutMaps: page.leftOutMaps
            onLanguageWanted: language => page.languageWanted(language)
            onDarkWanted: dark => page.darkWanted(dark)
            onScaleWanted: percent => page.scaleWanted(percent)
        }
    }
    Component {
        id: account
        AccountPage {
            session: page.session
            areaName: page.areaName
            onSignOut: page.signOut()
        }
    }
    Component {
        id: about
        AboutPage {
            version: page.version
        }
    }
}
