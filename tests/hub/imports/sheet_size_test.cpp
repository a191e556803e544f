// A spreadsheet is measured before anything is made of it.
#include "hub/imports/sheet_size.h"

#include "hub/imports/xml_tags.h"
#include "tests/hub/imports/import_desk.h"
#include "tests/hub/imports/ogr_file.h"
#include "tests/hub/imports/zip_file.h"
#include "tests/hub/verify.h"

#include <QtTest>

using namespace chengyun;
using namespace chengyun::hub;
using namespace std::string_literals;

namespace {

constexpr auto type =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";

/// A workbook of these sheets (what stands between <sheetData> and its end) and shared texts.
std::string xlsx(const std::vector<std::string>& sheets, const std::string& shared = {},
                 const std::string& sheet_of_all = {}) {
    std::string book = "<workbook xmlns:r='r'><sheets>", relations = "<Relationships>";
    ZipFile zip;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const auto n = std::to_string(i + 1);
        const auto file = sheet_of_all.empty() ? "sheet" + n + ".xml" : sheet_of_all;
        book += "<sheet name='s" + n + "' sheetId='" + n + "' r:id='rId" + n + "'/>";
        relations += "<Relationship Id='rId" + n + "' Type='" + type + "' Target='worksheets/" +
                     file + "'/>";
        zip.add({.name = "xl/worksheets/sheet" + n + ".xml",
                 .content = sheets[i].starts_with('<') && sheets[i].find("<row") != sheets[i].npos
                                ? "<worksheet><sheetData>" + sheets[i] + "</sheetData></worksheet>"
                                : sheets[i]});
    }
    zip.add({.name = "[Content_Types].xml", .content = "<Types/>"});
    zip.add({.name = "xl/workbook.xml", .content = book + "</sheets></workbook>"});
    zip.add({.name = "xl/_rels/workbook.xml.rels", .content = relations + "</Relationships>"});
    if (!shared.empty())
        zip.add({.name = "xl/sharedStrings.xml", .content = shared});
    return zip.bytes();
}

std::string ods(const std::string& tables) {
    return ZipFile(
               {{.name = "mimetype",
                 .content = "application/vnd.oasis.opendocument.spreadsheet",
                 .method = 0},
                {.name = "content.xml",
                 .content = "<office:document-content>" + tables + "</office:document-content>"}})
        .bytes();
}

std::string rows(int count, const std::string& cells = "<c><v>1</v></c>") {
    std::string out;
    for (int i = 0; i < count; ++i)
        out += "<row r=\"" + std::to_string(i + 1) + "\">" + cells + "</row>";
    return out;
}

std::string times(int count, const std::string& text) {
    std::string out;
    for (int i = 0; i < count; ++i)
        out += text;
    return out;
}

ImportLimits small() {
    ImportLimits limits;
    limits.bytes = 100'000;
    limits.rows = 100;
    limits.cells = 1'000;
    return limits;
}

} // namespace

class SheetSizeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void start_tags() {
        XmlTags tags("<?xml version='1.0'?><!-- <no/> --><a x = '>' y=\"'/>\"><![CDATA[<no>]]>"
                     "<b:c/>text</a><d\ne='1'/><unfinished f='>");
        std::vector<std::string> seen;
        while (tags.next())
            seen.push_back(std::string(tags.name()) + (tags.is_empty_element() ? "/" : "") +
                           std::string(tags.attribute("y").value_or("")));
        QCOMPARE(seen, (std::vector<std::string>{"a'/>", "b:c/", "d/"}));
        QVERIFY(!tags.has_document_type());
        XmlTags typed("<?xml?><!DOCTYPE a [<!ENTITY b '<row/>'>]><a>&b;</a>");
        QVERIFY(!typed.next());
        QVERIFY(typed.has_document_type());
    }

    void sheets_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("is_xlsx");
        QTest::addColumn<QByteArray>("refused"); // a part of why, or empty
        const auto xl = [](const char* name, const std::string& bytes, const char* refused) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << true << QByteArray(refused);
        };
        const auto od = [](const char* name, const std::string& tables, const char* refused) {
            QTest::newRow(name) << QByteArray::fromStdString(ods(tables)) << false
                                << QByteArray(refused);
        };
        xl("one sheet", xlsx({rows(101)}), "");
        xl("a row too many", xlsx({rows(102)}), "more than 100 rows");
        xl("in all sheets", xlsx({rows(60), rows(60)}), "more than 100 rows");
        xl("rows that are left out", xlsx({"<row r='5000'><c><v>1</v></c></row>"}),
           "more than 100 rows");
        xl("a number with spaces before it", xlsx({"<row r=' 5000'/><row/>"}),
           "more than 100 rows");
        xl("a number that is no plain one", xlsx({"<row r='&#53;000'/>"}), "store it anew");
        xl("a number beyond all", xlsx({"<row r='99999999999999999999'/>"}), "more than 100 rows");
        xl("a comment", xlsx({rows(50) + "<!--" + rows(60) + "-->"}), "");
        // A sheet may have a row of 2001 columns beside the limit; it has not 90 of them.
        xl("columns that are left out", xlsx({rows(90, "<c r=\"ZZ1\"><v>1</v></c>")}),
           "more than 1000 cells");
        xl("columns one by one", xlsx({rows(90, times(40, "<c/>"))}), "more than 1000 cells");
        xl("few columns", xlsx({rows(90, times(10, "<c/>"))}), "");
        const auto text = "<sst><si><t>a</t></si><si><t>" + std::string(2'000, 'b') +
                          "</t></si><si><r><t>c</t></r><r><t>d</t></r></si></sst>";
        const auto cells = [](const std::string& value) {
            return rows(90, "<c r='A1' t='s'>" + value + "</c>");
        };
        xl("a short text often", xlsx({cells("<v>0</v>")}, text), "");
        xl("a text in parts often", xlsx({cells("<v>2</v>")}, text), "");
        xl("a long text often", xlsx({cells("<v>1</v>")}, text), "of text in its sheets");
        xl("written otherwise", xlsx({cells("<v>&#49;</v>")}, text), "of text in its sheets");
        xl("behind something else", xlsx({cells("<f/><v>1</v>")}, text), "of text in its sheets");
        xl("cells without an end", xlsx({rows(90, "<c t='s'><v>0")}, text),
           "of text in its sheets");
        xl("no such text", xlsx({cells("<v>7</v>")}, text), "");
        xl("the first text for none",
           xlsx({rows(90, "<c t='s'/>")},
                "<sst><si><t>" + std::string(2'000, 'b') + "</t></si></sst>"),
           "of text in its sheets");
        xl("two sheets that are one file", xlsx({rows(3), rows(3)}, {}, "sheet1.xml"),
           "two of its sheets are one file");
        xl("a document type", xlsx({"<!DOCTYPE a><row/>"}), "store it anew");
        xl("UTF-16", xlsx({"\xff\xfe<\0r\0o\0w\0/\0>\0"s}), "store it anew");
        xl("larger than allowed", xlsx({rows(3) + std::string(100'000, ' ')}), "when unpacked");
        xl("no zip file", "PK", "no sound zip file");

        const auto row = "<table:table-row><table:table-cell office:value='1'/></table:table-row>"s;
        od("one table", "<table:table>" + times(100, row) + "</table:table>", "");
        od("a row too many of a table", "<table:table>" + times(102, row) + "</table:table>",
           "more than 100 rows");
        od("in all tables", times(2, "<table:table>" + times(60, row) + "</table:table>"),
           "more than 100 rows");
        od("rows repeated",
           "<table:table><table:table-row table:number-rows-repeated='9000'/>" + row +
               "</table:table>",
           "more than 100 rows");
        od("the empty rest of a table",
           "<table:table>" + row +
               "<table:table-row table:number-rows-repeated='1048000'/></table:table>",
           "");
        od("columns repeated",
           "<table:table>" +
               times(90, "<table:table-row><table:table-cell "
                         "table:number-columns-repeated='200'/><table:table-cell "
                         "office:value='1'/></table:table-row>") +
               "</table:table>",
           "more than 1000 cells");
        od("the empty rest of a row",
           "<table:table>" +
               times(90, "<table:table-row><table:table-cell office:value='1'/><table:table-cell "
                         "table:number-columns-repeated='16000'/></table:table-row>") +
               "</table:table>",
           "");
        od("entities", "<!DOCTYPE a><table:table/>", "store it anew");
    }
    void sheets() {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, is_xlsx);
        QFETCH(QByteArray, refused);
        const auto limits = small();
        const auto checked =
            check_sheets(bytes.toStdString(), is_xlsx ? Workbook::xlsx : Workbook::ods, limits);
        if (refused.isEmpty()) {
            VERIFY_OK(checked);
            return;
        }
        QVERIFY(checked.has_error());
        QCOMPARE(checked.error().field, "file"s);
        QVERIFY2(checked.error().detail.find(refused.toStdString()) != std::string::npos,
                 checked.error().detail.c_str());
    }

    void many_tables() {
        const auto table = "<table:table><table:table-row><table:table-cell office:value='1'/>"
                           "</table:table-row></table:table>"s;
        VERIFY_OK(check_sheets(ods(times(10'000, table)), Workbook::ods, {}));
        VERIFY_REFUSED(check_sheets(ods(times(10'001, table)), Workbook::ods, {}), too_large);
    }

    /// All sheets are held in memory to be counted, whichever is asked for.
    void an_import_is_refused_for_all_its_sheets() {
        ImportDesk desk;
        ImportRequest request;
        request.file = desk.path() / "t.xlsx";
        const std::vector<std::string> headings = {"name", "lon", "lat"};
        const std::vector<Cell> row = {Cell("甲"), Cell(114.05), Cell(30.57)};
        QVERIFY(write_ogr("XLSX", request.file,
                          {{"s1", headings, {row}}, {"s2", headings, std::vector(150, row)}}));
        request.map = "layer='supply'\nsystem='EPSG:4326'\n[columns]\nname='name'\nx='lon'\n"
                      "y='lat'\n";
        request.parts = {"s1"};
        request.limits.rows = 160;
        const auto prepared = prepare_import(request);
        VERIFY_OK(prepared);
        QCOMPARE(prepared->resources.size(), std::size_t(1));
        request.limits.rows = 100;
        VERIFY_REFUSED(prepare_import(request), too_large);
    }

    void cells_of_a_text_table() {
        ImportDesk desk;
        ImportRequest request;
        request.file = desk.write("t.csv", "a,b,c\n1,2,3\n4,5,6\n7,8,9\n");
        request.map = "layer='supply'\nsystem='EPSG:4326'\n[columns]\nname='a'\nx='b'\ny='c'\n";
        request.limits.cells = 9;
        VERIFY_OK(prepare_import(request));
        request.limits.cells = 8;
        VERIFY_REFUSED(prepare_import(request), too_large);
    }
};

QTEST_GUILESS_MAIN(SheetSizeTest)
#include "sheet_size_test.moc"
