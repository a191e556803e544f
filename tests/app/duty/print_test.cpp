// Duty on paper and in spreadsheets, read back by others' programs: pdftotext, and GDAL for what is
// in the archive that a spreadsheet is.
#include "app/duty/print/file_bytes.h"
#include "app/duty/print/rota_pdf.h"
#include "app/duty/print/sheet_pdf.h"
#include "app/duty/print/xlsx_sheets.h"
#include "app/text.h"
#include "core/duty/roster_codec.h"
#include "tests/core/duty/sample.h"

#include <cpl_vsi.h>

#include <QCryptographicHash>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QXmlStreamReader>

using namespace chengyun;
using namespace chengyun::console;
using namespace chengyun::sample;

namespace {

/// What pdftotext reads, pages apart by form feeds.
QString textOf(const QByteArray& pdf) {
    QTemporaryDir folder;
    const auto file = folder.filePath(QStringLiteral("it.pdf"));
    if (!writeBytes(QUrl::fromLocalFile(file), pdf))
        return {};
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), file, QStringLiteral("-")});
    return reader.waitForFinished() && reader.exitCode() == 0
               ? QString::fromUtf8(reader.readAllStandardOutput())
               : QString();
}
/// The text without its spacing, since a line may be broken anywhere in Chinese. A glyph that
/// stands for several characters is told as the first of them: a radical, another dash.
QString runOn(const QString& text) {
    return text.normalized(QString::NormalizationForm_KC)
        .replace(QChar(0x2ed3), u'长')
        .replace(QChar(0x2012), u'–')
        .remove(QRegularExpression(QStringLiteral("\\s+")));
}

/// One file of the archive.
QByteArray memberOf(const QByteArray& xlsx, const char* name) {
    QTemporaryDir folder;
    const auto file = folder.filePath(QStringLiteral("it.xlsx"));
    if (!writeBytes(QUrl::fromLocalFile(file), xlsx))
        return {};
    const auto path = "/vsizip/" + file.toUtf8() + "/" + name;
    auto* in = VSIFOpenL(path.constData(), "rb");
    if (!in)
        return {};
    QByteArray bytes(1 << 20, '\0');
    bytes.resize(static_cast<qsizetype>(VSIFReadL(bytes.data(), 1, bytes.size(), in)));
    VSIFCloseL(in);
    return bytes;
}
/// What the cells hold by their names ("B3"), texts looked up.
QMap<QString, QString> cellsOf(const QByteArray& xlsx) {
    QStringList strings;
    QXmlStreamReader shared(memberOf(xlsx, "xl/sharedStrings.xml"));
    while (!shared.atEnd())
        if (shared.readNext() == QXmlStreamReader::StartElement && shared.name() == u"si")
            strings.append(shared.readElementText(QXmlStreamReader::IncludeChildElements));
    QMap<QString, QString> cells;
    QXmlStreamReader sheet(memberOf(xlsx, "xl/worksheets/sheet1.xml"));
    QString name, type;
    while (!sheet.atEnd()) {
        if (sheet.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (sheet.name() == u"c") {
            name = sheet.attributes().value(QStringLiteral("r")).toString();
            type = sheet.attributes().value(QStringLiteral("t")).toString();
        } else if (sheet.name() == u"v") {
            const auto value = sheet.readElementText();
            cells.insert(name, type == u"s" ? strings.value(value.toInt()) : value);
        }
    }
    return cells;
}

HandoverItem item(HandoverItemKind kind, const char* name, std::string title) {
    HandoverItem item;
    item.id = id(name);
    item.kind = kind;
    item.subject = id(name);
    item.title = std::move(title);
    return item;
}

PrintedSheet signedSheet() {
    PrintedSheet printed;
    printed.hall = QStringLiteral("蔡甸区城运中心");
    printed.post = post("leader", PostKind::shift_leader);
    printed.post.name = "值班长";
    printed.outgoing = shift("one", "leader", "chen", "2026-02-14 20:00", "2026-02-15 08:00");
    printed.incoming = shift("two", "leader", "zhou", "2026-02-15 08:00", "2026-02-15 20:00");
    printed.outgoingName = QStringLiteral("陈立新");
    printed.incomingName = QStringLiteral("周敏");
    auto& sheet = printed.sheet;
    sheet.id = id("sheet");
    sheet.post = printed.post.id;
    sheet.outgoing = printed.outgoing->id;
    sheet.incoming = printed.incoming->id;
    sheet.due = at("2026-02-15 08:30");
    sheet.items = {item(HandoverItemKind::open_order, "o1", "2031 内涝 · 汉阳大道"),
                   item(HandoverItemKind::overdue_order, "o2", "2029 树倒 · 张湾街"),
                   item(HandoverItemKind::fault, "f1", "三号大屏右下角黑屏")};
    for (auto& each : sheet.items) {
        each.acknowledged = at("2026-02-15 07:55");
        each.acknowledged_by = "zhou";
    }
    sheet.items[0].remark = "水泵已到,等电源";
    sheet.items[1].answer = "已电话催促";
    sheet.state = HandoverState::accepted;
    sheet.handed_over = at("2026-02-15 07:50");
    sheet.handed_over_by = "chen";
    sheet.handed_over_by_name = "陈立新";
    sheet.accepted = at("2026-02-15 08:01");
    sheet.accepted_by = "zhou";
    sheet.accepted_by_name = "周敏";
    printed.names = {{"zhou", QStringLiteral("周敏")}};
    return printed;
}

} // namespace

