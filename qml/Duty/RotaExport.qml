// The rota of a month as a file: as PDF for the wall, as a spreadsheet for all else. What is written counts,
// not what a planner has changed since.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Controls

Menu {
    id: menu

    required property DutyExports exports
    /// The district's name, for the head.
    property string hall: ""
    /// "2026-07-01": any day of the month.
    property string day: ""
    property string format: ""

    function ask(format: string): void {
        menu.format = format;
        saver.ask();
    }
    function write(file: url): void {
        const year = Number(menu.day.slice(0, 4));
        const month = Number(menu.day.slice(5, 7));
        if (menu.format === "xlsx")
            menu.exports.rotaXlsx(year, month, file, menu.hall);
        else
            menu.exports.rotaPdf(year, month, menu.format === "a3", file, menu.hall);
    }
    MenuItem {
        icon.name: "export"
        text: qsTr("PDF, A3")
        onTriggered: menu.ask("a3")
    }
    MenuItem {
        icon.name: "export"
        text: qsTr("PDF, A4")
        onTriggered: menu.ask("a4")
    }
    MenuItem {
        icon.name: "export"
        text: qsTr("Spreadsheet")
        onTriggered: menu.ask("xlsx")
    }
    readonly property FileChooser saver: FileChooser {
        id: saver
        title: qsTr("Save the rota of the month")
        saves: true
        offered: Format.joined([menu.hall, qsTr("rota %1").arg(menu.day.slice(0, 7))])
        defaultSuffix: menu.format === "xlsx" ? "xlsx" : "pdf"
        nameFilters: [menu.format === "xlsx" ? qsTr("Spreadsheet (*.xlsx)") : qsTr("PDF (*.pdf)")]
        onAccepted: menu.write(selectedFile)
    }
}
