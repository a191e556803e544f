// A seat as far as signing in goes, before a hub of the test's own.
#pragma once

#include "app/link/feed.h"
#include "app/link/hub_clock.h"
#include "app/link/hub_link.h"
#include "app/link/session.h"
#include "tests/app/link/fake_hub.h"
#include "tests/app/link/hall.h"

#include <QFile>
#include <QTemporaryDir>

namespace chengyun::test {

struct Desk {
    QTemporaryDir folder;
    console::HubClock clock{[] { return instant_of(hallNow); }};
    console::HubLink link;
    console::Cache cache{folder.filePath(QStringLiteral("cache"))};
    console::Feed feed{link, cache};
    console::Session session{link, feed, clock, folder.path()};

    void signIn(const FakeHub& hub) {
        session.signIn(hub.url().toString(), QStringLiteral("wang"), hub.password);
    }
    /// A session file, as `./dev run` makes it; empty when it cannot be written.
    [[nodiscard]] QString fileOf(const FakeHub& hub, const QByteArray& token) const {
        QFile file(folder.filePath(QStringLiteral("session.json")));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(R"({"url":")" + hub.url().toString().toUtf8() + R"(","token":")" + token +
                   R"("})");
        return file.fileName();
    }
};

} // namespace chengyun::test