/// What `make` gives on another thread.
template <class Make>
QByteArray elsewhere(Make make) {
    QByteArray bytes;
    QThreadPool pool;
    pool.start([&] { bytes = make(); });
    pool.waitForDone();
    return bytes;
}

class DutyPrintTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sheetSaysAllOfIt() {
        const auto printed = signedSheet();
        const auto text =
            textOf(elsewhere([&] { return sheetPdf(printed, Calendar({}, sample::wuhan)); }));
        QVERIFY2(!text.isEmpty(), "pdftotext");
        const auto said = runOn(text);
        for (const auto* words :
             {"蔡甸区城运中心", "Handoversheet", "值班长", "陈立新", "周敏",
              "2026-02-1420:00–2026-02-1508:00", "2026-02-1508:00–20:00", "Openorders(1)",
              "Overdueorders(1)", "Equipmentatfault(1)", "2031内涝·汉阳大道", "水泵已到,等电源",
              "2026-02-1507:55", "已电话催促", "2026-02-1507:50", "2026-02-1508:01"})
            QVERIFY2(said.contains(QString::fromUtf8(words)), words);
        QVERIFY(!said.contains(QStringLiteral("Standinginstructions")));
        QVERIFY(said.indexOf(QStringLiteral("Overdueorders")) <
                said.indexOf(QStringLiteral("Openorders")));
        QVERIFY(said.indexOf(QStringLiteral("2031内涝")) <
                said.indexOf(QStringLiteral("Signatures")));
    }

    void lastLineProvesTheSheet() {
        auto printed = signedSheet();
        const auto hash = QString::fromLatin1(
            QCryptographicHash::hash(QByteArray::fromStdString(json::write(printed.sheet)),
                                     QCryptographicHash::Sha256)
                .toHex());
        auto lines = textOf(sheetPdf(printed, Calendar({}, sample::wuhan))).trimmed().split(u'\n');
        QVERIFY(lines.last().contains(QStringLiteral("SHA-256 ") + hash));
        QVERIFY(lines.last().contains(QStringLiteral("Page 1 of 1")));
        printed.sheet.items[0].answer = "x";
        QVERIFY(sheetHash(printed.sheet) != hash);
    }

    void longSheetsHaveSeveralPages() {
        auto printed = signedSheet();
        for (int i = 0; i < 80; ++i)
            printed.sheet.items.push_back(item(HandoverItemKind::log, "l", "巡查记录"));
        auto pages = textOf(sheetPdf(printed, Calendar({}, sample::wuhan))).split(u'\f');
        pages.removeLast(); // behind the last form feed
        QVERIFY(pages.size() > 1);
        for (qsizetype i = 0; i < pages.size(); ++i) {
            const auto foot = QStringLiteral("Page %1 of %2").arg(i + 1).arg(pages.size());
            QVERIFY2(pages.at(i).contains(foot), qPrintable(pages.at(i)));
            QVERIFY(pages.at(i).contains(sheetHash(printed.sheet)));
        }
        QVERIFY(pages.last().contains(QStringLiteral("Signatures")));
    }

    void whatIsMissingIsSaid() {
        auto printed = signedSheet();
        printed.incoming.reset();
        printed.incomingName.clear();
        printed.sheet.accepted.reset();
        printed.sheet.state = HandoverState::handed_over;
        printed.sheet.items.clear();
        const auto said = runOn(textOf(sheetPdf(printed, Calendar({}, sample::wuhan))));
        QVERIFY(said.contains(QStringLiteral("notsigned")));
        QVERIFY(said.contains(QStringLiteral("tobeaccepted")));
        QVERIFY(said.contains(QStringLiteral("Nothingisopen")));
    }

    void textsAreNoMarkup() {
        auto printed = signedSheet();
        const std::string hostile = "<b>x</b><img src=\"file:///etc/passwd\">&amp;</td></table>";
        printed.sheet.items[0].title = hostile;
        printed.sheet.items[0].remark = hostile;
        printed.sheet.items[1].answer = hostile;
        printed.outgoingName = qs(hostile);
        const auto said = runOn(textOf(sheetPdf(printed, Calendar({}, sample::wuhan))));
        const auto expected = runOn(qs(hostile));
        QCOMPARE(said.count(expected), 4);
    }

    void rotaIsATableOfTheMonth() {
        auto [rota, years] = month();
        const auto table =
            rotaTable({rota.posts, rota.people, rota.shifts, {}}, years, Calendar(years, wuhan),
                      std::chrono::year(2026) / std::chrono::February, QStringLiteral("蔡甸区"));
        QCOMPARE(table.sheet, QStringLiteral("2026-02"));
        QCOMPARE(table.days.size(), 28U);
        QVERIFY(table.days[13].makeUp); // Saturday the 14th
        QCOMPARE(table.days[14].kind, DayKind::holiday);
        QCOMPARE(table.days[14].holiday, QStringLiteral("春节"));
        QCOMPARE(table.days[6].kind, DayKind::weekend);
        QCOMPARE(table.rows.size(), 3U);
        QCOMPARE(table.rows[0].post, QStringLiteral("leader"));
        QCOMPARE(table.rows[0].span, 2);
        QCOMPARE(table.rows[0].time, QStringLiteral("08:00–20:00"));
        QCOMPARE(table.rows[1].span, 0);
        QCOMPARE(table.rows[1].time, QStringLiteral("20:00–08:00"));
        QCOMPARE(table.rows[0].names[0], QStringList({QStringLiteral("=SUM(A1)")}));
        QCOMPARE(table.rows[0].names[1], QStringList({QStringLiteral("(open)")}));
        QVERIFY(table.rows[0].names[2].isEmpty()); // cancelled
        QCOMPARE(table.rows[1].names[0], QStringList({QStringLiteral("zhou")}));
        QCOMPARE(table.rows[2].post, QStringLiteral("empty"));
        QCOMPARE(table.rows[2].span, 1);
    }

    void rotaAsSpreadsheet() {
        auto [rota, years] = month();
        const auto xlsx = rotaXlsx(
            rotaTable({rota.posts, rota.people, rota.shifts, {}}, years, Calendar(years, wuhan),
                      std::chrono::year(2026) / std::chrono::February, QStringLiteral("蔡甸区")));
        QVERIFY(xlsx);
        const auto cells = cellsOf(*xlsx);
        QCOMPARE(cells.value(QStringLiteral("A1")), QStringLiteral("蔡甸区  Rota, February 2026"));
        QCOMPARE(cells.value(QStringLiteral("C2")), QStringLiteral("1"));
        QVERIFY(cells.value(QStringLiteral("Q3")).contains(QStringLiteral("春节"))); // the 15th
        QCOMPARE(cells.value(QStringLiteral("C4")), QStringLiteral("=SUM(A1)"));
        const auto sheet = memberOf(*xlsx, "xl/worksheets/sheet1.xml");
        QVERIFY(!sheet.contains("<f>"));
        for (const auto* part :
             {"<mergeCell ref=\"A1:AD1\"/>", "<mergeCell ref=\"A4:A5\"/>", "state=\"frozen\"",
              "xSplit=\"2\" ySplit=\"3\"", "orientation=\"landscape\"", "paperSize=\"8\"",
              "fitToHeight=\"0\""})
            QVERIFY2(sheet.contains(part), part);
        const auto book = memberOf(*xlsx, "xl/workbook.xml");
        QVERIFY(book.contains("Print_Titles"));
        QVERIFY(book.contains("Print_Area"));
    }

    void rotaOnPaper_data() {
        QTest::addColumn<int>("size");
        QTest::newRow("A3") << int(QPageSize::A3);
        QTest::newRow("A4") << int(QPageSize::A4);
    }
    void rotaOnPaper() {
        QFETCH(int, size);
        auto [rota, years] = month();
        const auto table =
            rotaTable({rota.posts, rota.people, rota.shifts, {}}, years, Calendar(years, wuhan),
                      std::chrono::year(2026) / std::chrono::February, QStringLiteral("蔡甸区"));
        const auto said = runOn(textOf(elsewhere([&] {
            return rotaPdf(table, QPageSize::PageSizeId(size), QStringLiteral("2026-01-20 10:00"));
        })));
        for (const auto* words : {"蔡甸区", "February2026", "08:00–20:00", "zhou", "=SUM(A1)",
                                  "2026-01-2010:00", "Page1of1"})
            QVERIFY2(said.contains(QString::fromUtf8(words)), words);
    }

    void manyPostsTakeSeveralPages() {
        auto [rota, years] = month();
        for (int i = 0; i < 60; ++i) {
            auto more = post("leader");
            more.id = id(QByteArray::number(i).constData());
            more.name = "post " + std::to_string(i);
            rota.posts.push_back(more);
        }
        auto pages = textOf(rotaPdf(rotaTable({rota.posts, rota.people, rota.shifts, {}}, years,
                                              Calendar(years, wuhan),
                                              std::chrono::year(2026) / std::chrono::February, {}),
                                    QPageSize::A4, {}))
                         .split(u'\f');
        pages.removeLast();
        QVERIFY(pages.size() > 1);
        for (const auto& page : pages)
            QVERIFY(page.contains(QStringLiteral("February 2026")));
        QVERIFY(pages.last().contains(QStringLiteral("post 59")));
    }

    void figuresAsSpreadsheet() {
        FiguresTable table;
        table.hall = QStringLiteral("蔡甸区");
        table.sheet = QStringLiteral("2026-02");
        table.title = figuresTitle(QStringLiteral("February 2026"));
        for (const auto* name : {"-2+3", "周敏"}) {
            FiguresRow row;
            row.name = QString::fromUtf8(name);
            row.unit = QStringLiteral("centre");
            row.figures.planned = 4;
            row.figures.shifts = 3;
            row.figures.minutes = 2190;
            row.figures.late = 1;
            table.rows.push_back(row);
        }
        const auto texts = figuresTexts(table);
        QCOMPARE(texts.size(), 3);
        QCOMPARE(texts[1].size(), texts[0].size());
        QCOMPARE(texts[1].mid(0, 5),
                 QStringList({QStringLiteral("-2+3"), QStringLiteral("centre"), QStringLiteral("4"),
                              QStringLiteral("3"), QStringLiteral("36.5")}));
        const auto xlsx = figuresXlsx(table);
        QVERIFY(xlsx);
        const auto cells = cellsOf(*xlsx);
        QCOMPARE(cells.value(QStringLiteral("A3")), QStringLiteral("-2+3"));
        QCOMPARE(cells.value(QStringLiteral("E3")), QStringLiteral("36.5"));
        QCOMPARE(cells.value(QStringLiteral("E5")), QStringLiteral("73"));
        QCOMPARE(cells.value(QStringLiteral("J5")), QStringLiteral("2")); // late
        const auto sheet = memberOf(*xlsx, "xl/worksheets/sheet1.xml");
        QVERIFY(!sheet.contains("<f>"));
        QVERIFY(sheet.contains("paperSize=\"9\""));
    }

    void aFileThatCannotBeWrittenIsSaid() {
        QTemporaryDir folder;
        const auto file = QUrl::fromLocalFile(folder.filePath(QStringLiteral("no/such/it.pdf")));
        const auto written = writeBytes(file, "x");
        QVERIFY(!written);
        QCOMPARE(written.error().kind, FailureKind::unavailable);
        QCOMPARE(written.error().field, std::string("disk"));
    }

