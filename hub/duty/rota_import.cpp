#include "hub/duty/rota_import.h"

#include "core/id/uuid.h"
#include "hub/duty/rota_reads.h"
#include "hub/imports/table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

namespace chengyun::hub {

namespace {

enum RotaColumn {
    date_column,
    post_column,
    person_column,
    start_column,
    end_column,
    backup_column
};

struct RotaHeading {
    std::string_view name; ///< in answers
    std::vector<std::string_view> words;
};
const std::array<RotaHeading, 6>& rota_headings() {
    static const std::array<RotaHeading, 6> headings{{
        {"date", {"date", "day", "日期"}},
        {"post", {"post", "岗位", "值班岗位"}},
        {"person", {"person", "name", "值班人", "值班人员", "人员", "姓名"}},
        {"start", {"start", "from", "开始", "开始时间", "起", "上班"}},
        {"end", {"end", "until", "to", "结束", "结束时间", "止", "下班"}},
        {"backup", {"backup", "备班", "备班人", "备班人员"}},
    }};
    return headings;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blank = " \t\r\n";
    const auto first = text.find_first_not_of(blank);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

bool is_word(std::string_view heading, std::string_view word) {
    return std::ranges::equal(trimmed(heading), word, {}, [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
}

/// The numbers in a text, in their order; none where one is too long to be a part of a date or
/// time.
std::optional<std::vector<std::int64_t>> numbers_in(std::string_view text) {
    std::vector<std::int64_t> numbers;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text[at])) {
            ++at;
            continue;
        }
        auto end = at;
        while (end < text.size() && is_digit(text[end]))
            ++end;
        std::int64_t number = 0;
        if (end - at > 4)
            return std::nullopt;
        std::from_chars(text.data() + at, text.data() + end, number);
        numbers.push_back(number);
        at = end;
    }
    return numbers;
}

/// "2026-12-01", "2026/12/1", "2026年12月1日"; with a time behind it, too: sheets add one.
std::optional<Day> rota_day(std::string_view text) {
    const auto numbers = numbers_in(text);
    if (!numbers || numbers->size() < 3)
        return std::nullopt;
    const auto& n = *numbers;
    const std::chrono::year_month_day day(std::chrono::year(static_cast<int>(n[0])),
                                          std::chrono::month(static_cast<unsigned>(n[1])),
                                          std::chrono::day(static_cast<unsigned>(n[2])));
    if (n[0] < 2000 || !day.ok())
        return std::nullopt;
    return Day(day);
}

/// "8:30", "08:30:00", "次日08:30", "2026/12/01 08:30:00": minutes from the beginning of the day.
std::optional<std::int64_t> rota_minute(std::string_view text) {
    constexpr std::string_view next_day = "次日";
    std::int64_t minute = 0;
    if (text.starts_with(next_day)) {
        minute = 1440;
        text.remove_prefix(next_day.size());
    }
    auto numbers = numbers_in(text);
    if (!numbers || text.find(':') == std::string_view::npos)
        return std::nullopt;
    if (numbers->size() >= 5)
        numbers->erase(numbers->begin(), numbers->begin() + 3); // the date before it
    const auto& n = *numbers;
    if (n.size() < 2 || n[0] > 24 || n[1] > 59 || (n[0] == 24 && n[1] > 0))
        return std::nullopt;
    return minute + n[0] * 60 + n[1];
}

/// The names in a cell.
std::vector<std::string_view> names_in(std::string_view cell) {
    std::vector<std::string_view> names;
    for (const std::string_view mark : {"、", "，", ",", "/"})
        if (const auto at = cell.find(mark); at != std::string_view::npos) {
            names = names_in(cell.substr(0, at));
            std::ranges::move(names_in(cell.substr(at + mark.size())), std::back_inserter(names));
            return names;
        }
    if (const auto name = trimmed(cell); !name.empty())
        names.push_back(name);
    return names;
}

class RotaReader {
public:
    RotaReader(const Table& table, std::vector<Post> posts, std::vector<Person> people,
               const Zone& zone, Instant now)
        : table_(table), posts_(std::move(posts)), people_(std::move(people)), now_(now),
          calendar_({}, zone) {}

