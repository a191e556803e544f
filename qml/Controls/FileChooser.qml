// Asks for a file in the system's own dialog or, where the system has none, in one of this window. It begins in
// the folder of last time; a file to save has a name already, which says what it holds and of when.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs as Dialogs

Dialogs.FileDialog {
    id: chooser

    // A window of the system's own lies over the lock page, and writes what this seat shows.
    readonly property bool seatLocked: SeatLocked.locked
    onSeatLockedChanged: if (chooser.seatLocked)
        chooser.close()

    property bool saves: false
    property bool several: false
    /// What a file to save holds ("Orders"); with the time it is the name that is offered.
    property string offered: ""

    /// Without signs that systems do not take in file names.
    function offeredName(): string {
        return (chooser.offered + " " + Format.stamp(Clock.now)).replace(/[\\/:*?"<>|]/g, "-") + "." + chooser.defaultSuffix;
    }
    function ask(): void {
        if (chooser.seatLocked)
            return;
        chooser.currentFolder = Folders.last;
        if (chooser.saves)
            chooser.selectedFile = Folders.last + "/" + encodeURIComponent(chooser.offeredName());
        chooser.open();
    }
    fileMode: saves ? Dialogs.FileDialog.SaveFile : several ? Dialogs.FileDialog.OpenFiles : Dialogs.FileDialog.OpenFile
    onAccepted: Folders.last = chooser.currentFolder
}
