// What duty writes down: handover sheets, the log, requests, figures, and files of them.
#pragma once

#include "app/duty/duty_exports.h"
#include "app/duty/figures_model.h"
#include "app/duty/handover_model.h"
#include "app/duty/log_model.h"
#include "app/duty/request_list_model.h"

namespace chengyun::console {

struct Shared;

/// GUI thread.
class DutyRecords : public QObject {
    Q_OBJECT
    Q_PROPERTY(chengyun::console::HandoverListModel* sheets READ sheets CONSTANT)
    Q_PROPERTY(chengyun::console::HandoverModel* sheet READ sheet CONSTANT)
    Q_PROPERTY(chengyun::console::LogModel* log READ log CONSTANT)
    Q_PROPERTY(chengyun::console::RequestListModel* requests READ requests CONSTANT)
    Q_PROPERTY(chengyun::console::FiguresModel* figures READ figures CONSTANT)
    Q_PROPERTY(chengyun::console::DutyExports* exports READ exports CONSTANT)

public:
    DutyRecords(const Shared& shared, DutyRoster& roster, DutyCommands& commands);

    [[nodiscard]] HandoverListModel* sheets() { return &sheets_; }
    [[nodiscard]] HandoverModel* sheet() { return &sheet_; }
    [[nodiscard]] LogModel* log() { return &log_; }
    [[nodiscard]] RequestListModel* requests() { return &requests_; }
    [[nodiscard]] FiguresModel* figures() { return &figures_; }
    [[nodiscard]] DutyExports* exports() { return &exports_; }

private:
    HandoverListModel sheets_;
    HandoverModel sheet_;
    LogModel log_;
    RequestListModel requests_;
    FiguresModel figures_;
    DutyExports exports_;
};

} // namespace chengyun::console
