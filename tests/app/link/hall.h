// A little hall for tests: areas, resources, units and orders with fixed ids and times.
#pragma once

#include "app/link/source.h"
#include "core/duty/duty.h"
#include "core/order/order.h"
#include "core/resource/resource.h"
#include "core/unit/unit.h"
#include "core/wire/answers.h"

#include <QAbstractItemModel>
#include <QByteArray>

#include <initializer_list>

namespace chengyun::test {

/// 2026-07-01 08:00 in Wuhan; every time of the hall is counted from here.
inline constexpr std::int64_t hallNow = 1782864000000;
inline constexpr std::int64_t minute = 60000;

/// "0190a000-0000-7000-8000-0000000000NN".
[[nodiscard]] std::string id(int number);
[[nodiscard]] Resource resource(int number, Layer layer, std::string kind, std::string name,
                                std::string initials, Place place);
[[nodiscard]] Unit unit(int number, UnitKind kind, std::string name, std::string resource = {});
[[nodiscard]] Order order(int number, Level level, std::string title);
[[nodiscard]] Assignment assignment(int number, const Order& order, const Unit& unit);
/// Two streets, three resources, three units, two open orders.
[[nodiscard]] Snapshot hall();

[[nodiscard]] console::SnapshotPtr shared(Snapshot snapshot);
[[nodiscard]] console::EntriesPtr shared(std::vector<Entry> entries);
[[nodiscard]] Entry entry(std::int64_t seq, std::string kind, std::string entity, Change body);

/// Every row with every role by name, as JSON one line a row; what golden files hold.
[[nodiscard]] QByteArray rowsOf(const QAbstractItemModel& model);
/// True when equal to the file in tests/app; with CHENGYUN_WRITE_GOLDEN set, writes the file.
[[nodiscard]] bool matchesGolden(const QByteArray& rows, const QString& file);

} // namespace chengyun::test
