// A one-time address by which a guest without an account comes to the lobby of a room.
#pragma once

#include "app/link/one_time_link.h"

namespace chengyun::console {

/// GUI thread.
class GuestLink : public OneTimeLink {
    Q_OBJECT
public:
    explicit GuestLink(HubLink& link, QObject* parent = nullptr) : OneTimeLink(link, parent) {}

    /// Asks the hub for one; only the chair of the room gets it. `name`: how the chair calls the
    /// guest, who says the own name later.
    Q_INVOKABLE void invite(const QString& room, const QString& name);
};

} // namespace chengyun::console
