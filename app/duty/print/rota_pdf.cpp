#include "app/duty/print/rota_pdf.h"

#include "app/duty/print/print_text.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

namespace chengyun::console {
namespace {

struct RotaPaper {
    Q_DECLARE_TR_FUNCTIONS(RotaTable)
};

constexpr int rotaDpi = 300;
constexpr QRgb rotaInk = qRgb(0x14, 0x20, 0x2c);
constexpr QRgb rotaLine = qRgb(0x8a, 0x99, 0xa8);
constexpr QRgb rotaHead = qRgb(0xe6, 0xed, 0xf3);
constexpr QRgb rotaWeekend = qRgb(0xf2, 0xf5, 0xf8);
constexpr QRgb rotaHoliday = qRgb(0xd3, 0xec, 0xe8);

QColor groundOf(const RotaDay& day, QRgb working) {
    switch (day.kind) {
    case DayKind::holiday:
        return {rotaHoliday};
    case DayKind::weekend:
        return {rotaWeekend};
    case DayKind::working:
        break;
    }
    return {working};
}

/// Paints the table page by page; lengths in device pixels.
class RotaPainter {
public:
    RotaPainter(QPdfWriter& writer, const RotaTable& table, const QString& printed)
        : writer_(writer), painter_(&writer), table_(table), printed_(printed),
          width_(writer.width()), height_(writer.height()), postWidth_(mm(30)), timeWidth_(mm(21)),
          dayWidth_((width_ - postWidth_ - timeWidth_) / double(table.days.size())),
          // What fits three Chinese characters into a day's column, within what can be read.
          points_(std::clamp(dayWidth_ / mm(1) / 3.4 / 0.353, 5.0, 8.5)), pages_(cut()) {}

