#include "hub/store/rows.h"
#include "tests/hub/verify.h"

#include <QTemporaryDir>

#include <sqlite3.h>

using namespace chengyun;
using namespace chengyun::hub;

class DatabaseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        auto opened = Database::open(
            dir_.filePath(QString::fromLatin1(QTest::currentTestFunction())).toStdString(),
            Database::Mode::read_write);
        VERIFY_OK(opened);
        db_ = std::move(*opened);
        VERIFY_OK(db_->execute("CREATE TABLE number (n INTEGER NOT NULL) STRICT;"
                               "INSERT INTO number VALUES (1), (2), (3)"));
    }

    /// Texts made at run time often get the memory of the one before.
    void the_same_memory_with_another_text() {
        std::string text = "SELECT min(n) FROM number";
        QCOMPARE(first_of(text), 1);
        text.replace(text.find("min"), 3, "max");
        QCOMPARE(first_of(text), 3);
        text.replace(text.find("max"), 3, "sum");
        QCOMPARE(first_of(text), 6);
    }

    void the_same_text_elsewhere_is_the_same_statement() {
        const std::string one = "SELECT n FROM number WHERE n = ?", other = one;
        const auto prepared = [&] {
            int count = 0;
            for (auto* s = sqlite3_next_stmt(db_->handle(), nullptr); s;
                 s = sqlite3_next_stmt(db_->handle(), s))
                ++count;
            return count;
        };
        for (const auto* text : {&one, &other}) {
            auto query = bound(*db_, *text, 2);
            VERIFY_OK(query);
            QVERIFY(*query->step());
            QCOMPARE(query->integer(0), 2);
        }
        QCOMPARE(prepared(), 1);
    }

    void one_text_in_use_twice() {
        auto outer = bound(*db_, "SELECT n FROM number ORDER BY n");
        auto inner = bound(*db_, "SELECT n FROM number ORDER BY n");
        QVERIFY(*outer->step() && *inner->step() && *inner->step());
        QCOMPARE(outer->integer(0), 1);
        QCOMPARE(inner->integer(0), 2);
        QVERIFY(*outer->step());
        QCOMPARE(outer->integer(0), 2);
    }

    void a_text_that_is_no_sql_is_refused_each_time() {
        for (int i = 0; i < 2; ++i)
            QCOMPARE(db_->prepare("SELECT nothing FROM nowhere").error().kind,
                     FailureKind::internal);
    }

private:
    std::int64_t first_of(std::string_view text) {
        auto query = db_->prepare(text);
        return query && *query->step() ? query->integer(0) : -1;
    }

    QTemporaryDir dir_;
    std::unique_ptr<Database> db_;
};

QTEST_GUILESS_MAIN(DatabaseTest)
#include "database_test.moc"
