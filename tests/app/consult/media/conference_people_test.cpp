// Who is in a conference, and who sees whom.
#include "app/consult/media/conference_people.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace chengyun::console;

namespace {

ConferenceSeat seat(const QString& member) {
    return {member + u".nonce.signature"_s, member, true, true, false, true};
}

Picture picture(QSize size) {
    return {QVideoFrame(QVideoFrameFormat(size, QVideoFrameFormat::Format_YUV420P)), size,
            std::chrono::steady_clock::now()};
}

} // namespace

class ConferencePeopleTest : public QObject {
    Q_OBJECT
    static QVariant data(const ConferencePeople& people, int row, int role) {
        return people.data(people.index(row), role);
    }

private Q_SLOTS:
    void a_feed_says_whose_it_is() {
        QCOMPARE(memberOfFeed(u"li.nonce.signature"_s), u"li"_s);
        for (const auto& none :
             {u"li"_s, u"li.nonce"_s, u"li..s"_s, u"a.b.c.d"_s, u".."_s, QString()})
            QCOMPARE(memberOfFeed(none), QString());
    }

    void people_come_change_and_go() {
        ConferencePeople people;
        const QAbstractItemModelTester tester(&people);
        people.put(seat(u"li"_s));
        people.put(seat(u"wang"_s));
        QCOMPARE(people.count(), 2);
        QCOMPARE(people.rowOfMember(u"wang"_s), 1);
        QSignalSpy changes(&people, &QAbstractItemModel::dataChanged);
        people.put(seat(u"wang"_s));
        QCOMPARE(changes.count(), 0);
        auto muted = seat(u"wang"_s);
        muted.muted = true;
        people.put(muted);
        QCOMPARE(changes.count(), 1);
        QVERIFY(data(people, 1, ConferencePeople::MutedRole).toBool());
        people.remove(seat(u"li"_s).feed);
        QCOMPARE(people.rowOfMember(u"li"_s), -1);
        QCOMPARE(data(people, 0, ConferencePeople::MemberRole).toString(), u"wang"_s);
        people.clear();
        QCOMPARE(people.count(), 0);
    }

    void who_speaks_is_known() {
        ConferencePeople people;
        people.put(seat(u"li"_s));
        people.put(seat(u"wang"_s));
        people.hear(seat(u"wang"_s).feed, -20);
        QVERIFY(data(people, 1, ConferencePeople::SpeakingRole).toBool());
        QVERIFY(data(people, 1, ConferencePeople::LevelRole).toDouble() > 0.5);
        QCOMPARE(people.speaker(), seat(u"wang"_s).feed);
        people.hear(seat(u"li"_s).feed, -70);
        QVERIFY(!data(people, 0, ConferencePeople::SpeakingRole).toBool());
        const auto falls_silent = [&] {
            people.hear(seat(u"wang"_s).feed, -100);
            return !data(people, 1, ConferencePeople::SpeakingRole).toBool();
        };
        QTRY_VERIFY(falls_silent());
        // Who spoke last is still shown large.
        QCOMPARE(people.speaker(), seat(u"wang"_s).feed);
        people.remove(seat(u"wang"_s).feed);
        QCOMPARE(people.speaker(), QString());
    }

    void who_does_not_tell_is_muted_while_nothing_is_heard() {
        ConferencePeople people;
        auto browser = seat(u"li"_s);
        browser.tells = false;
        people.put(browser);
        people.put(seat(u"wang"_s));
        const auto falls_silent = [&] {
            people.hear(browser.feed, -100);
            people.hear(seat(u"wang"_s).feed, -100);
            return data(people, 0, ConferencePeople::MutedRole).toBool();
        };
        QVERIFY(!falls_silent());
        QTRY_VERIFY(falls_silent());
        QVERIFY(!data(people, 1, ConferencePeople::MutedRole).toBool());
        people.hear(browser.feed, -60);
        QVERIFY(!data(people, 0, ConferencePeople::MutedRole).toBool());
    }

    void a_picture_is_wanted_while_a_view_sees_it() {
        ConferencePeople people;
        people.put(seat(u"li"_s));
        QSignalSpy seen(&people, &ConferencePeople::seenChanged);
        auto* shown = people.picture(seat(u"li"_s).feed);
        QVideoSink sink;
        {
            ConferenceView first, second;
            first.setPicture(shown);
            second.setPicture(shown);
            second.setVideoSink(&sink);
            QCOMPARE(seen.count(), 1);
            QVERIFY(second.isEmpty());
            shown->show(picture({320, 180}));
            QCOMPARE(sink.videoSize(), QSize(320, 180));
            QCOMPARE(second.shape(), QSizeF(320, 180));
            first.setSeen(false);
            QVERIFY(shown->isSeen());
        }
        QVERIFY(!shown->isSeen());
        QCOMPARE(seen.count(), 2);
    }

    void a_view_outlives_its_picture() {
        ConferencePeople people;
        people.put(seat(u"li"_s));
        QVideoSink sink;
        ConferenceView view;
        view.setVideoSink(&sink);
        view.setPicture(people.picture(seat(u"li"_s).feed));
        view.picture()->show(picture({320, 180}));
        QVERIFY(sink.videoFrame().isValid());
        auto off = seat(u"li"_s);
        off.hasPicture = false;
        people.put(off);
        QVERIFY(!sink.videoFrame().isValid());
        people.put(seat(u"li"_s));
        view.picture()->show(picture({320, 180}));
        people.clear();
        QVERIFY(!view.picture());
        QVERIFY(!sink.videoFrame().isValid());
        QVERIFY(view.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ConferencePeopleTest)
#include "conference_people_test.moc"
