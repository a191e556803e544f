#include "hub/duty/duty_alarms.h"

#include "core/duty/alarms.h"
#include "hub/alarms/alarm_subjects.h"
#include "hub/duty/duty_tables.h"
#include "hub/duty/duty_viewers.h"

namespace chengyun::hub {

void add_alarm_subjects(AlarmSubjects& alarms, const DutyViewers& viewers) {
    alarms.add({duty_alarm::shift,
                [](Database& db, std::string_view id) -> Result<AlarmAudience> {
                    auto shift = duty_table<Shift>().get(db, id);
                    if (!shift)
                        return shift.error();
                    return AlarmAudience{true, {}}; // as the rota
                },
                [](Database& db, const AlarmName& name, Instant now) -> Result<bool> {
                    auto shift = duty_table<Shift>().get(db, name.subject);
                    if (!shift)
                        return shift.error();
                    return chengyun::stands(name, *shift, now);
                }});
    alarms.add({duty_alarm::sheet,
                [&viewers](Database& db, std::string_view id) -> Result<AlarmAudience> {
                    auto sheet = duty_table<Handover>().get(db, id);
                    if (!sheet)
                        return sheet.error();
                    auto post = duty_table<Post>().get(db, sheet->post);
                    if (!post)
                        return post.error();
                    auto audience = viewers.of_unit(db, post->unit);
                    if (!audience)
                        return audience.error();
                    return AlarmAudience{false, std::move(audience->areas)};
                },
                [](Database& db, const AlarmName& name, Instant now) -> Result<bool> {
                    auto sheet = duty_table<Handover>().get(db, name.subject);
                    if (!sheet)
                        return sheet.error();
                    return chengyun::stands(name, *sheet, now);
                }});
}

} // namespace chengyun::hub
