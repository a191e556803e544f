#include "app/duty/rota_desk.h"

#include "app/capability/capability.h"
#include "app/duty/roster.h"

namespace chengyun::console {

RotaDesk::RotaDesk(const Shared& shared, DutyRoster& roster, DutyCommands& commands,
                   ResourceStore& resources)
    : draft_(roster, commands, shared.outbox, shared.session), board_(roster, draft_, shared.clock),
      posts_(board_, false), persons_(board_, true), week_(board_), problems_(board_),
      people_(board_), choices_(board_),
      book_(roster, commands, resources, shared.session, shared.clock), plans_(roster, commands),
      layout_(board_, plans_, shared.session), sheet_(board_, shared.link) {}

} // namespace chengyun::console
