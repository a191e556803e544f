// The processes of the bench besides the one that keeps the room. Each asks for tickets by a line
// on its standard output and gets one as a line on its standard input.
#pragma once

namespace chengyun::bench {

struct RoleOptions {
    int participants = 8;
    int seconds = 20;
    int joins = 20;
};

/// Sends pictures and sound with the time in them for as many seats. Prints {"sending":true} when
/// all are in; then, for a line on standard input, {"uplink_kbit":…} of one seat since the line
/// before.
int run_senders(const RoleOptions& options);
/// The console's Conference: enters as often, then stays. Prints {"join_ms":[…],"picture_ms":[…],
/// "sound_ms":[…],"cpu_s":…,"seconds":…,"pictures":…}.
int run_console(const RoleOptions& options);
/// Plain GStreamer. Prints {"cpu_s":…,"seconds":…,"pictures":…}.
int run_plain(const RoleOptions& options);

} // namespace chengyun::bench
