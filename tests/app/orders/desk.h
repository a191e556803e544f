// Everything of app/orders on one desk, signed in against the test's hub or without one.
#pragma once

#include "app/capability/journal_words.h"
#include "app/link/feed.h"
#include "app/link/hub_clock.h"
#include "app/link/hub_link.h"
#include "app/link/outbox.h"
#include "app/link/photos.h"
#include "app/link/session.h"
#include "app/orders/assignment_list_model.h"
#include "app/orders/draft_texts.h"
#include "app/orders/order_actions.h"
#include "app/orders/order_counts.h"
#include "app/orders/order_draft.h"
#include "app/orders/order_list_model.h"
#include "app/orders/order_load.h"
#include "app/orders/order_store.h"
#include "app/orders/order_words.h"
#include "app/orders/supervision_list_model.h"
#include "app/orders/timeline_model.h"
#include "app/resources/resource_store.h"
#include "tests/app/link/fake_hub.h"
#include "tests/app/link/hall.h"

namespace chengyun::test {

struct Desk {
    std::int64_t now = hallNow;
    console::HubClock clock{[this] { return instant_of(now); }};
    console::HubLink link;
    console::Cache cache;
    console::Feed feed;
    console::Session session;
    console::Outbox outbox;
    console::Photos photos;
    console::ResourceStore resources;
    console::OrderStore orders;
    console::JournalWords words;
    console::OrderCounts counts;
    console::OrderListModel queue;
    console::AssignmentListModel board;
    console::TimelineModel timeline;
    console::SupervisionListModel supervisions;
    console::OrderDraft draft;
    console::DraftTexts texts;
    console::OrderActions actions;
    console::OrderLoad load;

    explicit Desk(const QString& folder)
        : cache(folder + QStringLiteral("/cache")), feed(link, cache),
          session(link, feed, clock, folder),
          outbox(link, clock, folder + QStringLiteral("/outbox.sqlite")),
          photos(link, feed, folder + QStringLiteral("/photos")), resources(feed),
          orders(feed, resources, clock), counts(orders, session, clock),
          queue(orders, resources, counts, outbox, session, clock),
          board(orders, resources, outbox, session, clock), timeline(feed, orders, link, words),
          supervisions(orders, resources, outbox, session, clock),
          draft(resources, orders, outbox, session), texts(session),
          actions(orders, outbox, photos, texts, session, clock), load(orders, counts, clock) {
        words.add({"order", "assignment", "supervision", "timer"}, console::entryWords);
    }

    /// Signs in at the hub; the hub's snapshot is the hall.
    void signIn(const FakeHub& hub) {
        session.signIn(hub.url().toString(), QStringLiteral("wang"), QStringLiteral("right"));
    }
    void send(std::string kind, std::string id, Change body) {
        Q_EMIT feed.arrived(
            shared({entry(++seq_, std::move(kind), std::move(id), std::move(body))}));
    }

private:
    std::int64_t seq_ = 10;
};

[[nodiscard]] inline QString qid(int number) {
    return QString::fromStdString(id(number));
}

} // namespace chengyun::test
