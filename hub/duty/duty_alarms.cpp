#include "hub/duty/duty_alarms.h"

#include "core/duty/alarms.h"
#include "hub/alarms/alarm_subjects.h"
#include "hub/duty/duty_tables.h"
#include "hub/duty/duty_viewers.h"
#include "hub/journal/journal_kinds.h"

namespace chengyun::hub {

namespace {

/// Of the post's sheets: the hall's and, where a unit plans the post, its own. They are in charge
/// of its shifts, too.
template <class T> // Shift or Handover
Result<AlarmAudience> audience_of(Database& db, const DutyViewers& viewers, std::string_view id) {
    auto found = duty_table<T>().get(db, id);
    if (!found)
        return found.error();
    auto post = duty_table<Post>().get(db, found->post);
    if (!post)
        return post.error();
    auto audience = viewers.of_unit(db, post->unit);
    if (!audience)
        return audience.error();
    return AlarmAudience{false, std::move(audience->areas)};
}

template <class T>
auto may_take(const DutyViewers& viewers) {
    return [&viewers](Database& db, const Account& account, std::string_view id) -> Result<bool> {
        auto audience = audience_of<T>(db, viewers, id);
        if (!audience)
            return audience.error();
        return may_see(account, chengyun::hub::Viewers::by_place, audience->areas, {});
    };
}

template <class T>
Result<bool> stands(Database& db, const AlarmName& name, Instant now) {
    auto found = duty_table<T>().get(db, name.subject);
    if (!found)
        return found.error();
    return chengyun::stands(name, *found, now);
}

} // namespace

void add_alarm_subjects(AlarmSubjects& alarms, const DutyViewers& viewers) {
    alarms.add({duty_alarm::shift,
                [](Database& db, std::string_view id) -> Result<AlarmAudience> {
                    auto shift = duty_table<Shift>().get(db, id);
                    if (!shift)
                        return shift.error();
                    return AlarmAudience{true, {}}; // as the rota
                },
                may_take<Shift>(viewers), stands<Shift>});
    alarms.add({duty_alarm::sheet,
                [&viewers](Database& db, std::string_view id) {
                    return audience_of<Handover>(db, viewers, id);
                },
                may_take<Handover>(viewers), stands<Handover>});
}

} // namespace chengyun::hub
