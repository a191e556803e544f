#include "hub/journal/entry_text.h"
#include "hub/journal/journal.h"
#include "hub/journal/journal_page.h"
#include "hub/store/rows.h"
#include "tests/hub/hall.h"
#include "tests/hub/verify.h"

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;

namespace {

Entry full_entry() {
    Entry entry;
    entry.seq = 7;
    entry.time = instant_of(1'790'000'000'123);
    entry.actor = "a\"b\\c";
    entry.actor_name = "张伟\t\x01\x7f";
    entry.kind = "order.issued";
    entry.entity = "order";
    entry.id = "x";
    entry.subject = "y";
    entry.areas = {"420114001000", "420114002000"};
    entry.units = {"u1"};
    entry.body.note = {{"text", "\"quoted\",\"body\":{}"}};
    return entry;
}

void fill(Hall& hall, int count) {
    for (int i = 0; i < count; ++i)
        must(hall.writer->run([&](Transaction& tx) -> Result<Answer> {
            auto draft = full_entry();
            draft.id = std::to_string(i);
            auto seq = tx.append(draft);
            if (!seq)
                return seq.error();
            return Answer{};
        }));
}

} // namespace

class JournalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sm3_vectors_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("digest");
        // GB/T 32905, appendix A.
        QTest::newRow("abc") << QByteArray("abc")
                             << QByteArray("66c7f0f462eeedd9d1f2d46bdc10e4e2"
                                           "4167c4875cf2f7a2297da02b8f4ba8e0");
        QTest::newRow("64 bytes") << QByteArray("abcd").repeated(16)
                                  << QByteArray("debe9ff92275b8a138604889c18e5a4d"
                                                "6fdb70e5387e5765293dcba39c0c5732");
    }
    void sm3_vectors() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, digest);
        QCOMPARE(sm3_hex(text.toStdString()), digest.toStdString());
        const auto plain = std::string(64, '0') + "\n" + text.toStdString();
        QCOMPARE(chain_hash(std::string(64, '0'), text.toStdString()), sm3_hex(plain));
    }

    void the_text_is_the_codecs() {
        auto entry = full_entry();
        const auto body = json::write(entry.body);
        const auto text = entry_text(entry, body);
        entry.previous = std::string(64, '1');
        entry.hash = std::string(64, '2');
        QCOMPARE(chained_text(text, entry.previous, entry.hash), json::write(entry));
        QCOMPARE(std::string(body_of(text)), body);
        const auto chained = json::write(entry); // the links are views into it
        const auto links = chain_links(chained);
        QCOMPARE(std::string(links.previous), entry.previous);
        QCOMPARE(std::string(links.hash), entry.hash);
        QVERIFY(chain_links(text).hash.empty());
        entry.areas.clear();
        entry.units.clear();
        entry.body = {};
        QCOMPARE(chained_text(entry_text(entry, "{}"), entry.previous, entry.hash),
                 json::write(entry));
    }

    void reading_back() {
        Hall hall;
        fill(hall, 10);
        const auto all = must(read_journal(*hall.reader, hall.writer->kinds(), 0, 100));
        QCOMPARE(all.size(), 10U);
        std::string previous(64, '0');
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto entry = must(json::read<Entry>(all[i]->json));
            QCOMPARE(entry.seq, static_cast<std::int64_t>(i) + 1);
            QCOMPARE(entry.previous, previous);
            previous = entry.hash;
            QCOMPARE(all[i]->areas, entry.areas);
            QCOMPARE(all[i]->units, entry.units);
        }
        const auto some = must(read_journal(*hall.reader, hall.writer->kinds(), 4, 3));
        QCOMPARE(some.size(), 3U);
        for (std::size_t i = 0; i < some.size(); ++i)
            QCOMPARE(some[i]->json, all[4 + i]->json);
        QCOMPARE(must(read_timeline(*hall.reader, hall.writer->kinds(), "y")).size(), 10U);
        QCOMPARE(must(read_timeline(*hall.reader, hall.writer->kinds(), "z")).size(), 0U);
    }

    void the_chain_goes_on_after_a_restart() {
        Hall hall;
        fill(hall, 3);
        hall.close();
        hall.open();
        QCOMPARE(hall.writer->head(), 3);
        const auto third = must(read_journal(*hall.reader, hall.writer->kinds(), 2, 1)).at(0);
        QCOMPARE(hall.writer->end(),
                 (JournalPosition{3, must(json::read<Entry>(third->json)).hash}));
        fill(hall, 3);
        QVERIFY(hall.chain_intact());
    }

    void tampering_is_found_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<qint64>("broken_at");
        QTest::newRow("changed text")
            << QByteArray("UPDATE journal SET body = replace(body, 'order.issued', 'order.closed') "
                          "WHERE seq = 5")
            << qint64(5);
        QTest::newRow("changed hash")
            << QByteArray("UPDATE journal SET hash = replace(hash, substr(hash, 1, 4), '0000') "
                          "WHERE seq = 6")
            << qint64(6);
        QTest::newRow("deleted row")
            << QByteArray("DELETE FROM journal WHERE seq = 4") << qint64(4);
        QTest::newRow("first row deleted")
            << QByteArray("DELETE FROM journal WHERE seq = 1") << qint64(1);
        QTest::newRow("cut off at the end")
            << QByteArray("DELETE FROM journal WHERE seq > 8") << qint64(9);
        QTest::newRow("swapped rows") << QByteArray("UPDATE journal SET seq = 100 WHERE seq = 3;"
                                                    "UPDATE journal SET seq = 3 WHERE seq = 4;"
                                                    "UPDATE journal SET seq = 4 WHERE seq = 100")
                                      << qint64(3);
        QTest::newRow("hidden from its readers")
            << QByteArray("UPDATE journal SET areas = '' WHERE seq = 7") << qint64(7);
        QTest::newRow("moved to another subject")
            << QByteArray("UPDATE journal SET subject = 'z' WHERE seq = 2") << qint64(2);
        QTest::newRow("an entry added without the head")
            << QByteArray("INSERT INTO journal SELECT 11, kind, entity, subject, areas, units, "
                          "replace(body, '\"seq\":10,', '\"seq\":11,'), hash FROM journal "
                          "WHERE seq = 10")
            << qint64(11);
    }
    void tampering_is_found() {
        QFETCH(QByteArray, sql);
        QFETCH(qint64, broken_at);
        Hall hall;
        fill(hall, 10);
        QVERIFY(hall.chain_intact());
        hall.close();
        auto db = must(Database::open(hall.file, Database::Mode::read_write));
        must(db->execute(sql.constData()));
        const auto report = must(verify_chain(*db));
        QVERIFY(report.broken_at.has_value());
        QCOMPARE(*report.broken_at, broken_at);
        QVERIFY(!report.reason.empty());
        hall.open();
    }

    /// Entries stored before migration 0014 keep the name that their hash covers.
    void entries_of_before_are_read_and_verified() {
        Hall hall;
        fill(hall, 2);
        hall.close();
        {
            auto db = must(Database::open(hall.file, Database::Mode::read_write));
            std::string previous(64, '0');
            for (int seq = 1; seq <= 2; ++seq) {
                auto query = must(bound(*db, "SELECT body FROM journal WHERE seq = ?", seq));
                QVERIFY(must(query.step()));
                std::string text(query.text(0));
                text.replace(text.find("\"subject\":"), 10, "\"order\":");
                query.reset();
                const auto hash = chain_hash(previous, text);
                must(run(*db, "UPDATE journal SET body = ?, hash = ? WHERE seq = ?", text, hash,
                         seq));
                previous = hash;
            }
            must(run(*db, "UPDATE journal_head SET hash = ?", previous));
        }
        hall.open();
        fill(hall, 1);
        QVERIFY(hall.chain_intact());
        const auto timeline = must(read_timeline(*hall.reader, hall.writer->kinds(), "y"));
        QCOMPARE(timeline.size(), 3U);
        for (const auto& stored : timeline)
            for (const auto unknown : {json::Unknown::ignore, json::Unknown::refuse})
                QCOMPARE(must(json::read<Entry>(stored->json, unknown)).subject, std::string("y"));
    }

    void a_timeline_in_pages() {
        Hall hall;
        for (int i = 0; i < 5; ++i) {
            must(hall.writer->run([&](Transaction& tx) -> Result<Answer> {
                auto draft = full_entry();
                draft.subject = i == 2 ? "other" : "y";
                draft.units.clear();
                draft.areas = {i == 1 ? Hall::west : Hall::east};
                must(tx.append(draft));
                return Answer{};
            }));
        }
        // 1, 2, 4 and 5 are its entries; the second is not for those of the east.
        const auto account = Hall::account(Role::operator_, Hall::east);
        std::vector<std::vector<std::int64_t>> pages;
        std::int64_t from = 0;
        for (bool more = true; more;) {
            const auto text =
                must(timeline_page(*hall.reader, hall.writer->kinds(), account, "y", from, 2));
            const auto page = must(json::parse(text)).as_object();
            auto& seqs = pages.emplace_back();
            for (const auto& item : page.at("items").as_array())
                seqs.push_back(item.at("seq").to_number<std::int64_t>());
            const auto* next = page.if_contains("next");
            more = next != nullptr;
            from = more ? next->to_number<std::int64_t>() : from;
        }
        QCOMPARE(pages, (std::vector<std::vector<std::int64_t>>{{1}, {4, 5}}));
        QCOMPARE(must(timeline_page(*hall.reader, {}, account, "", 0, 2)), "{\"items\":[]}");
    }
};

QTEST_GUILESS_MAIN(JournalTest)
#include "journal_test.moc"
