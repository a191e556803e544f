// docs/duty.md shows the tables of requests, shifts and handovers; this keeps them those that run.
#include "core/duty/handover.h"
#include "tests/core/describe.h"

#include <QFile>
#include <QTest>

using namespace chengyun;

namespace {

QByteArray requests() {
    QByteArray text = "| request | from | act | to | by |\n|---|---|---|---|---|\n";
    for (const auto& row : request_transitions())
        text += "| " + name(row.kind) + " | " + name(row.from) + " | " + name(row.act) + " | " +
                name(row.to) + " | " + name(row.party) + " |\n";
    return text;
}

QByteArray shifts() {
    QByteArray text = "| from | act | to | by |\n|---|---|---|---|\n";
    for (const auto& row : shift_transitions()) {
        QByteArrayList sides;
        for (const auto side : row.sides)
            sides << name(side);
        text += "| " + name(row.from) + " | " + name(row.act) + " | " + name(row.to) + " | " +
                sides.join(", ") + " |\n";
    }
    return text;
}

QByteArray handovers() {
    QByteArray text = "| from | act | to | by |\n|---|---|---|---|\n";
    for (const auto& row : handover_transitions())
        text += "| " + name(row.from) + " | " + name(row.act) + " | " + name(row.to) + " | " +
                name(row.side) + " |\n";
    return text;
}

} // namespace

class DutyDocumentTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void the_document_has_the_tables_that_run_data() {
        QTest::addColumn<QByteArray>("table");
        QTest::newRow("requests") << requests();
        QTest::newRow("shifts") << shifts();
        QTest::newRow("handovers") << handovers();
    }
    void the_document_has_the_tables_that_run() {
        QFETCH(QByteArray, table);
        QFile file(QStringLiteral(CHENGYUN_SOURCE_DIR "/docs/duty.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto text = file.readAll();
        // Whole: what follows is no further row.
        QVERIFY2(text.contains("\n\n" + table + "\n"), table.constData());
    }
};

QTEST_APPLESS_MAIN(DutyDocumentTest)
#include "document_test.moc"
