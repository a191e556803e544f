#include "app/resources/words.h"

#include "app/link/language.h"
#include "core/resource/kinds.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace chengyun::console {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Resources)
};

/// The measure by which supplies of a kind are counted in Chinese; 件 for the others.
QString measureOf(std::string_view kind) {
    static constexpr std::pair<std::string_view, std::string_view> measures[] = {
        {"sandbags", "条"},   {"pumps", "台"},
        {"pump_truck", "台"}, {"boats", "艘"},
        {"tents", "顶"},      {"bedding", "床"},
        {"food", "箱"},       {"water", "箱"},
        {"medical", "箱"},    {"protective_gear", "套"},
        {"generator", "台"},  {"communications", "台"},
        {"machinery", "台"},  {"vehicles", "辆"},
    };
    const auto found = std::ranges::find(measures, kind, [](const auto& row) { return row.first; });
    return found == std::ranges::end(measures) ? QStringLiteral("件") : qs(found->second);
}

} // namespace

QString layerName(Layer layer) {
    switch (layer) {
    case Layer::risk:
        return Words::tr("Risk");
    case Layer::supply:
        return Words::tr("Supply");
    case Layer::rescue_force:
        return Words::tr("Rescue force");
    case Layer::shelter:
        return Words::tr("Shelter");
    case Layer::camera:
        return Words::tr("Camera");
    }
    return {};
}

QString levelName(Level level) {
    switch (level) {
    case Level::none:
        return {};
    case Level::I:
        return QStringLiteral("I");
    case Level::II:
        return QStringLiteral("II");
    case Level::III:
        return QStringLiteral("III");
    case Level::IV:
        return QStringLiteral("IV");
    }
    return {};
}

QString availabilityName(Availability state, Layer layer) {
    switch (state) {
    case Availability::available:
        return Words::tr("Available");
    case Availability::committed:
        return layer == Layer::rescue_force ? Words::tr("Committed") : Words::tr("In use");
    case Availability::unavailable:
        return Words::tr("Out of service");
    }
    return {};
}

QString unitKindName(UnitKind kind) {
    switch (kind) {
    case UnitKind::office:
        return Words::tr("Office");
    case UnitKind::department:
        return Words::tr("Department");
    case UnitKind::team:
        return Words::tr("Team");
    }
    return {};
}

QString resourceKindName(Layer layer, std::string_view kind) {
    const auto* found = find_kind(layer, kind);
    if (!found)
        return qs(kind);
    return qs(speaksChinese() ? found->zh : found->en);
}

QString eventKindName(std::string_view kind) {
    const auto* found = find_event_kind(kind);
    if (!found)
        return qs(kind);
    return qs(speaksChinese() ? found->zh : found->en);
}

QString distanceText(double metres) {
    if (metres < 995)
        return Words::tr("%1 m").arg(qRound(metres / 10) * 10);
    if (metres < 99950)
        return Words::tr("%1 km").arg(metres / 1000, 0, 'f', 1);
    return Words::tr("%1 km").arg(qRound(metres / 1000));
}

QString capacityText(Layer layer, std::string_view kind, std::int64_t capacity) {
    if (capacity <= 0)
        return {};
    const auto number = QLocale().toString(static_cast<qlonglong>(capacity));
    switch (layer) {
    case Layer::shelter:
        return Words::tr("%1 persons").arg(number);
    case Layer::supply:
        return speaksChinese() ? number + QLatin1Char(' ') + measureOf(kind)
                               : Words::tr("%1 pieces").arg(number);
    case Layer::rescue_force:
        return Words::tr("%1 members").arg(number);
    case Layer::risk:
        return Words::tr("%1 persons at risk").arg(number);
    case Layer::camera:
        return number;
    }
    return number;
}

} // namespace chengyun::console
