// What is to be kept with an order: a picture or a clip, as the bytes that the hub is to get.
#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QString>

namespace chengyun::console {

/// Goes from one part of a seat to another through QML, which does not look into it.
struct Enclosure {
    QByteArray content;
    QByteArray type; ///< "image/jpeg", "video/mp4"
    QString title;   ///< "Snapshot of …", what people see
    QString text;    ///< what it shows: the camera, the hall's time, who took it
};

} // namespace chengyun::console

Q_DECLARE_METATYPE(chengyun::console::Enclosure)
