// A one-time address that signs a team's phone in.
#pragma once

#include "app/link/one_time_link.h"

namespace chengyun::console {

/// GUI thread.
class PhoneLink : public OneTimeLink {
    Q_OBJECT
public:
    explicit PhoneLink(HubLink& link, QObject* parent = nullptr) : OneTimeLink(link, parent) {}

    /// Asks the hub for one. Those made for the team before stop working.
    Q_INVOKABLE void make(const QString& unit, const QString& unitName);
};

} // namespace chengyun::console
