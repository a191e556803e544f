#include "hub/config/config.h"

#include <array>

namespace chengyun::hub {
namespace {

constexpr std::array all_options{
    Option{"data_dir", "data-dir", "folder of the database, attachments and secrets"},
    Option{"demo", "", "demonstration district and random accounts in an empty data folder"},
    Option{"data", "", "with --demo: folder of real data to import as well at the first start"},
    Option{"demo_cameras", "demo-cameras", "with --demo: RTSP address the cameras are under"},
    Option{"http.listen", "listen", "address:port; port 0 takes a free one"},
    Option{"http.public_url", "public-url",
           "how phones reach the hub: for one-time links, and whose pages may have the stream"},
    Option{"http.proxy", "", "address of a proxy in front, whose X-Forwarded-For is believed"},
    Option{"http.certificate", "", "PEM certificate chain; with http.key: HTTPS"},
    Option{"http.key", "", "PEM private key"},
    Option{"http.threads", "", "IO loops"},
    Option{"http.readers", "", "threads that query the store"},
    Option{"http.max_connections", "",
           "open connections; beyond it the oldest without a session go"},
    Option{"http.max_connections_per_address", "", "open connections from one address"},
    Option{"http.idle_seconds", "", "a silent connection is closed after this"},
    Option{"http.request_seconds", "", "for a whole request to come; 1 s more for each KiB of it"},
    Option{"http.max_body_bytes", "", "body of any request but attachments"},
    Option{"http.max_header_bytes", "", "request line and headers"},
    Option{"http.max_waiting", "", "commands queued before new ones are refused"},
    Option{"http.drain_seconds", "", "longest wait for running commands at SIGTERM"},
    Option{"accounts.session_hours", "", "life of a session"},
    Option{"accounts.session_idle_minutes", "", "a session unused for this long ends"},
    Option{"accounts.field_session_hours", "", "life of a phone's session"},
    Option{"accounts.link_minutes", "", "life of a one-time link"},
    Option{"accounts.lock_after", "", "failed sign-ins of an account before it must wait"},
    Option{"accounts.lock_after_address", "",
           "failed sign-ins from an address before it must wait"},
    Option{"accounts.lock_seconds", "", "the first wait; doubles with each further failure"},
    Option{"accounts.lock_max_seconds", "", "the longest wait"},
    Option{"accounts.min_password", "", "shortest password, in characters"},
    Option{"accounts.hash_threads", "", "threads that check passwords"},
    Option{"accounts.hash_memory_mib", "", "Argon2id memory of a new password"},
    Option{"accounts.hash_passes", "", "Argon2id passes of a new password"},
    Option{"stream.catch_up_entries", "", "journal entries a seat may catch up before it reloads"},
    Option{"stream.backlog_bytes", "", "what a seat may leave unread before it is dropped"},
    Option{"stream.ping_seconds", "", "between pings to a silent seat"},
    Option{"stream.max_seats", "", "open streams in all"},
    Option{"attachments.max_bytes", "", "largest attachment"},
    Option{"attachments.quota_mib", "", "all attachments together"},
    Option{"attachments.account_quota_mib", "", "what one account may bring within seven days"},
    Option{"attachments.unnamed_days", "", "an attachment that no report names is kept so long"},
    Option{"orders.max_returns", "", "how often a unit may ask to return an order"},
    Option{"orders.max_recipients", "", "recipients of one order"},
    Option{"orders.due_soon_percent", "", "L0 when this share of a limit is left"},
    Option{"orders.supervise_after_minutes", "", "from L1 to L2"},
    Option{"orders.circulate_after_minutes", "", "from L2 to L3"},
    Option{"orders.supervision_reply_minutes", "", "time to answer a supervision order"},
    Option{"orders.circulate_deduction", "", "points deducted at L3"},
    Option{"store.keep_answers_days", "", "how long a command may be repeated; older are refused"},
    Option{"log.level", "", "debug, info, warning or error"},
    Option{"log.requests", "", "one line for each request"},
};

} // namespace

std::span<const Option> options() {
    return all_options;
}

} // namespace chengyun::hub