    Result<> find_columns() {
        auto missing = look_for_columns(table_.columns);
        // Of a spreadsheet that holds texts only, GDAL takes the headings for a row.
        if (missing && !table_.rows.empty() && !look_for_columns(table_.rows.front().values)) {
            first_row_ = 1;
            missing.reset();
        }
        if (missing)
            return fail(FailureKind::missing_field, std::string(rota_headings()[*missing].name),
                        "the sheet has no such column");
        return {};
    }

    void read_rows() {
        for (std::size_t i = first_row_; i < table_.rows.size(); ++i)
            if (!refuse_flaw(i))
                read(table_.rows[i]);
    }

    /// Takes out what is planned already.
    Result<> leave_out_known(Database& db) {
        if (out_.shifts.empty())
            return {};
        const auto [first, last] = std::ranges::minmax(out_.shifts, {}, &PlannedShift::start);
        auto known = shifts_between(db, first.start, last.start + std::chrono::milliseconds(1));
        if (!known)
            return known.error();
        std::vector<PlannedShift> fresh;
        for (std::size_t i = 0; i < out_.shifts.size(); ++i) {
            auto& shift = out_.shifts[i];
            const bool is_known = std::ranges::any_of(*known, [&](const Shift& there) {
                return counts(there) && there.post == shift.post && there.start == shift.start &&
                       there.end == shift.end && there.person == shift.person.value_or("");
            });
            if (is_known)
                out_.refused.push_back({lines_[i], {}, FailureKind::conflict, {}});
            else
                fresh.push_back(std::move(shift));
        }
        out_.shifts = std::move(fresh);
        std::ranges::stable_sort(out_.refused, {}, &RefusedRotaRow::line);
        return {};
    }

    [[nodiscard]] RotaPreview take() { return std::move(out_); }

private:
    /// The first column that is needed and not among these headings.
    std::optional<RotaColumn> look_for_columns(const std::vector<std::string>& headings) {
        columns_ = {};
        const auto& wanted = rota_headings();
        for (std::size_t c = 0; c < wanted.size(); ++c)
            for (std::size_t i = 0; i < headings.size() && !columns_[c]; ++i)
                if (std::ranges::any_of(wanted[c].words, [&](std::string_view word) {
                        return is_word(headings[i], word);
                    }))
                    columns_[c] = i;
        for (const auto needed : {date_column, post_column, person_column})
            if (!columns_[needed])
                return needed;
        return std::nullopt;
    }
    [[nodiscard]] std::string_view cell(const Row& row, RotaColumn column) const {
        return columns_[column] ? trimmed(row.values[*columns_[column]]) : std::string_view();
    }
    void refuse(const Row& row, std::string_view column, FailureKind reason,
                std::string_view value) {
        out_.refused.push_back({row.line > 0 ? row.line : row.number, std::string(column), reason,
                                std::string(value)});
    }
    /// A row that the reader of the file found to be broken.
    bool refuse_flaw(std::size_t index) {
        const auto flaw = std::ranges::find_if(
            table_.flaws, [&](const RowFlaw& f) { return f.row == index && !f.column; });
        if (flaw == table_.flaws.end())
            return false;
        refuse(table_.rows[index], {}, FailureKind::malformed, flaw->detail);
        return true;
    }

