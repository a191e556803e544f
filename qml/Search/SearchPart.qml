// What the search gives a seat: the command bar with all commands and screens, and the field over the map.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Capability
import Chengyun.Controls

Part {
    id: part

    required property SearchCapability search
    readonly property alias palette: commandPalette
    readonly property bool paletteOpened: (commandPalette.item as CommandPalette)?.opened ?? false
    /// What is typed says what is to be done with what it finds, and where (Part.aim).
    property var aimed: null
    /// What can be run now.
    readonly property var entries: {
        const entry = command => ({
                "id": command.name,
                "title": command.enabled ? command.title : "",
                "shortcut": command.keyText,
                "words": command.words
            });
        const pages = part.seat.pages.map(page => ({
                    "id": "go." + page.name,
                    "title": page.goTitle,
                    "shortcut": "",
                    "words": page.words
                }));
        const own = Array.from(part.seat.ownCommands).map(entry);
        return part.seat.gathered("commands", []).map(entry).concat(pages, own).filter(one => one.title.length > 0);
    }

    commands: [
        Command {
            name: "search"
            sequence: "Ctrl+K"
            hint: qsTr("commands")
            onRun: part.paletteOpened ? part.made().close() : part.begin()
        },
        Command {
            name: "search.map"
            sequence: "Ctrl+F"
            enabled: part.seat.screen === "map"
            onRun: find.begin()
        }
    ]
    pictures: SearchPictures {
        seatPart: part
    }

    function begin(): void {
        part.search.commands.text = "";
        part.made().open();
    }
    function made(): CommandPalette {
        return commandPalette.get() as CommandPalette;
    }
    function register(): void {
        part.search.commands.setCommands(part.entries);
    }
    onEntriesChanged: Qt.callLater(part.register)
    Connections {
        target: part.search.commands
        function onTextChanged(): void {
            part.aimed = part.seat.aim(part.search.commands.text);
        }
        function onCommandChosen(id: string): void {
            part.seat.run(id, undefined);
        }
        function onTargetChosen(kind: string, id: string): void {
            part.seat.show(kind, id);
        }
    }
    Connections {
        target: part.search.mapSearch
        function onTargetChosen(kind: string, id: string): void {
            part.seat.show(kind, id);
        }
    }
    Button {
        parent: part.seat.headLeft
        anchors.verticalCenter: parent.verticalCenter
        visible: part.seat.width > Theme.px(1100)
        implicitHeight: Theme.px(30)
        icon.name: "search"
        text: qsTr("Search or run")
        key: "Ctrl+K"
        onClicked: part.begin()
    }
    Later {
        id: commandPalette
        CommandPalette {
            bar: part.search.commands
            aim: part.aimed
        }
    }
    FindField {
        id: find
        parent: part.seat.map.cornerSlot
        width: parent.width
        bar: part.search.mapSearch
    }
}
