// docs/core.md shows the table of an order's way; this keeps it the one that runs.
#include "core/order/rules.h"
#include "tests/core/describe.h"

#include <QFile>
#include <QTest>

using namespace chengyun;

namespace {

/// The rows as the document has them.
QByteArray table() {
    QByteArray text = "| from | act | to | by |\n|---|---|---|---|\n";
    for (const auto& row : transitions())
        text += "| " + name(row.from) + " | " + name(row.act) + " | " + name(row.to) + " | " +
                (row.side == Transition::Side::unit ? "unit" : "centre") + " |\n";
    return text;
}

} // namespace

class DocumentTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void the_document_has_the_table_that_runs() {
        QFile file(QStringLiteral(CHENGYUN_SOURCE_DIR "/docs/core.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto text = file.readAll();
        const auto begin = text.indexOf("| from | act | to | by |\n");
        QVERIFY(begin >= 0);
        const auto end = text.indexOf("\n\n", begin);
        QVERIFY(end > begin);
        const auto shown = text.mid(begin, end + 1 - begin);
        // Printed whole, so that it can be taken over.
        QVERIFY2(shown == table(), "docs/core.md must have:\n" + table());
    }
};

QTEST_APPLESS_MAIN(DocumentTest)
#include "document_test.moc"
