// What the alarm desk asks about duty: shifts that nobody came for, and sheets that nobody accepts.
#pragma once

namespace chengyun::hub {

class AlarmSubjects;
class DutyViewers;

/// `viewers` must live as long as commands may come.
void add_alarm_subjects(AlarmSubjects& alarms, const DutyViewers& viewers);

} // namespace chengyun::hub
