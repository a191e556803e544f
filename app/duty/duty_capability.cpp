#include "app/duty/duty_capability.h"

#include "app/capability/journal_words.h"
#include "app/duty/duty_words.h"
#include "app/link/language.h"
#include "app/resources/resources_capability.h"
#include "core/pinyin/pinyin.h"

namespace chengyun::console {

DutyCapability::DutyCapability(const Shared& shared, ResourcesCapability& resources)
    : Capability(QStringLiteral("duty")), state_(shared.source, shared.outbox, shared.clock),
      roster_(shared.source, shared.link, shared.clock, shared.session, *resources.store()),
      commands_(roster_, shared.outbox, shared.session, shared.clock),
      onDuty_(roster_, shared.clock), rota_(shared, roster_, commands_, *resources.store()),
      alarms_(roster_, shared.clock), records_(shared, roster_, commands_) {
    nameDutyFields();
    shared.words.add({"duty"}, dutyEntryWords);
    shared.words.add({"shift"},
                     [this](const Entry& entry) { return shiftEntryWords(entry, roster_); });
    connect(&roster_, &DutyRoster::peopleChanged, this, &Capability::findablesChanged);
}

AlarmNews DutyCapability::alarms(const std::vector<Entry>& entries, const Account& account) {
    return alarms_.of(entries, account);
}

std::vector<Alarm> DutyCapability::standingAlarms(const Snapshot& snapshot,
                                                  const Account& /*account*/) {
    return alarms_.standing(snapshot);
}

std::optional<Alarm> DutyCapability::alarmOf(const AlarmName& name) const {
    return alarms_.named(name);
}

void DutyCapability::forgetAlarms() {
    alarms_.forget();
}

std::vector<Findable> DutyCapability::findables() const {
    std::vector<Findable> items;
    for (const auto& person : roster_.people())
        if (person.active)
            items.push_back({"duty_person", person.id, person.name,
                             person.phones.empty() ? std::string() : person.phones.front(),
                             pinyin_initials(person.name), pinyin(person.name), 5});
    return items;
}

FoundLook DutyCapability::lookOf(const Findable& found) const {
    auto look = Capability::lookOf(found);
    look.kindName = tr("Person on duty");
    look.icon = QStringLiteral("user");
    if (const auto* person = roster_.person(found.id)) {
        look.title = qs(person->name);
        look.subtitle = joined({roster_.unitName(qs(person->unit)),
                                person->phones.empty() ? QString() : qs(person->phones.front())});
    }
    return look;
}

} // namespace chengyun::console
