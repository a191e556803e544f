// The words for journal entries. Each capability says them for its own kinds; a timeline may hold
// entries of several.
#pragma once

#include "core/journal/entry.h"

#include <QString>

#include <functional>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

namespace chengyun::console {

/// An entry in the language of the screen.
struct EntryWords {
    QString title;
    QString text; ///< the words that somebody wrote, or empty
    /// What happened, for its sign: "issue", "step", "report", "complete", "verify", "rework",
    /// "reassign", "return", "withdraw", "alarm" or "close".
    QString symbol = QStringLiteral("step");
    bool urgent = false;
};

/// GUI thread.
class JournalWords {
public:
    using Say = std::function<EntryWords(const Entry&)>;

    /// `groups`: what stands before the dot of the kinds, "assignment" for "assignment.reported".
    void add(std::initializer_list<std::string_view> groups, const Say& say);
    /// Of a kind that no capability knows: the kind itself as title.
    [[nodiscard]] EntryWords of(const Entry& entry) const;

private:
    std::map<std::string, Say, std::less<>> says_;
};

} // namespace chengyun::console
