// Where files were last taken from or put, as long as the program runs: at first the person's documents.
pragma Singleton
import QtQuick
import QtCore

QtObject {
    property url last: StandardPaths.writableLocation(StandardPaths.DocumentsLocation)
}
