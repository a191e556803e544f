// What somebody enters the media server with, whoever asks for it.
#pragma once

#include "core/consult/consult.h"
#include "hub/http/context.h"
#include "hub/http/response.h"

#include <boost/describe/class.hpp>
#include <drogon/utils/coroutine.h>

#include <string>

namespace chengyun::hub {

class ConsultCapability;
class Router;

/// POST /consults/{id}/ticket and POST /guest/ticket: what to enter the media server with.
struct ConsultTicket {
    std::string url;
    std::string room;
    std::string token;
    std::string feed; ///< the id under which to join and publish
    Instant expires{};
};
BOOST_DESCRIBE_STRUCT(ConsultTicket, (), (url, room, token, feed, expires))

/// Of a member who is in.
drogon::Task<Response> give_ticket(Context& http, ConsultCapability& consult, Consult room,
                                   std::string member);

void add_guest_routes(Router& router, ConsultCapability& consult);

} // namespace chengyun::hub
