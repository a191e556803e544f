// Sessions that somebody has signed out of, until the hub has ended them.
#pragma once

#include "app/back_off.h"
#include "app/link/identity.h"

#include <QObject>

#include <vector>

namespace chengyun::console {

class HubLink;
struct Reply;

/// GUI thread. Asks again within 1 s, then twice as long up to a minute, as long as it lives. Only
/// the hub's own word ends a session: 204, or that it does not know the token any more.
class SessionEnd : public QObject {
    Q_OBJECT
public:
    explicit SessionEnd(HubLink& link, QObject* parent = nullptr);

    /// `identity` is not the present one any more.
    void ask(const Identity& identity);
    /// The hub has been asked in vain at least once, and has not ended all of them since.
    [[nodiscard]] bool isOpen() const;

Q_SIGNALS:
    void changed();

private:
    struct Ending {
        Identity identity;
        BackOff again{std::chrono::seconds(1), std::chrono::minutes(1)};
    };

    void send(const Identity& identity);
    void answered(quint64 generation, const Reply& reply);
    [[nodiscard]] std::vector<Ending>::iterator find(quint64 generation);

    HubLink& link_;
    std::vector<Ending> endings_;
};

} // namespace chengyun::console