    void read(const Row& row) {
        if (std::ranges::all_of(row.values,
                                [](const std::string& value) { return trimmed(value).empty(); }))
            return;
        const auto wrong = [&](RotaColumn column, FailureKind reason, std::string_view value) {
            refuse(row, rota_headings()[column].name, reason, value);
        };
        const auto day = rota_day(cell(row, date_column));
        if (!day)
            return wrong(date_column, FailureKind::invalid_field, cell(row, date_column));
        const auto post = std::ranges::find_if(
            posts_, [&](const Post& p) { return !p.closed && p.name == cell(row, post_column); });
        if (post == posts_.end())
            return wrong(post_column, FailureKind::not_found, cell(row, post_column));
        const auto from = minute_of(row, start_column, post->from_minute);
        if (!from)
            return wrong(start_column, FailureKind::invalid_field, cell(row, start_column));
        auto until = minute_of(row, end_column, post->until_minute);
        if (!until)
            return wrong(end_column, FailureKind::invalid_field, cell(row, end_column));
        if (*until <= *from)
            *until += 1440;
        PlannedShift shift;
        shift.post = post->id;
        shift.start = calendar_.at(*day, *from);
        shift.end = calendar_.at(*day, *until);
        if (const auto name = cell(row, backup_column); !name.empty()) {
            const auto backup = person_of(name, *post);
            if (!backup)
                return wrong(backup_column, backup.error().kind, name);
            shift.backup = *backup;
        }
        const auto names = names_in(cell(row, person_column));
        if (names.empty())
            add(row, shift);
        for (const auto name : names) {
            const auto person = person_of(name, *post);
            if (!person) {
                wrong(person_column, person.error().kind, name);
                continue;
            }
            shift.person = *person;
            add(row, shift);
        }
    }
    void add(const Row& row, PlannedShift shift) {
        shift.id = new_id(now_);
        if (out_.shifts.size() >= most_planned_shifts)
            return refuse(row, {}, FailureKind::too_many, {});
        if (auto ok = check(PlanShifts{{shift}, {}}); !ok)
            return refuse(row, "end", ok.error().kind, cell(row, end_column));
        out_.shifts.push_back(std::move(shift));
        lines_.push_back(row.line > 0 ? row.line : row.number);
    }
    [[nodiscard]] std::optional<std::int64_t> minute_of(const Row& row, RotaColumn column,
                                                        std::int64_t otherwise) const {
        const auto text = cell(row, column);
        return text.empty() ? otherwise : rota_minute(text);
    }
    /// Of several with that name, the one of the post's unit; conflict where that is not one.
    [[nodiscard]] Result<std::string> person_of(std::string_view name, const Post& post) const {
        std::vector<const Person*> all, own;
        for (const auto& person : people_)
            if (person.active && person.name == name) {
                all.push_back(&person);
                if (person.unit == post.unit)
                    own.push_back(&person);
            }
        if (all.empty())
            return fail(FailureKind::not_found, "person", "no such person");
        if (own.size() == 1)
            return own.front()->id;
        if (all.size() == 1)
            return all.front()->id;
        return fail(FailureKind::conflict, "person", "several people have this name");
    }

    const Table& table_;
    std::vector<Post> posts_;
    std::vector<Person> people_;
    Instant now_;
    Calendar calendar_;
    std::array<std::optional<std::size_t>, 6> columns_;
    std::size_t first_row_ = 0; ///< of data
    RotaPreview out_;
    std::vector<std::int64_t> lines_; ///< of out_.shifts
};

} // namespace

Result<RotaPreview> preview_rota(Database& db, std::string bytes, const RotaFile& file,
                                 const Zone& zone, Instant now) {
    ImportLimits limits;
    limits.bytes = static_cast<std::uint64_t>(largest_rota_sheet);
    limits.rows = 20'000;
    limits.fields = 50;
    limits.field_bytes = 4096;
    ReadOptions options{file.encoding, {}};
    if (!file.part.empty())
        options.parts.push_back(file.part);
    auto table = read_table_bytes(std::move(bytes), file.name, options, limits);
    if (!table)
        return table.error();
    if (table->must_choose())
        return fail(FailureKind::missing_field, "part", "the file has several sheets");
    auto posts = all_posts(db);
    if (!posts)
        return posts.error();
    auto people = all_people(db);
    if (!people)
        return people.error();
    RotaReader reader(*table, std::move(*posts), std::move(*people), zone, now);
    if (auto found = reader.find_columns(); !found)
        return found.error();
    reader.read_rows();
    if (auto known = reader.leave_out_known(db); !known)
        return known.error();
    return reader.take();
}

} // namespace chengyun::hub