    void paint() {
        for (std::size_t page = 0; page + 1 < pages_.size(); ++page) {
            if (page > 0)
                writer_.newPage();
            paintPage(pages_[page], pages_[page + 1], page + 1);
        }
    }

private:
    static double mm(double length) { return length / 25.4 * rotaDpi; }
    [[nodiscard]] double lineHeight() const { return points_ * 0.353 * 1.5 * mm(1); }
    [[nodiscard]] double headHeight() const { return mm(12); }
    [[nodiscard]] double top() const { return mm(18); }
    [[nodiscard]] double bottom() const { return height_ - mm(8); }
    [[nodiscard]] double heightOf(const RotaRow& row) const {
        qsizetype most = 1;
        for (const auto& names : row.names)
            most = std::max(most, names.size());
        return std::max(mm(7), double(most) * lineHeight() + mm(2));
    }
    /// The first row of each page, and the end.
    [[nodiscard]] std::vector<std::size_t> cut() const {
        std::vector<std::size_t> pages{0};
        double y = top() + headHeight();
        for (std::size_t i = 0; i < table_.rows.size(); ++i) {
            const auto height = heightOf(table_.rows[i]);
            if (y + height > bottom() && i > pages.back()) {
                pages.push_back(i);
                y = top() + headHeight();
            }
            y += height;
        }
        pages.push_back(table_.rows.size());
        return pages;
    }
    void cell(const QRectF& box, const QColor& ground, const QString& text, double points,
              bool strong = false) {
        painter_.setPen(QPen(QColor(rotaLine), mm(0.15)));
        painter_.setBrush(ground);
        painter_.drawRect(box);
        if (text.isEmpty())
            return;
        auto font = printedFont(points, strong ? QFont::Bold : QFont::Normal);
        painter_.setFont(font);
        const auto inner = box.adjusted(mm(0.5), 0, -mm(0.5), 0);
        // A long name is set smaller rather than cut: on paper nobody can ask for the rest.
        const auto needed = painter_.boundingRect(inner, Qt::AlignCenter, text);
        if (const auto share =
                std::min(inner.width() / needed.width(), inner.height() / needed.height());
            share < 1) {
            font.setPointSizeF(points * std::max(0.4, share));
            painter_.setFont(font);
        }
        painter_.setPen(QColor(rotaInk));
        painter_.drawText(inner, Qt::AlignCenter, text);
    }
    void paintPage(std::size_t from, std::size_t to, std::size_t page) {
        painter_.setFont(printedFont(16, QFont::Bold));
        painter_.setPen(QColor(rotaInk));
        painter_.drawText(QRectF(0, 0, width_, top() - mm(4)), Qt::AlignCenter,
                          table_.hall + QStringLiteral("  ") + table_.title);
        paintHead();
        double y = top() + headHeight();
        for (auto i = from; i < to; ++i)
            y = paintRow(i, from, to, y);
        paintFoot(page);
    }
    void paintHead() {
        cell({0, top(), postWidth_, headHeight()}, QColor(rotaHead), RotaPaper::tr("Post"), 9,
             true);
        cell({postWidth_, top(), timeWidth_, headHeight()}, QColor(rotaHead), RotaPaper::tr("Time"),
             9, true);
        for (std::size_t i = 0; i < table_.days.size(); ++i) {
            const auto& day = table_.days[i];
            cell({left(i), top(), dayWidth_, headHeight()}, groundOf(day, rotaHead),
                 QString::number(i + 1) + QLatin1Char('\n') + dayMark(day), 7,
                 day.kind != DayKind::working);
        }
    }
    double paintRow(std::size_t i, std::size_t from, std::size_t to, double y) {
        const auto& row = table_.rows[i];
        const auto height = heightOf(row);
        if (row.span > 0 || i == from)
            cell({0, y, postWidth_, heightOfPost(i, to)}, QColor(Qt::white), row.post, 8, true);
        cell({postWidth_, y, timeWidth_, height}, QColor(Qt::white), row.time, 7);
        for (std::size_t d = 0; d < table_.days.size(); ++d)
            cell({left(d), y, dayWidth_, height}, groundOf(table_.days[d], qRgb(255, 255, 255)),
                 row.names[d].join(QLatin1Char('\n')), points_);
        return y + height;
    }
    /// Of the rows of the post of row `i` that are on this page.
    [[nodiscard]] double heightOfPost(std::size_t i, std::size_t to) const {
        double height = heightOf(table_.rows[i]);
        while (++i < to && table_.rows[i].span == 0)
            height += heightOf(table_.rows[i]);
        return height;
    }
    void paintFoot(std::size_t page) {
        painter_.setFont(printedFont(7.5));
        painter_.setPen(QColor(rotaInk));
        const QRectF foot(0, bottom(), width_, height_ - bottom());
        painter_.drawText(foot, Qt::AlignLeft | Qt::AlignBottom,
                          RotaPaper::tr("Grey: weekend. Green: holiday. As of %1.").arg(printed_));
        painter_.drawText(foot, Qt::AlignRight | Qt::AlignBottom,
                          RotaPaper::tr("Page %1 of %2").arg(page).arg(pages_.size() - 1));
    }
    [[nodiscard]] double left(std::size_t day) const {
        return postWidth_ + timeWidth_ + double(day) * dayWidth_;
    }

    QPdfWriter& writer_;
    QPainter painter_;
    const RotaTable& table_;
    QString printed_;
    double width_, height_, postWidth_, timeWidth_, dayWidth_, points_;
    std::vector<std::size_t> pages_;
};

} // namespace

QByteArray rotaPdf(const RotaTable& table, QPageSize::PageSizeId size, const QString& printed) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(rotaDpi);
    writer.setPageLayout(QPageLayout(QPageSize(size), QPageLayout::Landscape,
                                     QMarginsF(10, 10, 10, 8), QPageLayout::Millimeter));
    writer.setTitle(table.title);
    writer.setCreator(QStringLiteral("Chengyun"));
    RotaPainter(writer, table, printed).paint();
    return bytes;
}

} // namespace chengyun::console
