// What one enters a conference with, as the hub gives it (POST /api/v1/consults/{id}/ticket).
#pragma once

#include <QString>
#include <QUrl>

namespace chengyun::console {

struct ConferenceTicket {
    QUrl url;       ///< of the media server: ws:// or wss://
    QString room;   ///< id of the consultation
    QString token;  ///< a secret; in no log
    QString feed;   ///< the name to publish under
    QString member; ///< one's own, as the hall knows him
};

} // namespace chengyun::console
