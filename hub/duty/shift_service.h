// What happens to a shift: check-in, standing in, its end, and the ring when nobody comes.
#pragma once

#include "core/duty/commands.h"
#include "hub/duty/duty_actor.h"
#include "hub/duty/duty_deadlines.h"
#include "hub/duty/duty_entry.h"

namespace chengyun::hub {

/// Commands only inside a Transaction; each answers with Done.
class ShiftService {
public:
    explicit ShiftService(DutyDeadlines& deadlines) : deadlines_(deadlines) {}

    /// His own at a seat or in the field; of another person who telephoned, by those who lead or
    /// plan: invalid_field ("from") otherwise.
    [[nodiscard]] Result<Answer> check_in(Transaction& tx, const Account& account,
                                          const std::string& id, const CheckIn& command);
    /// Gives the shift to an active person. Its rings go on until he has checked in.
    [[nodiscard]] Result<Answer> stand_in(Transaction& tx, const Account& account,
                                          const std::string& id, const StandIn& command);
    /// A shift whose post hands over is closed by its sheet: wrong_state ("handover") until then.
    [[nodiscard]] Result<Answer> close(Transaction& tx, const Account& account,
                                       const std::string& id);

    /// Nobody has checked in by now: appends shift.late, and lets the ring climb.
    [[nodiscard]] Result<> ring(Transaction& tx, const DutyRing& ring);

private:
    struct Loaded {
        DutyActor actor;
        Shift shift;
        Post post;
        std::vector<ShiftSide> sides;
    };
    [[nodiscard]] static Result<Loaded> load(Transaction& tx, const Account& account,
                                             const std::string& id);
    [[nodiscard]] Result<Answer> keep(Transaction& tx, const Account& account, const Loaded& before,
                                      Shift after, std::string_view kind);

    DutyDeadlines& deadlines_;
};

} // namespace chengyun::hub
