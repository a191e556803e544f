// Duty as a capability of the console: who leads the hall, its mode, the roster, and what of it
// rings.
#pragma once

#include "app/capability/capability.h"
#include "app/duty/duty_alarms.h"
#include "app/duty/duty_commands.h"
#include "app/duty/duty_records.h"
#include "app/duty/duty_state.h"
#include "app/duty/on_duty_model.h"
#include "app/duty/roster.h"
#include "app/duty/rota_desk.h"

namespace chengyun::console {

class ResourcesCapability;

/// GUI thread.
class DutyCapability : public Capability {
    Q_OBJECT
    Q_PROPERTY(chengyun::console::DutyState* state READ state CONSTANT)
    Q_PROPERTY(chengyun::console::DutyRoster* roster READ roster CONSTANT)
    Q_PROPERTY(chengyun::console::DutyCommands* commands READ commands CONSTANT)
    Q_PROPERTY(chengyun::console::OnDutyModel* onDuty READ onDuty CONSTANT)
    Q_PROPERTY(chengyun::console::RotaDesk* rota READ rota CONSTANT)
    Q_PROPERTY(chengyun::console::DutyRecords* records READ records CONSTANT)

public:
    DutyCapability(const Shared& shared, ResourcesCapability& resources);

    [[nodiscard]] DutyState* state() { return &state_; }
    [[nodiscard]] DutyRoster* roster() { return &roster_; }
    [[nodiscard]] DutyCommands* commands() { return &commands_; }
    [[nodiscard]] OnDutyModel* onDuty() { return &onDuty_; }
    [[nodiscard]] RotaDesk* rota() { return &rota_; }
    [[nodiscard]] DutyRecords* records() { return &records_; }

    [[nodiscard]] bool hasPanes() const override { return true; }
    [[nodiscard]] AlarmNews alarms(const std::vector<Entry>& entries,
                                   const Account& account) override;
    [[nodiscard]] std::vector<Alarm> standingAlarms(const Snapshot& snapshot,
                                                    const Account& account) override;
    [[nodiscard]] std::optional<Alarm> alarmOf(const AlarmName& name) const override;
    void forgetAlarms() override;
    /// People, by name, pinyin and telephone number.
    [[nodiscard]] std::vector<Findable> findables() const override;
    [[nodiscard]] FoundLook lookOf(const Findable& found) const override;

private:
    DutyState state_;
    DutyRoster roster_;
    DutyCommands commands_;
    OnDutyModel onDuty_;
    RotaDesk rota_;
    DutyAlarms alarms_;
    DutyRecords records_;
};

} // namespace chengyun::console
