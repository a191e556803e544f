#include "app/video/camera_health_words.h"

#include "app/link/language.h"
#include "core/resource/camera_health_codec.h"

#include <QCoreApplication>

namespace chengyun::console {

namespace {

class CameraWords {
    Q_DECLARE_TR_FUNCTIONS(CameraWords)
};

} // namespace

QString faultName(CameraFault fault) {
    switch (fault) {
    case CameraFault::none:
        return CameraWords::tr("Gives a picture");
    case CameraFault::bad_address:
        return CameraWords::tr("The stream address is not valid");
    case CameraFault::unreachable:
        return CameraWords::tr("The camera or gateway does not answer");
    case CameraFault::not_found:
        return CameraWords::tr("The gateway knows no such camera");
    case CameraFault::unauthorized:
        return CameraWords::tr("The camera or gateway refuses the user name or password");
    case CameraFault::transport_refused:
        return CameraWords::tr("The pictures come neither by TCP nor by UDP");
    case CameraFault::no_pictures:
        return CameraWords::tr("The stream has no pictures");
    case CameraFault::no_key_picture:
        return CameraWords::tr("Waiting for a whole picture from the camera");
    case CameraFault::undecodable:
        return CameraWords::tr("The stream's format cannot be decoded here");
    case CameraFault::stalled:
        return CameraWords::tr("No picture arrives any more");
    case CameraFault::ended:
        return CameraWords::tr("The stream has ended");
    }
    Q_UNREACHABLE();
}

EntryWords cameraEntryWords(const Entry& entry) {
    EntryWords words;
    const auto& health = entry.body.values<CameraHealth>();
    if (health.empty())
        return words;
    const auto name = entry.body.note.find("name");
    words.title = (health.front().online() ? CameraWords::tr("Camera %1 gives a picture again")
                                           : CameraWords::tr("Camera %1 gives no picture"))
                      .arg(name == entry.body.note.end() ? QString() : qs(name->second));
    if (!health.front().online())
        words.text = faultName(health.front().fault);
    return words;
}

} // namespace chengyun::console
