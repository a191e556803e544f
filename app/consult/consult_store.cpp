#include "app/consult/consult_store.h"

#include "app/text.h"
#include "core/consult/consult_codec.h"

#include <algorithm>

namespace chengyun::console {

ConsultStore::ConsultStore(Source& source, QObject* parent) : QObject(parent) {
    connect(&source, &Source::loaded, this, &ConsultStore::load);
    connect(&source, &Source::arrived, this, [this](const EntriesPtr& entries) {
        for (const auto& entry : *entries)
            take(entry);
    });
}

const Consult* ConsultStore::ofOrder(std::string_view order) const {
    const auto found = std::ranges::find_if(rooms(), [&](const Consult& room) {
        return !order.empty() && room.order == order && !room.ended;
    });
    return found == rooms().end() ? nullptr : &*found;
}

void ConsultStore::load(const SnapshotPtr& snapshot) {
    rooms_.replace(snapshot->values<Consult>());
    Q_EMIT reloaded();
}

void ConsultStore::take(const Entry& entry) {
    for (const auto& room : entry.body.values<Consult>())
        if (rooms_.take(room))
            Q_EMIT changed(qs(room.id));
}

} // namespace chengyun::console
