#include "app/duty/print/sheet_pdf.h"

#include "app/duty/print/print_text.h"
#include "app/duty/roster_words.h"
#include "app/text.h"
#include "core/duty/roster_codec.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QPainter>
#include <QPdfWriter>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include <algorithm>

namespace chengyun::console {
namespace {

struct SheetPaper {
    Q_DECLARE_TR_FUNCTIONS(HandoverSheet)
};

constexpr double sheetMarginMm = 16;
constexpr double sheetFootMm = 9;
constexpr int sheetDpi = 300;
constexpr QRgb sheetInk = qRgb(0x14, 0x20, 0x2c);
constexpr QRgb sheetLine = qRgb(0x8a, 0x99, 0xa8);
constexpr QRgb sheetShade = qRgb(0xee, 0xf2, 0xf6);

/// Writes one sheet into a document, from top to bottom.
class SheetWriter {
public:
    SheetWriter(QTextDocument& document, const PrintedSheet& printed, const Calendar& calendar)
        : cursor_(&document), printed_(printed), calendar_(calendar) {}

    void write() {
        head();
        facts();
        for (const auto kind : handoverItemOrder())
            items(kind);
        if (printed_.sheet.items.empty())
            line(SheetPaper::tr("Nothing is open: the sheet has no items."), 10, QFont::Normal,
                 Qt::AlignLeft, 10);
        signatures();
    }

private:
    static QTextCharFormat letters(double points, QFont::Weight weight) {
        QTextCharFormat format;
        format.setFontPointSize(points);
        format.setFontWeight(weight);
        format.setForeground(QColor(sheetInk));
        return format;
    }
    void line(const QString& text, double points, QFont::Weight weight, Qt::Alignment alignment,
              double above) {
        QTextBlockFormat block;
        block.setAlignment(alignment);
        block.setTopMargin(above);
        block.setBottomMargin(4);
        if (begun_)
            cursor_.insertBlock(block);
        else
            cursor_.setBlockFormat(block);
        begun_ = true;
        cursor_.insertText(text, letters(points, weight));
    }
    QTextTable* table(int rows, const QList<int>& percents, int headRows) {
        QTextTableFormat format;
        format.setBorder(0); // the cells have theirs
        format.setBorderCollapse(true);
        format.setCellPadding(4);
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        format.setHeaderRowCount(headRows); // again on each page
        QList<QTextLength> widths;
        for (const int percent : percents)
            widths.append(QTextLength(QTextLength::PercentageLength, percent));
        format.setColumnWidthConstraints(widths);
        auto* made = cursor_.insertTable(rows, static_cast<int>(percents.size()), format);
        return made;
    }
    void leave() {
        cursor_.movePosition(QTextCursor::End);
        begun_ = true;
    }
    static void fill(QTextTable* table, int row, int column, const QString& text,
                     bool heading = false) {
        auto cell = table->cellAt(row, column);
        auto format = cell.format().toTableCellFormat();
        format.setBorder(0.75);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(QColor(sheetLine));
        if (heading)
            format.setBackground(QColor(sheetShade));
        cell.setFormat(format);
        cell.firstCursorPosition().insertText(text,
                                              letters(9, heading ? QFont::Bold : QFont::Normal));
    }

