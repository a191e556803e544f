// Links (联动): what a wall's screen shows because of an order or a thing on the map, for as long
// as that lasts; and the rules by which it comes up, gives way and goes back. Pure: the hub carries
// out what settle() says, and the trial of a rule plays the same.
#pragma once

#include "core/wall/commands.h"

namespace chengyun {

/// A group that is wanted on a screen until it is over.
struct Link {
    std::string id;            ///< UUIDv7
    std::string thing;         ///< "order" or "resource"
    std::string about;         ///< its id
    std::string title;         ///< the order's, with its number; the thing's name
    std::string rule;          ///< id of the rule that wants it; empty: a person does
    std::string by;            ///< account; of a rule "system"
    std::string by_name;       ///< the person, or the rule's name
    std::int64_t priority = 0; ///< 1 … 9 by a rule, persons_priority by a person
    Instant since{};
    std::optional<Instant> until; ///< nothing: until the order closes, or a person says so
    PresetScreen group;           ///< what it shows
    bool operator==(const Link&) const = default;
};
BOOST_DESCRIBE_STRUCT(Link, (),
                      (id, thing, about, title, rule, by, by_name, priority, since, until, group))

inline constexpr std::int64_t least_link_priority = 1;
inline constexpr std::int64_t most_link_priority = 9;
inline constexpr std::int64_t persons_priority = 10;
inline constexpr std::size_t most_links = 20; ///< of a screen

struct LinkedScreen {
    std::string screen;
    std::optional<PresetScreen> stands; ///< the group that was put up
    std::optional<ScreenBoard> before;  ///< what goes back onto the screen; there with `stands`
    std::vector<Link> links;            ///< the first one is shown, the others wait
    bool operator==(const LinkedScreen&) const = default;
};
BOOST_DESCRIBE_STRUCT(LinkedScreen, (), (screen, stands, before, links))

struct WallLinks {
    std::string wall;                  ///< its id
    std::vector<LinkedScreen> screens; ///< those with a link, or with a group that has to go back
    std::int64_t version = 0;          ///< journal number of its last change
    bool operator==(const WallLinks&) const = default;
};
BOOST_DESCRIBE_STRUCT(WallLinks, (), (wall, screens, version))

/// POST /api/v1/walls/{id}/link: the group around an order or a thing, onto a screen.
struct PutUpLink {
    std::string screen;
    std::string thing;        ///< "order" or "resource"
    std::string about;        ///< its id
    std::int64_t minutes = 0; ///< 0: until the order closes, or somebody says so
    bool operator==(const PutUpLink&) const = default;
};
BOOST_DESCRIBE_STRUCT(PutUpLink, (), (screen, thing, about, minutes))
/// A screen of the wall by its name (whole_wall is none), a known thing, minutes.
[[nodiscard]] Result<> check(const PutUpLink& command);

/// POST /api/v1/walls/{id}/give_back: the screen as it stood before its first link; what waits for
/// it waits no more.
struct GiveBack {
    std::string screen;
    bool operator==(const GiveBack&) const = default;
};
BOOST_DESCRIBE_STRUCT(GiveBack, (), (screen))

/// Null where nothing is linked there.
[[nodiscard]] const LinkedScreen* find_linked(const WallLinks& links, std::string_view screen);

/// One more link for the screen that its group names. By priority; of equal ones by a rule the
/// earlier stays, of those by persons the later comes first. Another about the same thing is the
/// same link: it keeps its place in time, the higher priority counts, and the later end. Beyond
/// most_links the last goes.
void add_link(WallLinks& links, Link link);
/// Ends what is linked because of this thing, on every screen; whether there was any.
bool end_links(WallLinks& links, std::string_view about);
/// Ends what is linked on this screen; whether there was any.
bool give_back(WallLinks& links, std::string_view screen);
/// Ends what has run out.
void expire_links(WallLinks& links, Instant now);
/// When the next link runs out.
[[nodiscard]] std::optional<Instant> next_link_end(const WallLinks& links);

/// The board and the links that follow from both.
struct Settled {
    WallBoard board;
    WallLinks links;
    bool moved = false; ///< the board is another one
    /// What came up last; nothing where screens only went back.
    std::optional<Link> shown;
};
/// On each linked screen stands the group of its first link, or, where none is left, what stood
/// there before. A locked board does not move: what is due comes with unlocking. Where the layout
/// is another one, or nothing of the group stands there any more, a person has taken the screen
/// over: it stays as it is, and its links are over.
[[nodiscard]] Settled settle(const Wall& wall, WallBoard board, WallLinks links, Instant now);

} // namespace chengyun
