// Whether this seat is locked, for controls that open windows of their own: those do not lie under the lock
// page.
pragma Singleton
import QtQuick

QtObject {
    property bool locked: false
}
