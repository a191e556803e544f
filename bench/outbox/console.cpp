#include "bench/outbox/console.h"

#include "app/link/feed.h"
#include "app/link/hub_clock.h"
#include "app/link/hub_link.h"
#include "app/link/outbox.h"
#include "app/link/session.h"
#include "app/orders/order_draft.h"
#include "app/orders/order_store.h"
#include "app/resources/resource_store.h"

#include <QCoreApplication>
#include <QFile>
#include <QTimer>

#include <cstdio>

namespace chengyun::bench {

int runConsole(const ConsoleOptions& options) {
    using namespace chengyun::console;
    HubClock clock;
    HubLink link;
    Cache cache(options.folder + QStringLiteral("/cache"));
    Feed feed(link, cache);
    console::Session session(link, feed, clock, options.folder);
    Outbox outbox(link, clock, options.folder + QStringLiteral("/outbox.sqlite"));
    ResourceStore resources(feed);
    OrderStore orders(feed, resources, clock);
    OrderDraft draft(resources, orders, outbox, session);

    // Unbuffered: what is written stays written when this process is killed.
    QFile ledger(options.ledger);
    if (!ledger.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered)) {
        std::fprintf(stderr, "bench outbox: %s\n", qPrintable(ledger.errorString()));
        return 1;
    }
    QFile refused(options.refused);
    if (options.drain && !refused.open(QIODevice::WriteOnly)) {
        std::fprintf(stderr, "bench outbox: %s\n", qPrintable(refused.errorString()));
        return 1;
    }
    QObject::connect(&outbox, &Outbox::gaveUp, &outbox,
                     [](const QString&, const QString&, const QString& title, const QString& why) {
                         std::fprintf(stderr, "bench outbox: given up: %s: %s\n", qPrintable(title),
                                      qPrintable(why));
                     });
    if (!session.signInWithFile(options.session))
        return 1;

    QString title;
    QObject::connect(&draft, &OrderDraft::issued, &draft,
                     [&] { ledger.write(title.toUtf8() + '\n'); });
    QObject::connect(&draft, &OrderDraft::notIssued, &draft, [](const QString& why) {
        std::fprintf(stderr, "bench outbox: not kept: %s\n", qPrintable(why));
    });
    const auto issue = [&] {
        title = draft.title();
        if (!draft.issue())
            std::fprintf(stderr, "bench outbox: not issued: %s\n", qPrintable(draft.problemText()));
    };
    int number = 0;
    const auto finish = [&] {
        if (draft.title().isEmpty())
            draft.setTitle(QStringLiteral("%1-%2").arg(options.name).arg(++number));
        if (draft.kind().isEmpty())
            draft.setKind(QStringLiteral("waterlogging"));
        // The hub refuses who is out of service, as it should.
        std::vector<std::string> units;
        for (const auto& unit : resources.units()) {
            const auto* resource = resources.resource(unit.resource);
            if (unit.state != Availability::unavailable &&
                !(resource && resource->state == Availability::unavailable))
                units.push_back(unit.id);
        }
        for (std::size_t i = 0; draft.recipients()->count() < 3 && i < units.size(); ++i)
            draft.recipients()->add(QString::fromStdString(
                units[(static_cast<std::size_t>(number) + i) % units.size()]));
    };
    QTimer work;
    QObject::connect(&work, &QTimer::timeout, &work, [&] {
        if (!session.isSignedIn() || resources.units().empty() || draft.isIssuing())
            return;
        if (options.drain) {
            if (draft.isActive()) {
                finish();
                issue();
            }
            if (outbox.waiting() == 0) {
                // What the hub's rules refused is still in the outbox, in sight: no loss.
                for (int row = 0; row < outbox.count(); ++row)
                    if (outbox.data(outbox.index(row), Outbox::StateRole).toString() ==
                        QLatin1String("refused"))
                        refused.write(
                            outbox.data(outbox.index(row), Outbox::TitleRole).toString().toUtf8() +
                            '\n');
                QCoreApplication::quit();
            }
            return;
        }
        constexpr int enoughWaiting = 200;
        if (outbox.waiting() >= enoughWaiting)
            return;
        // One that a kill interrupted is still there, perhaps half written: it is finished first.
        if (!draft.isActive())
            draft.start();
        finish();
        issue();
    });
    work.start(10);
    return QCoreApplication::exec();
}

} // namespace chengyun::bench
