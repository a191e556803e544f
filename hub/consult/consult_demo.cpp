#include "hub/consult/consult_demo.h"

#include "hub/capability/demonstration.h"
#include "hub/journal/journal_walk.h"

namespace chengyun::hub {

namespace {

/// Known beforehand, so that the journal says whether there has been one.
constexpr const char* room_id = "0199d3a0-0000-7000-8000-00000000d3c0";

} // namespace

Result<> make_consult_demo(const Demonstration& demo, ConsultService& rooms, const Account& maker,
                           const std::string& called) {
    auto made = demo.store.writer.run([&](Transaction& tx) -> Result<Answer> {
        auto known = has_timeline(tx.database(), room_id);
        if (!known)
            return known.error();
        if (*known)
            return Answer{200, {}};
        MakeConsult command;
        command.id = room_id;
        command.title = "区应急会商室";
        command.call = {{called, MemberKind::person, {}}};
        if (auto done = rooms.make(tx, maker, command); !done)
            return done;
        // Who leaves last gives the chair up: the next who enters has it.
        if (auto done = rooms.enter(tx, maker, room_id); !done)
            return done;
        return rooms.leave(tx, maker, room_id);
    });
    return made ? Result<>() : made.error();
}

} // namespace chengyun::hub
