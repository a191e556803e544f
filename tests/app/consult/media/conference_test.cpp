// Seats in one room, through the real Janus: they see and hear each other, come and go, and are
// back after it was killed.
#include "tests/app/consult/media/media_hall.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace chengyun::console;
using chengyun::test::JanusUnderTest;
using chengyun::test::MediaHall;

namespace {

constexpr int patience = 20'000; // ms; what is waited for comes within one or two seconds

ConferenceSetup test_setup(const QString& name) {
    ConferenceSetup out;
    out.testSources = out.silent = true;
    out.testName = name;
    return out;
}

/// A seat with a view on everybody.
struct Seat {
    Seat(MediaHall& hall, const QString& member, bool looks = true)
        : conference(test_setup(member)) {
        conference.setMicrophone(true);
        conference.setCamera(true);
        if (looks)
            QObject::connect(conference.people(), &QAbstractItemModel::rowsInserted, &conference,
                             [this](const QModelIndex&, int first, int last) {
                                 for (int row = first; row <= last; ++row)
                                     view(row).setPicture(picture(row));
                             });
        hall.seat(conference, member);
    }

    ConferenceView& view(int) {
        views.push_back(std::make_unique<ConferenceView>());
        return *views.back();
    }
    ConferencePicture* picture(int row) {
        return data(row, ConferencePeople::PictureRole).value<ConferencePicture*>();
    }
    QVariant data(int row, int role) {
        return conference.people()->data(conference.people()->index(row), role);
    }
    int row(const QString& member) { return conference.people()->rowOfMember(member); }
    /// Whether this one's pictures of `member` are there and go on.
    bool sees(const QString& member, int more = 5) {
        if (!QTest::qWaitFor([&] { return row(member) >= 0; }, patience))
            return false;
        const auto from = picture(row(member))->frames();
        return QTest::qWaitFor(
            [&] { return row(member) >= 0 && picture(row(member))->frames() >= from + more; },
            patience);
    }
    bool hears(const QString& member) {
        return QTest::qWaitFor(
            [&] {
                const int at = row(member);
                return at >= 0 && data(at, ConferencePeople::SpeakingRole).toBool() &&
                       data(at, ConferencePeople::LevelRole).toDouble() > 0.3;
            },
            patience);
    }
    bool is_in() {
        return QTest::qWaitFor([&] { return conference.state() == Conference::State::In; },
                               patience);
    }

    std::vector<std::unique_ptr<ConferenceView>> views; ///< outlive no picture unseen
    Conference conference;
};

QByteArray bytes_of(const std::optional<Picture>& picture) {
    if (!picture)
        return {};
    QVideoFrame frame = picture->frame;
    if (!frame.map(QVideoFrame::ReadOnly))
        return {};
    const auto sum = QCryptographicHash::hash(
        QByteArrayView(frame.bits(0), qsizetype(frame.bytesPerLine(0)) * frame.height()),
        QCryptographicHash::Sha256);
    frame.unmap();
    return sum;
}

} // namespace

class ConferenceTest : public QObject {
    Q_OBJECT
    MediaHall hall_;

private Q_SLOTS:
    void initTestCase() {
        if (!JanusUnderTest::is_there())
            QSKIP("./dev has fetched no Janus for this machine");
        QVERIFY2(hall_.start(), hall_.janus().log().constData());
    }

    void two_see_and_hear_each_other() {
        Seat li(hall_, u"li"_s), wang(hall_, u"wang"_s);
        QVERIFY2(li.is_in(), qPrintable(li.conference.detail()));
        QVERIFY2(wang.is_in(), qPrintable(wang.conference.detail()));
        QTRY_COMPARE_WITH_TIMEOUT(li.row(u"wang"_s), 0, patience);
        QTRY_COMPARE_WITH_TIMEOUT(wang.row(u"li"_s), 0, patience);
        QVERIFY(li.sees(u"wang"_s));
        QVERIFY(wang.sees(u"li"_s));
        QCOMPARE(li.picture(0)->resolution(), QSize(640, 360));
        // The picture moves.
        const auto before = bytes_of(li.picture(0)->last());
        QVERIFY(!before.isEmpty());
        QVERIFY(li.sees(u"wang"_s));
        QVERIFY(bytes_of(li.picture(0)->last()) != before);
        QVERIFY(li.hears(u"wang"_s));
        QVERIFY(wang.hears(u"li"_s));
        QCOMPARE(li.conference.people()->speaker(), li.data(0, ConferencePeople::FeedRole));
        QVERIFY(li.data(0, ConferencePeople::HasPictureRole).toBool());
        QVERIFY(li.data(0, ConferencePeople::HasSoundRole).toBool());
        QVERIFY(li.conference.ownLevel() > 0.3);
        QVERIFY(li.conference.ownPicture()->frames() > 0);
    }

