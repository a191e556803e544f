// A seat that is nothing but its link and its outbox.
#pragma once

#include "app/link/hub_clock.h"
#include "app/link/outbox.h"
#include "tests/app/link/fake_hub.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <optional>

namespace chengyun::test {

inline const auto li = QStringLiteral("0190a000-0000-7000-8000-00000000a002"); ///< another account
inline const QByteArray lisToken = "li";

/// One console's link and outbox; making it anew on the same file is what follows a crash.
struct Seat {
    console::HubLink link;
    console::HubClock clock;
    console::Outbox outbox;
    QAbstractItemModelTester tester;
    QSignalSpy succeeded, gaveUp, givenUp, leftOut;

    Seat(const FakeHub& hub, const QString& file, Clock now = system_now)
        : clock(std::move(now)), outbox(link, clock, file), tester(&outbox),
          succeeded(&outbox, &console::Outbox::succeeded),
          gaveUp(&outbox, &console::Outbox::gaveUp), givenUp(&outbox, &console::Outbox::givenUp),
          leftOut(&outbox, &console::Outbox::photosLeftOut) {
        // Known is who sits here from the start, but not yet by a token.
        link.become(hub.url(), QString::fromStdString(hub.account.id));
    }
    void signIn(const FakeHub& hub) {
        link.become(hub.url(), QString::fromStdString(hub.account.id), hub.token);
    }
    void signInLi(FakeHub& hub) {
        Account account = hub.account;
        account.id = li.toStdString();
        hub.others.insert(lisToken, account);
        link.become(hub.url(), li, lisToken);
    }
    /// Waits until it is on disk; the key, empty when it was not taken.
    std::string put(const QByteArray& body, console::OutboxRequest request = {}) {
        request.kind = QStringLiteral("test");
        request.title = QString::fromUtf8(body);
        request.path = request.path.isEmpty() ? QStringLiteral("/orders") : request.path;
        request.body = body;
        if (request.key.empty())
            request.key = outbox.newKey();
        const auto key = request.key;
        std::optional<bool> kept;
        if (!outbox.submit({std::move(request)}, &outbox,
                           [&](const Result<>& result) { kept = result.has_value(); }) ||
            !QTest::qWaitFor([&] { return kept.has_value(); }))
            return {};
        return *kept ? key : std::string();
    }
    [[nodiscard]] QString at(int row, int role) const {
        return outbox.data(outbox.index(row), role).toString();
    }
    [[nodiscard]] QString state(int row) const { return at(row, console::Outbox::StateRole); }
};

[[nodiscard]] inline console::OutboxRequest photo() {
    console::OutboxRequest request;
    request.path = QStringLiteral("/attachments");
    return request;
}

[[nodiscard]] inline console::OutboxRequest about(const QString& subject) {
    console::OutboxRequest request;
    request.subject = subject;
    return request;
}

} // namespace chengyun::test
