// CSV is read as it stands: nothing is repaired by guessing, and what is not plain is told with its
// line.
#include "hub/imports/csv.h"
#include "tests/hub/imports/import_desk.h"
#include "tests/hub/verify.h"

#include <QtTest>

using namespace chengyun;
using namespace chengyun::hub;
using namespace std::string_literals;

namespace {

const auto risk_map = "layer='risk'\nsystem='EPSG:4326'\n[columns]\nname='n'\nx='x'\ny='y'\n"
                      "address='addr'\n"s;

std::string joined(const Row& row) {
    std::string out;
    for (const auto& value : row.values)
        out += "[" + value + "]";
    return out;
}

} // namespace

class ImportCsvTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cells_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("row");
        const auto row = [](const char* name, const char* text, const char* cells) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(cells);
        };
        row("plain", "a,b\n1,2\n", "[1][2]");
        row("blanks stay", "a,b\n 1 , 2\n", "[ 1 ][ 2]");
        row("empty", "a,b\n,\n", "[][]");
        row("quoted", "a,b\n\"1,2\",\"3\"\"4\"\n", "[1,2][3\"4]");
        row("quoted and empty", "a,b\n\"\",\"\"\n", "[][]");
        row("blanks behind a quoted cell", "a,b\n\"1\" ,2\n", "[1][2]");
        row("quoted break", "a,b\n\"1\r\n2\",3\r\n", "[1\r\n2][3]");
        row("a mark within", "a,b\n5\" pipe,the \"old\" one\n", "[5\" pipe][the \"old\" one]");
        row("semicolons", "a;b\n1;2,3\n", "[1][2,3]");
        row("tabs", "a\tb\n1\t2\n", "[1][2]");
        row("bars", "a|b\n1|2\n", "[1][2]");
        row("a separator in a quoted heading", "\"a;;;;\",b\n1,2\n", "[1][2]");
        row("empty cells behind the last heading", "a,b,\n1,2,\n", "[1][2]");
        row("more of them", "a,b\n1,2,,  ,\n", "[1][2]");
    }
    void cells() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, row);
        const auto table = read_csv(text.toStdString(), Separator::as_headings, {});
        VERIFY_OK(table);
        QCOMPARE(table->columns.size(), 2U);
        QCOMPARE(table->rows.size(), 1U);
        QCOMPARE(QByteArray::fromStdString(joined(table->rows[0])), row);
        QVERIFY(table->flaws.empty());
    }

    void headings_without_words_are_numbered() {
        const auto table = read_csv(" a,, c \n1,2,3\n", Separator::as_headings, {});
        VERIFY_OK(table);
        QCOMPARE(table->columns, (std::vector<std::string>{"a", "field_2", "c"}));
    }

    void refused_whole_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("detail");
        const auto row = [](const char* name, const char* text, const char* detail) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(detail);
        };
        row("never closed", "n,x,y,addr\n甲,1,1,路\n乙,2,2,\"路\n丙,3,3,路\n丁,4,4,路\n",
            "line 3: the quotation mark that opens cell 4 is never closed");
        row("never closed in the headings", "n,\"x,y\n1,2\n",
            "line 1: the quotation mark that opens cell 2 is never closed");
        row("text behind the mark", "n,a\n甲,\"路\n乙,\"巷\n",
            "line 3: text behind the quotation mark that closes cell 2 (opened in line 2); within "
            "a "
            "quoted cell it is written twice");
    }
    void refused_whole() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, detail);
        const auto table = read_csv(text.toStdString(), Separator::as_headings, {});
        VERIFY_REFUSED(table, malformed);
        QCOMPARE(QByteArray::fromStdString(table.error().detail), detail);
    }

    void refused_by_line_data() {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<int>("line");
        QTest::addColumn<QByteArray>("detail");
        const auto row = [](const char* name, const char* rows, int line, const char* detail) {
            QTest::newRow(name) << QByteArray(rows) << line << QByteArray(detail);
        };
        row("a cell too many", "甲,114.03,30.58,A路1号,2楼\n乙,114.04,30.58,B路2号\n", 2,
            "5 cells under 4 headings: a cell with \",\" in it needs quotation marks around it");
        row("a cell too few", "甲,114.03,30.58,路\n乙,114.04,30.58\n", 3,
            "3 cells under 4 headings: is a \",\" missing, or does a line break stand within a "
            "cell "
            "without quotation marks?");
        row("one cell", "甲,114.03,30.58,路\n合计\n", 3,
            "1 cell under 4 headings: is a \",\" missing, or does a line break stand within a cell "
            "without quotation marks?");
        row("a mark that takes in rows",
            "甲,114.01,30.5,路\n乙,114.02,30.5,\"路\n丙,114.03,30.5,路\n丁,114.04,30.5,路\"\n"
            "戊,114.05,30.5,路\n",
            3,
            "a cell in quotation marks takes in lines that look like rows (line 4 to 5): is one of "
            "the marks missing or too many?");
        row("the same in the first row", "甲,114.01,30.5,\"路\n乙,114.02,30.5,路\"\n", 2,
            "a cell in quotation marks takes in lines that look like rows (line 3 to 3): is one of "
            "the marks missing or too many?");
    }
    void refused_by_line() {
        QFETCH(QByteArray, rows);
        QFETCH(int, line);
        QFETCH(QByteArray, detail);
        ImportDesk desk;
        ImportRequest request;
        request.file = desk.write("r.csv", "n,x,y,addr\n" + rows.toStdString());
        request.map = risk_map;
        const auto report = desk.run(request);
        VERIFY_OK(report);
        QVERIFY(!report->stored);
        QCOMPARE(report->refused, 1);
        QCOMPARE(report->refused_rows.at(0).fault, RowFault::bad_cells);
        QCOMPARE(report->refused_rows.at(0).line, line);
        QCOMPARE(QByteArray::fromStdString(report->refused_rows.at(0).detail), detail);
        request.skip_bad = true;
        const auto rest = desk.run(request);
        VERIFY_OK(rest);
        QCOMPARE(rest->taken, rest->read - 1);
    }

    void lines_of_an_address_are_no_rows() {
        const auto table =
            read_csv("n,x,y,addr\n甲,114.01,30.5,\"A区,1号,东门,后\nB区,2号,西门,前\"\n",
                     Separator::as_headings, {});
        VERIFY_OK(table);
        QVERIFY(table->flaws.empty());
        QCOMPARE(table->rows.size(), 1U);
    }

    void a_column_of_shapes() {
        ImportDesk desk;
        ImportRequest request;
        request.file = desk.write(
            "a.csv", "code,name,WKT\n990901,区,\"POLYGON((114 30,115 30,115 31,114 30))\"\n");
        request.map = "layer='area'\nsystem='EPSG:4326'\n[columns]\ncode='code'\nname='name'\n"
                      "[[parents]]\ncode='9909'\nname='市'\n";
        const auto report = desk.run(request);
        VERIFY_OK(report);
        QVERIFY(report->stored);
        QCOMPARE(desk.area_store->get(desk.db(), "990901000000")->rings.size(), 1U);
    }
};

QTEST_GUILESS_MAIN(ImportCsvTest)
#include "import_csv_test.moc"
