// What the hub is asked when the chair invites a guest. How an answer is read, PhoneLinkTest shows:
// both links are OneTimeLinks.
#include "app/consult/guest_link.h"
#include "app/link/hub_link.h"
#include "tests/app/link/fake_hub.h"

#include <QTest>

using namespace chengyun::test;
using chengyun::console::GuestLink;
using chengyun::console::HubLink;
using namespace Qt::StringLiterals;

class GuestLinkTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void the_hub_is_asked_for_this_guest() {
        FakeHub hub;
        hub.up();
        HubLink link;
        link.become(hub.url(), u"wang"_s, hub.token);
        GuestLink guest(link);
        guest.invite(u"room-1"_s, u" 水利设计院 \"李\" "_s);
        QVERIFY(guest.isBusy());
        QCOMPARE(guest.name(), u"水利设计院 \"李\""_s);
        QTRY_VERIFY(!guest.isBusy());
        QCOMPARE(hub.paths.size(), 1);
        QVERIFY(hub.paths[0].endsWith("/consults/room-1/guests"));
        QCOMPARE(QString::fromUtf8(hub.carriedOut.value(0)),
                 u"{\"name\":\"水利设计院 \\\"李\\\"\"}"_s);
        // This hub says no address: nothing is shown that does not open a door.
        QVERIFY(guest.address().isEmpty());
        QVERIFY(!guest.problem().isEmpty());
    }
};

QTEST_GUILESS_MAIN(GuestLinkTest)
#include "guest_link_test.moc"
