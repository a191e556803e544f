// The JSON text of a journal entry, put together by hand: the fields in front of a body whose text
// is made already. A test keeps it equal to what the codec writes.
#pragma once

#include "core/journal/entry.h"

#include <string>
#include <string_view>

namespace chengyun::hub {

/// The entry without `previous` and `hash`: what is hashed and stored. `entry.body` is not looked
/// at.
[[nodiscard]] std::string entry_text(const Entry& entry, std::string_view body);

/// The whole entry: `text` of above with its place in the chain.
[[nodiscard]] std::string chained_text(std::string_view text, std::string_view previous,
                                       std::string_view hash);

/// Where an entry's whole text stands in the chain; views into that text.
struct ChainLinks {
    std::string_view previous;
    std::string_view hash;
};
/// What chained_text() put at the end; empty views for a text that it did not make.
[[nodiscard]] ChainLinks chain_links(std::string_view chained);

/// The part of an entry's text that is its body; empty when the text has none.
[[nodiscard]] std::string_view body_of(std::string_view text);

} // namespace chengyun::hub
