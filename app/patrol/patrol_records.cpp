#include "app/patrol/patrol_records.h"

#include "app/link/failure_text.h"
#include "app/link/hub_link.h"
#include "app/local/local.h"
#include "app/text.h"
#include "core/patrol/patrol_codec.h"

#include <functional>
#include <map>

namespace chengyun::console {

namespace {

/// What the hub answers (docs/api.md).
struct Rounds {
    std::vector<PatrolShare> items;
};
BOOST_DESCRIBE_STRUCT(Rounds, (), (items))

constexpr qint64 dayMs = 86'400'000;
constexpr qint64 shownMs = 365 * dayMs;

struct Sum {
    std::int64_t rounds = 0, of = 0, seen = 0, orders = 0;
};

int percentOf(std::int64_t seen, std::int64_t of) {
    return of > 0 ? static_cast<int>(seen * 100 / of) : 0;
}

QVariantMap figures(const Sum& sum) {
    return {{QStringLiteral("of"), qint64(sum.of)},
            {QStringLiteral("seen"), qint64(sum.seen)},
            {QStringLiteral("orders"), qint64(sum.orders)},
            {QStringLiteral("percent"), percentOf(sum.seen, sum.of)}};
}

} // namespace

PatrolRecords::PatrolRecords(HubLink& link, QObject* parent) : QObject(parent), link_(link) {
    connect(&link_, &HubLink::identityChanged, this, [this] {
        rounds_.clear();
        months_.clear();
        problem_.clear();
        Q_EMIT changed();
    });
}

void PatrolRecords::ask(qint64 now) {
    asking_ = true;
    Q_EMIT changed();
    const auto path =
        QStringLiteral("/patrol_rounds?from=%1&to=%2").arg(now - shownMs).arg(now + dayMs);
    link_.get(path, this, [this](const Reply& reply) {
        asking_ = false;
        problem_.clear();
        if (reply.ok())
            take(reply.body);
        else if (!reply.former)
            problem_ = failureText(reply.failure());
        Q_EMIT changed();
    });
}

void PatrolRecords::take(const QByteArray& body) {
    const auto read = json::read<Rounds>(view(body), json::Unknown::ignore);
    if (!read) {
        problem_ = failureText(read.error());
        return;
    }
    rounds_.clear();
    std::map<QString, Sum, std::greater<>> months;
    for (const auto& round : read->items) {
        const auto begun = ms_of(round.begun);
        const Sum one{1, round.of, round.seen, round.orders};
        auto row = figures(one);
        row.insert(QStringLiteral("group"), qs(round.group_name));
        row.insert(QStringLiteral("by"), qs(round.by_name));
        row.insert(QStringLiteral("begun"), qint64(begun));
        rounds_.append(row);
        auto& month =
            months[Local::text(Local::instance().zone(), begun, QStringLiteral("yyyy-MM"))];
        month.rounds += 1;
        month.of += one.of;
        month.seen += one.seen;
        month.orders += one.orders;
    }
    months_.clear();
    for (const auto& [name, sum] : months) {
        auto row = figures(sum);
        row.insert(QStringLiteral("month"), name);
        row.insert(QStringLiteral("rounds"), qint64(sum.rounds));
        months_.append(row);
    }
}

} // namespace chengyun::console