    void head() {
        line(printed_.hall, 11, QFont::Normal, Qt::AlignHCenter, 0);
        line(SheetPaper::tr("Handover sheet"), 20, QFont::Bold, Qt::AlignHCenter, 0);
        line(handoverStateName(printed_.sheet.state), 10, QFont::Normal, Qt::AlignHCenter, 0);
        line({}, 4, QFont::Normal, Qt::AlignLeft, 0);
    }
    [[nodiscard]] QString shiftText(const std::optional<Shift>& shift) const {
        return shift ? printedSpan(shift->start, shift->end, calendar_) : QStringLiteral("—");
    }
    void facts() {
        const auto& sheet = printed_.sheet;
        auto* made = table(3, {16, 34, 16, 34}, 0);
        const auto fact = [&](int row, int column, const QString& name, const QString& value) {
            fill(made, row, column, name, true);
            fill(made, row, column + 1, value);
        };
        fact(0, 0, SheetPaper::tr("Post"), qs(printed_.post.name));
        fact(0, 2, SheetPaper::tr("To be accepted by"), printedMoment(sheet.due, calendar_));
        fact(1, 0, SheetPaper::tr("Outgoing"), printed_.outgoingName);
        fact(1, 2, SheetPaper::tr("Shift"), shiftText(printed_.outgoing));
        fact(2, 0, SheetPaper::tr("Incoming"), printed_.incomingName);
        fact(2, 2, SheetPaper::tr("Shift"), shiftText(printed_.incoming));
        leave();
    }
    [[nodiscard]] QString acknowledgement(const HandoverItem& item) const {
        if (!item.acknowledged)
            return QStringLiteral("—");
        QString text = printedMoment(*item.acknowledged, calendar_);
        if (const auto name = printed_.names.find(item.acknowledged_by);
            name != printed_.names.end() && !name->second.isEmpty())
            text += QLatin1Char('\n') + name->second;
        if (!item.answer.empty())
            text += QLatin1Char('\n') + qs(item.answer);
        return text;
    }
    void items(HandoverItemKind kind) {
        std::vector<const HandoverItem*> found;
        for (const auto& item : printed_.sheet.items)
            if (item.kind == kind)
                found.push_back(&item);
        if (found.empty())
            return;
        line(SheetPaper::tr("%1 (%2)").arg(handoverItemsName(kind)).arg(found.size()), 11,
             QFont::Bold, Qt::AlignLeft, 12);
        auto* made = table(static_cast<int>(found.size()) + 1, {6, 40, 29, 25}, 1);
        fill(made, 0, 0, SheetPaper::tr("No."), true);
        fill(made, 0, 1, SheetPaper::tr("Matter"), true);
        fill(made, 0, 2, SheetPaper::tr("Remark of the outgoing shift"), true);
        fill(made, 0, 3, SheetPaper::tr("Acknowledged"), true);
        for (std::size_t i = 0; i < found.size(); ++i) {
            const auto row = static_cast<int>(i) + 1;
            fill(made, row, 0, QString::number(row));
            fill(made, row, 1, handoverItemTitle(*found[i]));
            fill(made, row, 2, qs(found[i]->remark));
            fill(made, row, 3, acknowledgement(*found[i]));
        }
        leave();
    }
    void signatures() {
        const auto& sheet = printed_.sheet;
        const auto signature = [&](const std::string& name, const std::optional<Instant>& time) {
            return time ? qs(name) + QLatin1Char('\n') + printedMoment(*time, calendar_)
                        : SheetPaper::tr("not signed");
        };
        line(SheetPaper::tr("Signatures"), 11, QFont::Bold, Qt::AlignLeft, 14);
        auto* made = table(2, {50, 50}, 0);
        fill(made, 0, 0, SheetPaper::tr("Handed over by"), true);
        fill(made, 0, 1, SheetPaper::tr("Accepted by"), true);
        fill(made, 1, 0, signature(sheet.handed_over_by_name, sheet.handed_over));
        fill(made, 1, 1, signature(sheet.accepted_by_name, sheet.accepted));
        leave();
    }

    QTextCursor cursor_;
    const PrintedSheet& printed_;
    const Calendar& calendar_;
    bool begun_ = false;
};

void paintSheetPages(QPdfWriter& writer, QTextDocument& document, const QSizeF& page,
                     const QString& hash) {
    QPainter painter(&writer);
    const int pages = document.pageCount();
    const QRectF foot(0, page.height(), page.width(), writer.height() - page.height());
    const auto small = printedFont(7);
    for (int i = 0; i < pages; ++i) {
        if (i > 0)
            writer.newPage();
        painter.save();
        painter.translate(0, -i * page.height());
        document.drawContents(&painter, QRectF(QPointF(0, i * page.height()), page));
        painter.restore();
        painter.setFont(small);
        painter.setPen(QColor(sheetInk));
        painter.drawText(foot, Qt::AlignLeft | Qt::AlignBottom, QStringLiteral("SHA-256 ") + hash);
        painter.drawText(foot, Qt::AlignRight | Qt::AlignBottom,
                         SheetPaper::tr("Page %1 of %2").arg(i + 1).arg(pages));
    }
}

} // namespace

QString sheetHash(const Handover& sheet) {
    const auto json = json::write(sheet);
    return QString::fromLatin1(
        QCryptographicHash::hash(QByteArrayView(json.data(), std::ssize(json)),
                                 QCryptographicHash::Sha256)
            .toHex());
}

QByteArray sheetPdf(const PrintedSheet& printed, const Calendar& calendar) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(sheetDpi);
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait,
                    QMarginsF(sheetMarginMm, sheetMarginMm, sheetMarginMm, sheetMarginMm - 4),
                    QPageLayout::Millimeter));
    writer.setTitle(SheetPaper::tr("Handover sheet") + QStringLiteral(" · ") +
                    qs(printed.post.name));
    writer.setCreator(QStringLiteral("Chengyun"));

    QTextDocument document;
    document.setUndoRedoEnabled(false);
    document.documentLayout()->setPaintDevice(&writer);
    document.setDocumentMargin(0);
    document.setDefaultFont(printedFont(9));
    const QSizeF page(writer.width(), writer.height() - sheetFootMm / 25.4 * sheetDpi);
    document.setPageSize(page);
    SheetWriter(document, printed, calendar).write();
    paintSheetPages(writer, document, page, sheetHash(printed.sheet));
    return bytes;
}

} // namespace chengyun::console
