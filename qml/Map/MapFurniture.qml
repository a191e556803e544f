// What stands at the map's edges: zoom buttons and north, scale, coordinates, whose map it is.
pragma ComponentBehavior: Bound
import QtQuick
import QtQml.Models
import QtLocation
import QtPositioning
import Chengyun.Style
import Chengyun.Controls

Item {
    id: furniture

    required property Map map
    required property PointLayer points
    required property var layers ///< of MapLayer
    required property string attribution
    required property point pointer
    required property bool pointing
    /// The configured base maps beside the embedded one, and the name of the one that is shown.
    required property var sources
    required property string sourceName

    signal sourceWanted(string name)
    signal zoomWanted(real steps)
    signal wholeWanted
    signal northWanted

    property geoCoordinate readPlace
    property bool legendShown: false

    function read(): void {
        furniture.readPlace = furniture.pointing ? furniture.points.toPlace(furniture.pointer) : furniture.points.center;
    }
    onPointerChanged: furniture.read()
    onPointingChanged: furniture.read()
    Component.onCompleted: furniture.read()
    Connections {
        target: furniture.points
        function onViewChanged(): void {
            furniture.read();
        }
    }

    Later {
        wanted: furniture.legendShown
        visible: wanted
        anchors.right: buttons.left
        anchors.rightMargin: Theme.s2
        anchors.bottom: buttons.bottom
        MapLegend {
            layers: furniture.layers
            Shield {}
        }
    }
    Column {
        id: buttons
        anchors.right: parent.right
        anchors.rightMargin: Theme.s3
        anchors.bottom: footer.top
        anchors.bottomMargin: Theme.s3
        spacing: Theme.s2

        MapButton {
            text: qsTr("Legend")
            icon.name: "legend"
            tint: furniture.legendShown ? Theme.accent : Theme.quiet
            onClicked: furniture.legendShown = !furniture.legendShown
        }
        MapButton {
            id: sourceButton
            visible: furniture.sources.length > 0
            text: qsTr("Base map")
            icon.name: "layers"
            onClicked: {
                const menu = sourceMenu.get() as Menu;
                menu.popup(sourceButton, -menu.width - Theme.s2, 0);
            }
            Later {
                id: sourceMenu
                Menu {
                    id: menu
                    MenuItem {
                        text: qsTr("Built-in map")
                        checkable: true
                        checked: furniture.sourceName.length === 0
                        onTriggered: furniture.sourceWanted("")
                    }
                    Instantiator {
                        model: furniture.sources
                        delegate: MenuItem {
                            required property var modelData
                            text: modelData.title
                            checkable: true
                            checked: furniture.sourceName === modelData.name
                            onTriggered: furniture.sourceWanted(modelData.name)
                        }
                        onObjectAdded: (index, object) => menu.insertItem(index + 1, object)
                        onObjectRemoved: (index, object) => menu.removeItem(object)
                    }
                }
            }
        }
        MapButton {
            text: qsTr("Whole district")
            key: "Home"
            icon.name: "expand"
            onClicked: furniture.wholeWanted()
        }
        MapButton {
            visible: furniture.map !== null && Math.abs(furniture.map.bearing % 360) > 0.5
            text: qsTr("North up")
            key: "N"
            icon.name: "north"
            onClicked: furniture.northWanted()
        }
        Rectangle {
            width: Theme.controlHeight
            height: 2 * Theme.controlHeight + Theme.hair
            radius: Theme.radius
            color: Theme.surface
            border.color: Theme.line
            border.width: Theme.hair
            Shield {}
            Column {
                IconButton {
                    text: qsTr("Zoom in")
                    key: "+"
                    icon.name: "plus"
                    focusPolicy: Qt.NoFocus
                    onClicked: furniture.zoomWanted(1)
                }
                Rectangle {
                    width: Theme.controlHeight
                    height: Theme.hair
                    color: Theme.line
                }
                IconButton {
                    text: qsTr("Zoom out")
                    key: "−"
                    icon.name: "minus"
                    focusPolicy: Qt.NoFocus
                    onClicked: furniture.zoomWanted(-1)
                }
            }
        }
    }

    component Plate: Rectangle {
        required property Item under
        visible: under.visible && under.width > 0
        x: under.x - Theme.s1
        y: under.y - Theme.s1 / 2
        width: Math.min(under.implicitWidth, under.width) + 2 * Theme.s1
        height: under.height + Theme.s1
        radius: Theme.radius / 2
        color: Qt.alpha(Theme.ground, Theme.dark ? 0.7 : 0.95)
    }
    Plate {
        under: footer
    }
    Plate {
        under: credit
    }
    Row {
        id: footer
        anchors.right: parent.right
        anchors.rightMargin: Theme.s3
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s2
        spacing: Theme.s4
        layoutDirection: Qt.RightToLeft

        Text {
            anchors.bottom: parent.bottom
            visible: furniture.readPlace.isValid
            text: furniture.readPlace.isValid ? Format.place(furniture.readPlace.longitude, furniture.readPlace.latitude) : ""
            color: Theme.quiet
            style: Text.Outline
            styleColor: Qt.alpha(Theme.ground, 0.8)
            font.family: Theme.family
            font.pixelSize: Theme.tiny
            font.features: {
                "tnum": 1
            }
            textFormat: Text.PlainText
            Accessible.name: qsTr("Longitude and latitude: %1").arg(text)
        }
        ScaleBar {
            anchors.bottom: parent.bottom
            map: furniture.map
        }
    }
    Text {
        id: credit
        anchors.left: parent.left
        anchors.leftMargin: Theme.s3
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s2
        width: Math.max(0, footer.x - 2 * Theme.s3)
        text: furniture.attribution
        color: Theme.faint
        style: Text.Outline
        styleColor: Qt.alpha(Theme.ground, 0.8)
        font.family: Theme.family
        font.pixelSize: Theme.tiny
        elide: Text.ElideRight
        textFormat: Text.PlainText
    }
}
