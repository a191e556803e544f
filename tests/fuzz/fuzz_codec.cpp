// Hostile bytes as JSON of what travels between the programs: whatever decodes must come back the
// same when it is written and read again, and both ways of writing must agree.
#include "core/json/codec.h"
#include "core/order/commands.h"
#include "core/order/rules.h"
#include "core/resource/resource.h"
#include "core/wire/answers.h"

#include <cstdio>
#include <cstdlib>

using namespace chengyun;

namespace {

void expect(bool holds, const char* what) {
    if (holds)
        return;
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

template <class T>
void round_trip(const boost::json::value& tree) {
    for (const auto unknown : {json::Unknown::refuse, json::Unknown::ignore}) {
        const auto value = json::decode<T>(tree, unknown);
        if (!value) {
            // A refusal is sent to people: it must be text that can be sent.
            const auto text = json::write(boost::json::value(value.error().field));
            expect(json::parse(text).has_value(), "the refused field's name is no text");
            continue;
        }
        const auto text = json::write(*value);
        const auto back = json::read<T>(text);
        expect(back.has_value(), "what was written is refused");
        expect(*back == *value, "what was written reads otherwise");
        const auto slow = json::decode<T>(json::encode(*value));
        expect(slow.has_value() && *slow == *value, "the tree reads otherwise");
        if constexpr (requires { check(*value); })
            static_cast<void>(check(*value));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const auto tree = json::parse({reinterpret_cast<const char*>(data), size});
    if (!tree)
        return 0;
    round_trip<IssueOrder>(*tree);
    round_trip<ActOnAssignment>(*tree);
    round_trip<Snapshot>(*tree);
    round_trip<Entry>(*tree);
    round_trip<Resource>(*tree);
    if (const auto command = json::decode<IssueOrder>(*tree)) {
        // What the rules let pass is within the limits they promise.
        const auto most = OrderPolicy{}.max_recipients;
        if (check(*command, most))
            expect(!command->recipients.empty() &&
                       command->recipients.size() <= static_cast<std::size_t>(most),
                   "too many recipients pass");
    }
    return 0;
}