    void a_muted_one_is_seen_to_be() {
        Seat li(hall_, u"li"_s), wang(hall_, u"wang"_s);
        QVERIFY(li.is_in() && wang.is_in());
        QVERIFY(li.hears(u"wang"_s));
        wang.conference.setMicrophone(false);
        QTRY_VERIFY_WITH_TIMEOUT(li.data(0, ConferencePeople::MutedRole).toBool(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!li.data(0, ConferencePeople::SpeakingRole).toBool(), patience);
        QVERIFY(li.sees(u"wang"_s));
        wang.conference.setCamera(false);
        QTRY_VERIFY_WITH_TIMEOUT(!li.data(0, ConferencePeople::HasPictureRole).toBool(), patience);
        wang.conference.setMicrophone(true);
        wang.conference.setCamera(true);
        QVERIFY(li.hears(u"wang"_s));
        QVERIFY(li.sees(u"wang"_s));
        QVERIFY(!li.data(0, ConferencePeople::MutedRole).toBool());
    }

    void what_nobody_sees_is_not_decoded() {
        Seat li(hall_, u"li"_s, false), wang(hall_, u"wang"_s), zhao(hall_, u"zhao"_s);
        QVERIFY(li.is_in() && wang.is_in() && zhao.is_in());
        QVERIFY(wang.sees(u"zhao"_s));
        QVERIFY(li.hears(u"zhao"_s));
        QCOMPARE(li.picture(li.row(u"zhao"_s))->frames(), 0);
        ConferenceView view;
        view.setPicture(li.picture(li.row(u"zhao"_s)));
        QVERIFY(li.sees(u"zhao"_s));
        QCOMPARE(li.picture(li.row(u"wang"_s))->frames(), 0);
    }

    void others_come_and_go() {
        Seat li(hall_, u"li"_s), wang(hall_, u"wang"_s);
        QVERIFY(li.is_in() && wang.is_in());
        for (const auto& member : {u"zhao"_s, u"wu"_s, u"chen"_s}) {
            Seat third(hall_, member);
            QVERIFY(third.is_in());
            QVERIFY2(li.sees(member), qPrintable(member));
            QVERIFY2(wang.sees(member), qPrintable(member));
            QVERIFY2(li.hears(member), qPrintable(member));
            QVERIFY(third.sees(u"li"_s) && third.sees(u"wang"_s));
            QCOMPARE(li.conference.people()->count(), 2);
            third.conference.leave();
            QTRY_COMPARE_WITH_TIMEOUT(li.conference.people()->count(), 1, patience);
            QVERIFY2(li.sees(u"wang"_s), qPrintable(member));
        }
        QCOMPARE(li.conference.state(), Conference::State::In);
    }

    void everybody_is_back_after_it_was_killed() {
        Seat li(hall_, u"li"_s), wang(hall_, u"wang"_s);
        QVERIFY(li.is_in() && wang.is_in());
        QVERIFY(li.sees(u"wang"_s));
        hall_.janus().kill();
        QTRY_VERIFY_WITH_TIMEOUT(li.conference.state() == Conference::State::Lost, patience);
        QVERIFY(li.conference.reason() == Conference::Reason::Unreachable);
        QTRY_VERIFY_WITH_TIMEOUT(li.conference.state() == Conference::State::In, patience);
        QTRY_VERIFY_WITH_TIMEOUT(wang.conference.state() == Conference::State::In, patience);
        QTRY_COMPARE_WITH_TIMEOUT(li.conference.people()->count(), 1, patience);
        QVERIFY(li.sees(u"wang"_s));
        QVERIFY(wang.sees(u"li"_s));
        QVERIFY(li.hears(u"wang"_s));
    }

    void tickets_that_are_none_are_refused() {
        const auto good = hall_.ticket(u"li"_s);
        QVERIFY(good.has_value());
        auto forged = *good;
        forged.token = u"room-1.li.1.2.3"_s;
        Conference stranger(test_setup(u"x"_s));
        stranger.enter(forged);
        QTRY_VERIFY_WITH_TIMEOUT(stranger.state() == Conference::State::Refused, patience);
        QVERIFY(stranger.reason() == Conference::Reason::TicketRefused);
        QVERIFY(!stranger.detail().contains(forged.token));
        auto elsewhere = *good;
        elsewhere.room = u"room-2"_s;
        stranger.enter(elsewhere);
        QTRY_VERIFY_WITH_TIMEOUT(stranger.state() == Conference::State::Refused, patience);
        QVERIFY(stranger.reason() == Conference::Reason::RoomEnded);
        // One that somebody has entered with.
        Conference owner(test_setup(u"li"_s));
        owner.enter(*good);
        QTRY_VERIFY_WITH_TIMEOUT(owner.state() == Conference::State::In, patience);
        stranger.enter(*good);
        QTRY_VERIFY_WITH_TIMEOUT(stranger.state() == Conference::State::Refused, patience);
        QVERIFY(stranger.reason() == Conference::Reason::TicketRefused);
        QCOMPARE(owner.state(), Conference::State::In);
    }

    void who_is_removed_is_out() {
        Seat li(hall_, u"li"_s), wang(hall_, u"wang"_s);
        QVERIFY(li.is_in() && wang.is_in());
        QTRY_COMPARE_WITH_TIMEOUT(li.conference.people()->count(), 1, patience);
        hall_.remove(u"wang"_s);
        QTRY_VERIFY_WITH_TIMEOUT(wang.conference.state() == Conference::State::Refused, patience);
        QVERIFY(wang.conference.reason() == Conference::Reason::PutOut);
        QTRY_COMPARE_WITH_TIMEOUT(li.conference.people()->count(), 0, patience);
        hall_.close();
        QTRY_VERIFY_WITH_TIMEOUT(li.conference.state() == Conference::State::Refused, patience);
        QVERIFY(li.conference.reason() == Conference::Reason::RoomEnded ||
                li.conference.reason() == Conference::Reason::PutOut);
    }

    void nobody_there_comes_back_by_itself() {
        Conference conference(test_setup(u"li"_s));
        QSignalSpy wanted(&conference, &Conference::ticketWanted);
        conference.enter({QUrl(u"ws://127.0.0.1:9"_s), u"room-1"_s, u"t"_s, u"li.a.b"_s, u"li"_s});
        QTRY_VERIFY_WITH_TIMEOUT(conference.state() == Conference::State::Lost, patience);
        QVERIFY(conference.reason() == Conference::Reason::Unreachable);
        QTRY_COMPARE_WITH_TIMEOUT(wanted.count(), 1, patience);
        conference.ticketUnavailable();
        QTRY_COMPARE_WITH_TIMEOUT(wanted.count(), 2, patience);
        conference.leave();
        QCOMPARE(conference.state(), Conference::State::Idle);
    }

    /// On a machine of tests there is neither.
    void without_camera_and_microphone_one_takes_part() {
        Conference li{ConferenceSetup()};
        li.setCamera(true);
        li.setMicrophone(true);
        hall_.seat(li, u"li"_s);
        Seat wang(hall_, u"wang"_s);
        QVERIFY(wang.is_in());
        QTRY_VERIFY_WITH_TIMEOUT(li.state() == Conference::State::In, patience);
        QTRY_COMPARE_WITH_TIMEOUT(li.people()->count(), 1, patience);
        using Fault = Conference::DeviceFault;
        if (!QFile::exists(u"/dev/video0"_s))
            QTRY_VERIFY_WITH_TIMEOUT(li.cameraFault() == Fault::Missing, patience);
        if (!QFile::exists(u"/dev/snd"_s)) {
            QTRY_VERIFY_WITH_TIMEOUT(li.microphoneFault() == Fault::Missing, patience);
            QTRY_VERIFY_WITH_TIMEOUT(li.speakerFault() == Fault::Missing, patience);
        }
        QVERIFY(li.state() == Conference::State::In);
        ConferenceView view;
        view.setPicture(li.people()->picture(
            li.people()->data(li.people()->index(0), ConferencePeople::FeedRole).toString()));
        QTRY_VERIFY_WITH_TIMEOUT(view.picture()->frames() > 5, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!wang.data(0, ConferencePeople::HasPictureRole).toBool(),
                                 patience);
        // One that was chosen and is not there is missing, whatever else is.
        li.setCameraDevice(u"none such"_s);
        QTRY_VERIFY_WITH_TIMEOUT(li.cameraFault() == Fault::Missing, patience);
    }

    /// Wherever it is on its way: it goes at once, and nothing comes after it.
    void it_may_go_at_any_moment() {
        for (int step = 0; step < 12; ++step) {
            const auto ticket = hall_.ticket(u"li"_s);
            QVERIFY(ticket.has_value());
            auto conference = std::make_unique<Conference>(test_setup(u"li"_s));
            conference->setCamera(true);
            conference->setMicrophone(true);
            conference->enter(*ticket);
            for (int turn = 0; turn < step * step * 10; ++turn)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
            conference.reset();
        }
        QVERIFY(Conference::waitForShutDown(patience));
    }

    void cleanupTestCase() { QVERIFY(Conference::waitForShutDown(patience)); }
};

QTEST_GUILESS_MAIN(ConferenceTest)
#include "conference_test.moc"
