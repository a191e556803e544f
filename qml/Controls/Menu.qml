pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style

T.Menu {
    id: menu

    // Whoever had the keys has them again: Qt leaves them with the window, where no key does anything.
    property Item keysFrom: null
    onAboutToShow: keysFrom = parent?.Window.activeFocusItem ?? null
    onClosed: {
        if (keysFrom && !keysFrom.Window.activeFocusItem?.parent)
            keysFrom.forceActiveFocus();
        keysFrom = null;
    }

    implicitWidth: Theme.px(200)
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    padding: Theme.s1
    margins: Theme.s2
    delegate: MenuItem {}
    contentItem: ListView {
        implicitHeight: contentHeight
        model: menu.contentModel
        interactive: false
        clip: true
        currentIndex: menu.currentIndex
    }
    background: Rectangle {
        color: Theme.raised
        border.color: Theme.line
        border.width: Theme.hair
        radius: Theme.radius
    }
}
