#include "hub/attachments/attachment_keeper.h"
#include "hub/attachments/attachment_store.h"
#include "hub/attachments/sniff.h"
#include "tests/hub/hall.h"

#include <QtTest>

#include <atomic>
#include <barrier>
#include <thread>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;

namespace {
const QByteArray jpeg = QByteArray::fromHex("ffd8ffe000104a464946") + QByteArray(200, 'x');
const QByteArray png = QByteArray::fromHex("89504e470d0a1a0a") + QByteArray(200, 'x');

struct Desk {
    Hall hall;
    Readers readers{hall.file};
    AttachmentStore store;

    explicit Desk(AttachmentLimits limits = {1 << 20, 1 << 20, 1 << 20})
        : store(folder().toStdString(), limits) {
        hall.add_areas();
        must(store.open());
    }
    [[nodiscard]] QString folder() const {
        return hall.dir.path() + QStringLiteral("/attachments");
    }
    Result<AttachmentStore::Kept> try_keep(const QByteArray& content,
                                           const std::string& account = "me",
                                           const char* claimed = "") {
        return store.keep(*hall.reader, content.toStdString(), claimed, account, hall.clock());
    }
    AttachmentStore::Kept keep(const QByteArray& content, const std::string& account = "me") {
        return must(try_keep(content, account));
    }
    void record(const Attachment& attachment, const std::string& account = "me") {
        must(hall.writer->run([&](Transaction& tx) -> Result<Answer> {
            auto done = store.record(tx, attachment, account);
            return done ? Result<Answer>(Answer{}) : done.error();
        }));
    }
    Attachment bring(const QByteArray& content, const std::string& account = "me") {
        const auto kept = keep(content, account);
        record(kept.attachment, account);
        return kept.attachment;
    }
    /// An assignment about which the east phone may report.
    [[nodiscard]] std::string acknowledged() {
        const auto done = must(hall.issue(hall.commander, hall.command({hall.east_unit})));
        const auto& assignment = done.change.values<Assignment>().at(0).id;
        must(hall.act(hall.east_phone, assignment, Act::acknowledge));
        return assignment;
    }
    /// A report that names it.
    void report(const Attachment& attachment) {
        auto body = Hall::saying("seen");
        body.attachments = {attachment.id};
        must(hall.act(hall.east_phone, acknowledged(), Act::report, body));
    }
    [[nodiscard]] bool is_there(const Attachment& attachment) {
        const auto found = store.find(*hall.reader, attachment.id);
        const bool file = std::filesystem::exists(store.file(attachment.id));
        if (found.has_value() != file)
            qFatal("a row without its file, or a file without its row");
        return file;
    }
};
} // namespace

class AttachmentsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void films_have_a_limit_of_their_own() {
        Desk desk({.max_bytes = 1000,
                   .quota_bytes = 100'000,
                   .account_quota_bytes = 100'000,
                   .max_film_bytes = 5000});
        const auto film = [](int size) {
            return QByteArray::fromHex("000000186674797069736f6d00000000") + QByteArray(size, 'x');
        };
        const auto kept = desk.keep(film(4000));
        QCOMPARE(kept.attachment.type, std::string("video/mp4"));
        QVERIFY(desk.try_keep(film(5001)).error().kind == FailureKind::too_large);
        // What only says that it is one is not.
        QVERIFY(desk.try_keep(jpeg + QByteArray(4000, 'x'), "me", "video/mp4").error().kind ==
                FailureKind::too_large);
        QVERIFY(desk.try_keep(QByteArray(4000, 'x'), "me", "video/mp4").error().kind ==
                FailureKind::too_large);
        QVERIFY(desk.try_keep(jpeg, "me", "video/mp4").error().kind == FailureKind::wrong_type);
    }

    void types_are_told_by_bytes_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("type");
        const auto row = [](const char* name, const QByteArray& content, const char* type) {
            QTest::newRow(name) << content << QByteArray(type);
        };
        row("jpeg", jpeg, "image/jpeg");
        row("png", png, "image/png");
        row("webp", "RIFF....WEBPVP8 ", "image/webp");
        row("heic", QByteArray::fromHex("00000018") + "ftypheic", "image/heic");
        row("mp4", QByteArray::fromHex("00000018") + "ftypisom", "video/mp4");
        row("pdf", "%PDF-1.7\n", "application/pdf");
        row("text", "现场积水\n", "text/plain");
        row("csv with a mark", "\xef\xbb\xbfname,lon\n", "text/plain");
        row("csv in GB 18030", QByteArray::fromHex("b1dcc4d1cbf92cb5d8d6b70a"), "text/plain");
        row("geojson", " {\"type\":\"FeatureCollection\"}", "application/json");
        row("program", QByteArray::fromHex("7f454c46020101000000"), "");
        row("page", "<html><script>alert(1)</script>", "text/plain");
        row("control characters", QByteArray("abc\x01"), "");
        row("cut UTF-8 that is no GB 18030", QByteArray("abc\xff"), "");
        row("nothing", "", "");
    }
    void types_are_told_by_bytes() {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, type);
        QCOMPARE(QByteArray::fromStdString(
                     std::string(sniff_type({content.data(), std::size_t(content.size())}))),
                 type);
    }

    void claims_must_fit_data() {
        QTest::addColumn<QByteArray>("claim");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("fits");
        const auto row = [](const char* claim, const char* type, bool fits) {
            QTest::addRow("%s as %s", type, claim) << QByteArray(claim) << QByteArray(type) << fits;
        };
        row("", "image/png", true);
        row("image/png", "image/png", true);
        row("IMAGE/PNG; q=1", "image/png", true);
        row("image/jpeg", "image/png", false);
        row("text/csv", "text/plain", true);
        row("text/html", "text/plain", false);
        row("image/png", "text/plain", false);
        row("application/geo+json", "application/json", true);
        row("application/octet-stream", "application/pdf", true);
    }
    void claims_must_fit() {
        QFETCH(QByteArray, claim);
        QFETCH(QByteArray, type);
        QFETCH(bool, fits);
        QCOMPARE(claim_fits(claim.toStdString(), type.toStdString()), fits);
    }

    void kept_once_and_found_by_content() {
        Desk desk;
        const auto kept = desk.keep(jpeg).attachment;
        QVERIFY(is_content_hash(kept.id));
        QCOMPARE(kept.size, jpeg.size());
        QCOMPARE(kept.type, std::string("image/jpeg"));
        const auto used = desk.store.room().used;
        const auto again = desk.keep(jpeg);
        QVERIFY(again.attachment == kept);
        QVERIFY(!again.fresh);
        QCOMPARE(desk.store.room().used, used);
        QFile file(QString::fromStdString(desk.store.file(kept.id).string()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), jpeg);
        QVERIFY(desk.store.find(*desk.hall.reader, kept.id).error().kind == FailureKind::not_found);
        desk.record(kept);
        desk.record(kept);
        QVERIFY(must(desk.store.find(*desk.hall.reader, kept.id)) == kept);
        QVERIFY(must(desk.store.is_owner(*desk.hall.reader, kept.id, "me", "")));
        QVERIFY(!must(desk.store.is_owner(*desk.hall.reader, kept.id, "you", "")));
    }

    void limits() {
        Desk desk({.max_bytes = 1000, .quota_bytes = 300, .account_quota_bytes = 10'000});
        const auto kind_of = [&](const QByteArray& content, const char* claimed) {
            return desk.try_keep(content, "me", claimed).error().kind;
        };
        QCOMPARE(kind_of(QByteArray(1001, 'a'), ""), FailureKind::too_large);
        QCOMPARE(kind_of("", ""), FailureKind::malformed);
        QCOMPARE(kind_of(QByteArray::fromHex("7f454c460000"), "image/png"),
                 FailureKind::wrong_type);
        desk.bring(jpeg);
        QVERIFY(desk.store.room().room == 300);
        QVERIFY(!desk.store.room().is_filling());
        QCOMPARE(kind_of(png, ""), FailureKind::no_room);
        QCOMPARE(desk.store.refused(), 1);
        desk.bring("a note of some length, so that four fifths are used");
        QVERIFY(desk.store.room().is_filling());
        // Counted again after a restart, without what was half written.
        const auto used = desk.store.room().used;
        QFile half(desk.folder() + QStringLiteral("/new/half"));
        QVERIFY(half.open(QIODevice::WriteOnly));
        half.write(QByteArray(500, 'x'));
        half.close();
        AttachmentStore again(desk.folder().toStdString(), {1000, 300, 10'000});
        must(again.open());
        QCOMPARE(again.room().used, used);
        QVERIFY(!half.exists());
    }

    void one_content_brought_at_once_counts_once() {
        Desk desk({.max_bytes = 1 << 20, .quota_bytes = 1'500'000, .account_quota_bytes = 1 << 20});
        const auto content = QByteArray(1'000'000, 'x').toStdString();
        std::atomic<int> fresh = 0, refused = 0;
        std::vector<std::thread> threads;
        std::barrier at_once(8);
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&, i] {
                auto db = must(desk.readers.get());
                at_once.arrive_and_wait();
                // By the same account and by others.
                const auto kept =
                    desk.store.keep(*db, content, "text/plain", i < 4 ? "me" : std::to_string(i),
                                    desk.hall.clock());
                refused += kept.has_error();
                fresh += kept && kept->fresh;
            });
        for (auto& thread : threads)
            thread.join();
        QCOMPARE(refused.load(), 0);
        QCOMPARE(fresh.load(), 1);
        QCOMPARE(desk.store.room().used, std::int64_t(content.size()));
    }

    void one_account_may_not_fill_the_room() {
        Desk desk({.max_bytes = 1000, .quota_bytes = 100'000, .account_quota_bytes = 440});
        desk.bring(jpeg);
        {
            // What is on its way counts too, and the same again does not.
            const auto on_its_way = desk.keep(png);
            const auto same = desk.keep(png);
            QCOMPARE(desk.try_keep("a third one, which is too much").error().kind,
                     FailureKind::no_room);
        }
        desk.bring(png);
        desk.bring(png); // the answer was lost
        QCOMPARE(desk.try_keep("a third one, which is too much").error().kind,
                 FailureKind::no_room);
        desk.bring("another's", "you");
        desk.hall.later(8 * 24 * 60);
        desk.bring("a third one, in the week after");
    }

    void what_no_report_names_expires() {
        Desk desk;
        AttachmentKeeper keeper(desk.store, *desk.hall.writer, desk.readers, std::chrono::days(7));
        const auto named = desk.bring(jpeg), unnamed = desk.bring(png),
                   again = desk.bring("brought again");
        desk.report(named);
        const auto used = desk.store.room().used;
        desk.hall.later(6 * 24 * 60);
        desk.bring("brought again");
        QCOMPARE(keeper.pass(), 0);
        desk.hall.later(2 * 24 * 60);
        QCOMPARE(keeper.pass(), 1);
        QVERIFY(!desk.is_there(unnamed));
        QVERIFY(desk.is_there(named));
        QVERIFY(desk.is_there(again));
        QCOMPARE(desk.store.room().used, used - png.size());
        desk.hall.later(400 * 24 * 60);
        QCOMPARE(keeper.pass(), 1);
        QCOMPARE(keeper.pass(), 0);
        QVERIFY(desk.is_there(named));
    }

    void little_expires_at_a_time() {
        Desk desk;
        AttachmentKeeper keeper(desk.store, *desk.hall.writer, desk.readers, std::chrono::days(7));
        for (int i = 0; i < 100; ++i)
            desk.bring("note " + QByteArray::number(i));
        desk.hall.later(8 * 24 * 60);
        QCOMPARE(keeper.pass(), 64);
        QCOMPARE(keeper.pass(), 36);
    }

    void what_is_brought_while_it_expires_stays() {
        Desk desk;
        AttachmentKeeper keeper(desk.store, *desk.hall.writer, desk.readers, std::chrono::days(7));
        const auto old = desk.bring(jpeg);
        desk.hall.later(8 * 24 * 60);
        {
            // Its row goes between the file and the row of who brings it again.
            const auto kept = desk.keep(jpeg);
            QVERIFY(!kept.fresh);
            QCOMPARE(keeper.pass(), 0);
            QVERIFY(desk.store.find(*desk.hall.reader, old.id).has_error());
            desk.record(kept.attachment);
        }
        QCOMPARE(keeper.pass(), 0);
        QVERIFY(desk.is_there(old));
        desk.report(old);
    }

    void a_report_just_before_keeps_it() {
        Desk desk;
        const auto photo = desk.bring(jpeg), other = desk.bring(png);
        desk.hall.later(8 * 24 * 60);
        const auto assignment = desk.acknowledged();
        auto body = Hall::saying("seen");
        body.attachments = {photo.id};
        // Not even committed yet.
        std::vector<std::string> gone;
        must(desk.hall.writer->run([&](Transaction& tx) -> Result<Answer> {
            must(desk.hall.orders.act(tx, desk.hall.east_phone, assignment, Act::report, body));
            gone = must(desk.store.forget_unnamed(tx, tx.now(), 64));
            return Answer{};
        }));
        QCOMPARE(gone, std::vector<std::string>{other.id});
        QVERIFY(desk.is_there(photo));
    }

    void files_without_a_row_go() {
        Desk desk;
        AttachmentStore killed(desk.folder().toStdString(), {1 << 20, 1 << 20, 1 << 20});
        const auto left_by_it = [&](const QByteArray& content) {
            return must(killed.keep(*desk.hall.reader, content.toStdString(), "", "me",
                                    desk.hall.clock()))
                .attachment;
        };
        const auto given_up = left_by_it(png);
        const auto young = left_by_it("the hub was killed just now");
        must(desk.store.open());
        AttachmentKeeper keeper(desk.store, *desk.hall.writer, desk.readers, std::chrono::days(7));
        const auto recorded = desk.bring(jpeg);
        const auto on_its_way = desk.keep("on its way for days");
        const auto before = std::filesystem::file_time_type::clock::now() - std::chrono::days(8);
        for (const auto& id : {recorded.id, given_up.id, on_its_way.attachment.id})
            std::filesystem::last_write_time(desk.store.file(id), before);
        std::int64_t removed = 0;
        for (int part = 0; part < 256; ++part)
            removed += keeper.pass();
        QCOMPARE(removed, 1);
        QVERIFY(!std::filesystem::exists(desk.store.file(given_up.id)));
        QVERIFY(desk.is_there(recorded));
        QVERIFY(std::filesystem::exists(desk.store.file(on_its_way.attachment.id)));
        QVERIFY(std::filesystem::exists(desk.store.file(young.id)));
    }

    void what_came_to_no_row_is_removed_at_once() {
        Desk desk;
        const auto recorded = desk.bring(jpeg);
        auto kept = desk.keep(png);
        QVERIFY(kept.fresh);
        QVERIFY(!must(desk.store.remove_if_unrecorded(*desk.hall.reader, kept.attachment.id)));
        kept.hold.reset();
        QVERIFY(must(desk.store.remove_if_unrecorded(*desk.hall.reader, kept.attachment.id)));
        QVERIFY(!must(desk.store.remove_if_unrecorded(*desk.hall.reader, recorded.id)));
        QCOMPARE(desk.store.room().used, jpeg.size());
    }

    void the_last_of_several_removes_it() {
        Desk desk;
        auto& db = *desk.hall.reader;
        auto first = desk.keep(png), second = desk.keep(png), third = desk.keep(png, "you");
        QVERIFY(first.fresh && !second.fresh && !third.fresh);
        QVERIFY(!must(desk.store.give_up(db, first)));
        QVERIFY(!must(desk.store.give_up(db, third)));
        QVERIFY(must(desk.store.give_up(db, second)));
        QCOMPARE(desk.store.room().used, 0);
        // Unless it has come to a row meanwhile.
        auto lost = desk.keep(png);
        desk.bring(png, "you");
        QVERIFY(!must(desk.store.give_up(db, lost)));
        QCOMPARE(desk.store.room().used, png.size());
    }

    void a_refusal_leaves_no_file() {
        Desk desk({.max_bytes = 1000, .quota_bytes = 100'000, .account_quota_bytes = 250});
        desk.bring(jpeg);
        // What another one has given up just while this one was being refused for its quota.
        auto other = desk.keep(png, "you");
        const auto id = other.attachment.id;
        {
            const auto held = desk.store.files().hold(id, "third", png.size());
            QVERIFY(!must(desk.store.give_up(*desk.hall.reader, other)));
        }
        QVERIFY(std::filesystem::exists(desk.store.file(id)));
        QCOMPARE(desk.try_keep(png).error().kind, FailureKind::no_room);
        QVERIFY(!std::filesystem::exists(desk.store.file(id)));
    }

    /// Whatever kept an upload from giving up, the next minute does it.
    void what_nobody_gave_up_goes_within_a_minute() {
        Desk desk;
        AttachmentKeeper keeper(desk.store, *desk.hall.writer, desk.readers, std::chrono::days(7));
        desk.bring(jpeg);
        const auto left = desk.keep(png).attachment; // its hold ends here
        const auto on_its_way = desk.keep("on its way");
        QCOMPARE(keeper.pass(), 1);
        QVERIFY(!std::filesystem::exists(desk.store.file(left.id)));
        QVERIFY(std::filesystem::exists(desk.store.file(on_its_way.attachment.id)));
        QCOMPARE(keeper.pass(), 0);
    }
};

QTEST_GUILESS_MAIN(AttachmentsTest)
#include "attachments_test.moc"
