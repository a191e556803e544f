#include "hub/duty/duty_chain.h"

#include "hub/duty/rota_reads.h"

#include <algorithm>

namespace chengyun::hub {

Result<std::vector<PersonOnDuty>> duty_chain(Database& db, Instant now) {
    auto posts = all_posts(db);
    if (!posts)
        return posts.error();
    auto people = all_people(db);
    if (!people)
        return people.error();
    auto shifts = shifts_between(db, now, now + std::chrono::milliseconds(1));
    if (!shifts)
        return shifts.error();
    auto late = shifts_on_duty(db); // also after their end
    if (!late)
        return late.error();
    for (auto& shift : *late)
        if (std::ranges::find(*shifts, shift.id, &Shift::id) == shifts->end())
            shifts->push_back(std::move(shift));

    std::erase_if(*posts, [](const Post& post) {
        return !post.unit.empty() || post.kind == PostKind::liaison;
    });
    std::ranges::stable_sort(*posts, {}, &Post::kind);
    std::vector<PersonOnDuty> chain;
    for (const auto& on : on_duty(*posts, *shifts, now)) {
        const auto post = std::ranges::find(*posts, on.post, &Post::id);
        for (const auto& id : on.now) {
            const auto shift = std::ranges::find(*shifts, id, &Shift::id);
            const auto person = std::ranges::find(*people, shift->person, &Person::id);
            if (person == people->end() || person->account.empty() ||
                std::ranges::find(chain, person->account, &PersonOnDuty::account) != chain.end())
                continue;
            chain.push_back({person->account, person->name, post->name});
        }
    }
    return chain;
}

} // namespace chengyun::hub
