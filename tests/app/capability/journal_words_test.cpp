// The words for journal entries: each capability's own, and what nobody knows.
#include "app/capability/journal_words.h"

#include <QTest>

using namespace chengyun;
using namespace chengyun::console;

class JournalWordsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachCapabilitySaysItsOwn_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("title");
        QTest::newRow("its kind") << QStringLiteral("order.issued") << QStringLiteral("an order");
        QTest::newRow("another of it")
            << QStringLiteral("timer.overdue") << QStringLiteral("an order");
        QTest::newRow("of another") << QStringLiteral("mode.switched") << QStringLiteral("a mode");
        QTest::newRow("that begins alike")
            << QStringLiteral("orders.moved") << QStringLiteral("orders.moved");
        QTest::newRow("unknown") << QStringLiteral("drone.started")
                                 << QStringLiteral("drone.started");
        QTest::newRow("without a dot") << QStringLiteral("order") << QStringLiteral("an order");
        QTest::newRow("nothing") << QString() << QString();
    }
    void eachCapabilitySaysItsOwn() {
        QFETCH(QString, kind);
        QFETCH(QString, title);
        JournalWords words;
        words.add({"order", "timer"}, [](const Entry&) {
            return EntryWords{.title = QStringLiteral("an order"), .text = {}};
        });
        words.add({"mode"}, [](const Entry&) {
            return EntryWords{.title = QStringLiteral("a mode"), .text = {}};
        });
        Entry entry;
        entry.kind = kind.toStdString();
        QCOMPARE(words.of(entry).title, title);
    }
};

QTEST_GUILESS_MAIN(JournalWordsTest)
#include "journal_words_test.moc"
