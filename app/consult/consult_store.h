// The consultations that this seat sees, kept up to date by the feed.
#pragma once

#include "app/link/kept.h"
#include "app/link/source.h"
#include "core/consult/consult.h"

#include <QObject>
#include <QString>

#include <string_view>
#include <vector>

namespace chengyun::console {

/// GUI thread. Pointers are good until the next event.
class ConsultStore : public QObject {
    Q_OBJECT

public:
    explicit ConsultStore(Source& source, QObject* parent = nullptr);

    [[nodiscard]] const std::vector<Consult>& rooms() const { return rooms_.all(); }
    [[nodiscard]] const Consult* room(std::string_view id) const { return rooms_.find(id); }
    /// The one of this order that is not over; null where there is none.
    [[nodiscard]] const Consult* ofOrder(std::string_view order) const;

Q_SIGNALS:
    /// One room is new or another than before.
    void changed(const QString& id);
    /// All may be others.
    void reloaded();

private:
    void load(const SnapshotPtr& snapshot);
    void take(const Entry& entry);

    Kept<Consult, &Consult::id> rooms_;
};

} // namespace chengyun::console