private:
    struct Month {
        std::vector<Post> posts;
        std::vector<Person> people;
        std::vector<Shift> shifts;
    };
    static std::pair<Month, std::vector<HolidayYear>> month() {
        Month made;
        made.posts = {post("leader", PostKind::shift_leader), post("empty"), post("closed")};
        made.posts[2].closed = true;
        made.people = {person("chen"), person("zhou")};
        made.people[0].name = "=SUM(A1)";
        made.shifts = {
            shift("a", "leader", "zhou", "2026-02-01 20:00", "2026-02-02 08:00"),
            shift("b", "leader", "chen", "2026-02-01 08:00", "2026-02-01 20:00"),
            shift("c", "leader", "", "2026-02-02 08:00", "2026-02-02 20:00"),
            shift("d", "leader", "chen", "2026-02-03 08:00", "2026-02-03 20:00"),
            shift("e", "leader", "chen", "2026-03-01 08:00", "2026-03-01 20:00"),
        };
        made.shifts[3].state = ShiftState::cancelled;
        HolidayYear year;
        year.year = "2026";
        year.source = "notice";
        year.holidays = {{"春节", "2026-02-15", "2026-02-23", {"2026-02-17"}}};
        year.make_up_days = {"2026-02-14", "2026-02-28"};
        return {made, {year}};
    }
};

QTEST_MAIN(DutyPrintTest)
#include "print_test.moc"
