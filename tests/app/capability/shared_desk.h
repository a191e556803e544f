// What capabilities share, for tests of them: signed in against the test's hub or without one.
#pragma once

#include "app/capability/capability.h"
#include "app/capability/journal_words.h"
#include "app/link/feed.h"
#include "app/link/hub_clock.h"
#include "app/link/hub_link.h"
#include "app/link/live_feed.h"
#include "app/link/outbox.h"
#include "app/link/photos.h"
#include "app/link/session.h"
#include "app/map/map_feed.h"

namespace chengyun::test {

struct SharedDesk {
    console::HubClock clock;
    console::HubLink link;
    console::Cache cache;
    console::Feed feed;
    console::LiveFeed live;
    console::Session session;
    console::Outbox outbox;
    console::Photos photos;
    console::JournalWords words;
    console::MapFeed map;
    console::Shared shared;

    explicit SharedDesk(const QString& folder)
        : cache(folder + QStringLiteral("/cache")), feed(link, cache), live(feed),
          session(link, feed, clock, folder),
          outbox(link, clock, folder + QStringLiteral("/outbox.sqlite")),
          photos(link, feed, folder + QStringLiteral("/photos")), shared{.source = feed,
                                                                         .link = link,
                                                                         .clock = clock,
                                                                         .session = session,
                                                                         .outbox = outbox,
                                                                         .photos = photos,
                                                                         .live = live,
                                                                         .words = words,
                                                                         .map = map,
                                                                         .stateFolder = folder} {}
};

} // namespace chengyun::test
