// The ground of a panel that floats over something: clicks and wheel turns that nothing on the panel
// wants end here. A TapHandler would only listen in, and what lies beneath would act as well.
import QtQuick

MouseArea {
    anchors.fill: parent
    acceptedButtons: Qt.AllButtons
    hoverEnabled: true
    onWheel: wheel => wheel.accepted = true
}
