// The workstation: the frame around what the capabilities give (rail, head, foot, screens, news).
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Capability
import Chengyun.Link
import Chengyun.Map

Seat {
    id: workstation

    required property ScreenLock screenLock
    required property OwnPassword ownPassword
    property int scalePercent: 0
    property int lockMinutes: 0
    property string version: ""
    /// Nothing moves but the clock.
    readonly property bool resting: stillness.still

    map: mapScreen
    headLeft: statusBar.leftSlot
    headRight: statusBar.rightSlot
    notices: noticeSlot
    onSaid: (text, failed) => news.show(text, failed)
    onCopyWanted: text => clipboard.put(text)

    ownPages: [
        Page {
            name: "map"
            title: qsTr("Map")
            icon: "map"
            rank: 0
            goTitle: qsTr("Go to the map")
            words: "ditu yizhangtu yzt yitu yt map 一张图 一图 地图"
        },
        Page {
            name: "system"
            title: qsTr("System")
            icon: "system"
            rank: 100
            apart: true
            badge: workstation.outbox.failed
            goTitle: qsTr("Go to system")
            words: "xitong xt daifa outbox settings 系统 待发"
            component: SystemScreen {
                focus: true
                seat: workstation
                version: workstation.version
                scalePercent: workstation.scalePercent
                lockMinutes: workstation.lockMinutes
                screenLock: workstation.screenLock
                ownPassword: workstation.ownPassword
                leftOutMaps: leftOut.lines
            }
        }
    ]
    ownCommands: [
        Command {
            name: "language"
            title: workstation.language === "en" ? "切换到中文" : "Switch to English"
            words: "yuyan yy language zhongwen english 语言"
            onRun: workstation.languageWanted(workstation.language === "en" ? "zh_CN" : "en")
        },
        Command {
            name: "theme"
            title: Theme.dark ? qsTr("Light theme") : qsTr("Dark theme")
            words: "zhuti zt theme 主题 浅色 深色"
            onRun: workstation.darkWanted(!Theme.dark)
        },
        Command {
            name: "map.symbols"
            title: qsTr("Go through the map's symbols by keys (Ctrl+arrows)")
            words: "ditu fuhao jianpan dtfh symbols keys 符号 键盘"
            onRun: {
                workstation.screen = "map";
                mapScreen.ringSymbols();
            }
        },
        Command {
            name: "map.choose"
            title: qsTr("Choose all that the map shows")
            words: "quanxuan qx ditu xuanze select all 全选 选择"
            onRun: {
                workstation.screen = "map";
                mapScreen.chooseSeen();
            }
        },
        Command {
            name: "retry"
            title: qsTr("Try the hub now")
            words: "chonglian cl reconnect 重连"
            onRun: {
                workstation.session.retry();
                workstation.outbox.retryNow();
            }
        },
        Command {
            name: "lock"
            title: qsTr("Lock the seat")
            words: "suoding sd suoping sp likai lk lock 锁定 锁屏 离开"
            sequence: "Ctrl+L"
            // A window's shortcut is dead while a menu, a list or a dialog is open, and people leave then, too.
            context: Qt.ApplicationShortcut
            onRun: workstation.screenLock.lock()
        },
        Command {
            name: "signout"
            title: qsTr("Sign out")
            words: "tuichu tc logout 退出"
            onRun: workstation.session.signOut()
        }
    ]
    ownPictures: SeatPictures {
        seat: workstation
        lockPage: cover
    }
    LeftOutMaps {
        id: leftOut
        tiles: workstation.tiles
        // All of them stand under System; a seat with many is not told each in turn.
        Component.onCompleted: {
            for (const line of lines.slice(0, 2))
                news.show(line, true);
        }
    }

    StatusBar {
        id: statusBar
        width: parent.width
        seat: workstation
        onLockWanted: workstation.screenLock.lock()
    }
    // All but the head is a picture while nothing moves: the seconds in the head do not have it drawn anew.
    Item {
        id: body
        anchors.top: statusBar.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        layer.enabled: stillness.still

        Stillness {
            id: stillness
            window: workstation.Window.window
        }
        Rectangle {
            anchors.fill: parent
            color: Theme.ground
        }
        // In the place of the keys: nothing that somebody is about to press moves when the link goes or comes.
        OfflineBanner {
            id: banner
            anchors.fill: foot
            z: 1
            visible: workstation.session.state === Session.Offline
            session: workstation.session
            outbox: workstation.outbox
            onOutboxWanted: workstation.goSystem("link")
        }
        NavRail {
            id: rail
            anchors.top: parent.top
            anchors.bottom: foot.top
            width: Theme.railWidth
            pages: workstation.pages
            screen: workstation.screen
            onPicked: screen => workstation.go(screen)
        }
        Item {
            anchors.left: rail.right
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.bottom: foot.top

            MapScreen {
                id: mapScreen
                anchors.fill: parent
                visible: workstation.screen === "map"
                focus: visible
                tiles: workstation.tiles
                mapFeed: workstation.mapFeed
                ownSettings: workstation.session.ownSettings
                location: workstation.settingsFile
                language: workstation.language
                selectedIds: workstation.gathered("selectedIds", [])
                sideWanted: workstation.sideOwner !== null
                layers: workstation.byRank(workstation.gathered("mapLayers", []))
                actions: workstation.gathered("mapActions", [])
                selectionActions: workstation.gathered("selectionActions", [])
                onClicked: (kind, id) => workstation.open(kind, id)
                function places(): var {
                    return workstation.places();
                }
                function actionsOn(things: var): var {
                    return workstation.actionsOn(things);
                }
                onCopyWanted: text => clipboard.put(text)
                onSaid: (text, failed) => news.show(text, failed)
            }
            // Made when they are first looked at: a start waits for the map only.
            Repeater {
                model: workstation.pages.filter(page => page.component)
                Loader {
                    required property var modelData
                    readonly property bool shown: workstation.screen === modelData.name
                    property bool visited: false
                    anchors.fill: parent
                    visible: shown
                    focus: shown
                    active: visited
                    sourceComponent: modelData.component
                    onShownChanged: if (shown)
                        visited = true
                    onItemChanged: modelData.item = item
                }
            }
        }
        FootBar {
            id: foot
            anchors.bottom: parent.bottom
            width: parent.width
            commands: workstation.commands.filter(command => command.hint.length > 0 && command.enabled)
            onBack: workstation.back()
        }
        // Above what stands below the map: its axis is read while news come. The place of a notice is kept free under the
        // news, so that neither moves the other.
        Column {
            id: noticeSlot
            anchors.bottom: foot.top
            anchors.bottomMargin: Theme.s4 + (workstation.screen === "map" ? mapScreen.belowHeight : 0)
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.s2
        }
        SeatNews {
            id: news
            seat: workstation
            anchors.bottom: foot.top
            anchors.bottomMargin: noticeSlot.anchors.bottomMargin + Theme.px(48) + Theme.s2
            anchors.horizontalCenter: parent.horizontalCenter
        }
    }
    Clipboard {
        id: clipboard
    }
    LockPage {
        id: cover
        visible: workstation.screenLock.locked
        screenLock: workstation.screenLock
        session: workstation.session
        outbox: workstation.outbox
        ringing: workstation.parts.reduce((sum, part) => sum + part.ringing, 0)
    }
}
