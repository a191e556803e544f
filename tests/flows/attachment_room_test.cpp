// The room for attachments as a hub in a process of its own keeps it: who is refused, and what is
// left of what was refused.
#include "tests/support/hub_under_test.h"

#include <QTest>

using namespace Qt::StringLiterals;
using chengyun::test::HttpAnswer;
using chengyun::test::HubUnderTest;
using chengyun::test::newKey;

class AttachmentRoomTest : public QObject {
    Q_OBJECT

    HubUnderTest hub{true,
                     {u"--attachments.quota_mib=2"_s, u"--attachments.account_quota_mib=1"_s}};
    QByteArray unit_, operator_, admin_;

    HttpAnswer bring(const QByteArray& token, const QByteArray& content,
                     const QByteArray& key = newKey()) {
        return hub.request("POST", u"/api/v1/attachments"_s, token, content,
                           {{"Idempotency-Key", key}, {"Content-Type", "text/plain"}});
    }
    static QByteArray note(char letter, int kib) { return QByteArray(kib << 10, letter); }
    double metric(const QByteArray& name) {
        for (const auto& line : hub.get(u"/metrics"_s).body.split('\n'))
            if (line.startsWith(name + ' '))
                return line.mid(name.size() + 1).toDouble();
        return -1;
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(hub.start(), hub.log().constData());
        unit_ = hub.signIn(u"unit"_s);
        operator_ = hub.signIn(u"operator"_s);
        admin_ = hub.signIn(u"admin"_s);
    }

    void one_account_is_refused_and_others_are_not() {
        QCOMPARE(bring(unit_, note('a', 600)).status, 200);
        const auto refused = bring(unit_, note('b', 600));
        QCOMPARE(refused.status, 507);
        QCOMPARE(refused.problem(), u"no_room"_s);
        QCOMPARE(metric("chengyun_attachments_refused_total"), 1);
        QCOMPARE(bring(operator_, note('c', 600)).status, 200);
        QCOMPARE(metric("chengyun_attachment_bytes"), 1200 << 10);
    }

    void an_upload_that_is_refused_leaves_no_file() {
        const auto key = newKey();
        QCOMPARE(bring(operator_, note('d', 100), key).status, 200);
        const auto before = metric("chengyun_attachment_bytes");
        // Another content under the same key, again and again: nobody is charged for these.
        for (const char letter : {'e', 'f', 'g'})
            QCOMPARE(bring(operator_, note(letter, 100), key).problem(), u"key_reused"_s);
        QCOMPARE(bring(operator_, note('d', 100), key).status, 200); // the same again
        QCOMPARE(metric("chengyun_attachment_bytes"), before);
    }

    void the_room_of_all_is_one() {
        const auto room = hub.get(u"/api/v1/room"_s, admin_).json();
        QCOMPARE(room["room"_L1].toInteger(), 2 << 20);
        QCOMPARE(room["used"_L1].toInteger(), 1300 << 10);
        QCOMPARE(room["filling"_L1].toBool(), false);
        QCOMPARE(hub.get(u"/api/v1/room"_s, unit_).status, 403);
        QCOMPARE(metric("chengyun_attachment_room_filling"), 0);
        QCOMPARE(bring(admin_, note('h', 500)).status, 200);
        QVERIFY(hub.get(u"/api/v1/room"_s, admin_).json()["filling"_L1].toBool());
        QCOMPARE(metric("chengyun_attachment_room_filling"), 1);
        const auto refused = bring(admin_, note('i', 400));
        QCOMPARE(refused.status, 507);
        QCOMPARE(refused.problem(), u"no_room"_s);
        // What is there already needs no room.
        QCOMPARE(bring(admin_, note('a', 600)).status, 507); // but counts against who brings it
        QCOMPARE(bring(admin_, note('d', 100)).status, 200);
    }
};

QTEST_GUILESS_MAIN(AttachmentRoomTest)
#include "attachment_room_test.moc"
