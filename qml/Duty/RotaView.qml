// The rota of a month: posts and days, edited by mouse and keys.
import QtQuick

FocusScope {
    required property DutyCapability duty
}
