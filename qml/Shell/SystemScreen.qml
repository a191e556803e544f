// The system screen with the frame's own pages and those of the parts.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Capability
import Chengyun.Link
import Chengyun.System as System

System.SystemPages {
    id: screen

    required property Seat seat
    required property ScreenLock screenLock
    required property OwnPassword ownPassword
    property int scalePercent: 0
    property int lockMinutes: 0
    property string version: ""
    property list<string> leftOutMaps: []

    current: seat.systemPage
    onPicked: page => seat.systemPage = page
    pages: [link, look, account].concat(seat.gathered("systemPages", []), [about])

    SystemPage {
        id: link
        name: "link"
        title: qsTr("Link and outbox")
        icon: "link"
        badge: screen.seat.outbox.count
        grave: screen.seat.outbox.failed > 0
        component: System.LinkPage {
            session: screen.seat.session
            outbox: screen.seat.outbox
            function isWritable(kind: string): bool {
                return screen.seat.isWritable(kind);
            }
            onWriteAgain: (kind, key) => screen.seat.writeAgain(kind, key)
            onCopyWanted: text => screen.seat.copy(text)
        }
    }
    SystemPage {
        id: look
        name: "look"
        title: qsTr("This seat")
        icon: "sun"
        component: System.LookPage {
            language: screen.seat.language
            scalePercent: screen.scalePercent
            lockMinutes: screen.lockMinutes
            settings: screen.seat.gathered("settings", [])
            leftOutMaps: screen.leftOutMaps
            onLanguageWanted: language => screen.seat.languageWanted(language)
            onDarkWanted: dark => screen.seat.darkWanted(dark)
            onScaleWanted: percent => screen.seat.scaleWanted(percent)
            onLockAfterWanted: minutes => screen.seat.lockAfterWanted(minutes)
        }
    }
    SystemPage {
        id: account
        name: "account"
        title: qsTr("Account")
        icon: "user"
        component: System.AccountPage {
            session: screen.seat.session
            ownPassword: screen.ownPassword
            areaName: screen.seat.districtName
            onLock: screen.screenLock.lock()
            onSaid: text => screen.seat.say(text, false)
            onSignOut: screen.seat.session.signOut()
        }
    }
    SystemPage {
        id: about
        name: "about"
        title: qsTr("About")
        icon: "info"
        component: System.AboutPage {
            version: screen.version
        }
    }
}
