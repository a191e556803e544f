#include "app/capability/capability.h"

#include "app/text.h"

namespace chengyun::console {

Capability::Capability(QString name, QObject* parent) : QObject(parent), name_(std::move(name)) {}

void Capability::forgetViews() {}

std::vector<Alarm> Capability::alarms(const Entry& /*entry*/, const Account& /*account*/) {
    return {};
}

std::vector<Alarm> Capability::missedAlarms(const Snapshot& /*snapshot*/,
                                            const Account& /*account*/) {
    return {};
}

void Capability::forgetAlarms() {}

std::vector<Findable> Capability::findables() const {
    return {};
}

FoundLook Capability::lookOf(const Findable& found) const {
    FoundLook look;
    look.title = qs(found.name);
    return look;
}

} // namespace chengyun::console
