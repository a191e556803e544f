// What the rota's screen works with.
#pragma once

#include "app/duty/duty_book.h"
#include "app/duty/plan_book.h"
#include "app/duty/rota_board.h"
#include "app/duty/rota_draft.h"
#include "app/duty/rota_grid.h"
#include "app/duty/rota_import.h"
#include "app/duty/rota_layout.h"
#include "app/duty/rota_people.h"
#include "app/duty/rota_problem_list.h"
#include "app/duty/rota_week.h"

namespace chengyun::console {

struct Shared;

/// GUI thread.
class RotaDesk : public QObject {
    Q_OBJECT
    Q_PROPERTY(chengyun::console::RotaDraft* draft READ draft CONSTANT)
    Q_PROPERTY(chengyun::console::RotaBoard* board READ board CONSTANT)
    Q_PROPERTY(chengyun::console::RotaGrid* posts READ posts CONSTANT)
    Q_PROPERTY(chengyun::console::RotaGrid* persons READ persons CONSTANT)
    Q_PROPERTY(chengyun::console::RotaWeek* week READ week CONSTANT)
    Q_PROPERTY(chengyun::console::RotaProblemList* problems READ problems CONSTANT)
    /// Beside the table, and in the list that opens at a cell.
    Q_PROPERTY(chengyun::console::RotaPeople* people READ people CONSTANT)
    Q_PROPERTY(chengyun::console::RotaPeople* choices READ choices CONSTANT)
    Q_PROPERTY(chengyun::console::RotaLayout* layout READ layout CONSTANT)
    Q_PROPERTY(chengyun::console::RotaImport* sheet READ sheet CONSTANT)
    Q_PROPERTY(chengyun::console::DutyBook* book READ book CONSTANT)
    Q_PROPERTY(chengyun::console::PlanBook* plans READ plans CONSTANT)

public:
    RotaDesk(const Shared& shared, DutyRoster& roster, DutyCommands& commands,
             ResourceStore& resources);

    [[nodiscard]] RotaDraft* draft() { return &draft_; }
    [[nodiscard]] RotaBoard* board() { return &board_; }
    [[nodiscard]] RotaGrid* posts() { return &posts_; }
    [[nodiscard]] RotaGrid* persons() { return &persons_; }
    [[nodiscard]] RotaWeek* week() { return &week_; }
    [[nodiscard]] RotaProblemList* problems() { return &problems_; }
    [[nodiscard]] RotaPeople* people() { return &people_; }
    [[nodiscard]] RotaPeople* choices() { return &choices_; }
    [[nodiscard]] RotaLayout* layout() { return &layout_; }
    [[nodiscard]] RotaImport* sheet() { return &sheet_; }
    [[nodiscard]] DutyBook* book() { return &book_; }
    [[nodiscard]] PlanBook* plans() { return &plans_; }

private:
    RotaDraft draft_;
    RotaBoard board_;
    RotaGrid posts_, persons_;
    RotaWeek week_;
    RotaProblemList problems_;
    RotaPeople people_, choices_;
    DutyBook book_;
    PlanBook plans_;
    RotaLayout layout_;
    RotaImport sheet_;
};

} // namespace chengyun::console
