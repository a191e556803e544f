#include "core/linkage/trial.h"

#include <algorithm>

namespace chengyun {

namespace {

class Play {
public:
    explicit Play(const LinkageRule& rule) : rule_(rule) {}

    /// What runs out up to then, one after another.
    void advance(Instant to) {
        for (auto end = next_link_end(links_); end && *end <= to; end = next_link_end(links_)) {
            expire_links(links_, *end);
            look(*end);
        }
    }
    /// By each of these rules that wants it.
    void put_up(std::span<const LinkageRule> rules, const Wall& wall, const TrialEvent& event) {
        bool wanted = false;
        for (const auto& rule : rules) {
            if (!wants(rule, wall, *event.event, event.order))
                continue;
            auto link = link_of(rule, event.order, event.at);
            if (rule.id == rule_.id) {
                wanted = true;
                if (!item_of(event.order.id))
                    items_.push_back(
                        {event.order.id, link.title, event.order.level, event.at, {}, 0, {}});
            }
            add_link(links_, std::move(link));
        }
        look(event.at);
        auto* item = wanted ? item_of(event.order.id) : nullptr;
        if (item && !item->shown && item->gave_way_to.empty() && shown_)
            item->gave_way_to = name_of(*shown_); // it waits for that
    }
    void end(const Order& order, Instant at) {
        if (end_links(links_, order.id))
            look(at);
    }
    std::vector<TrialItem> finish(Instant now) {
        advance(now);
        links_ = {};
        look(now);
        return std::move(items_);
    }

private:
    TrialItem* item_of(std::string_view order) {
        const auto found = std::ranges::find(items_, order, &TrialItem::order);
        return found == items_.end() ? nullptr : &*found;
    }
    static std::string name_of(const Link& link) { return link.title + " (" + link.by_name + ')'; }

    /// What is shown from `at` on.
    void look(Instant at) {
        const Link* first = links_.screens.empty() || links_.screens.front().links.empty()
                                ? nullptr
                                : &links_.screens.front().links.front();
        if (first && shown_ && first->about == shown_->about && first->rule == shown_->rule)
            return;
        if (shown_ && shown_->rule == rule_.id)
            if (auto* item = item_of(shown_->about)) {
                item->seconds +=
                    std::chrono::duration_cast<std::chrono::seconds>(at - since_).count();
                const bool waits =
                    first && std::ranges::any_of(links_.screens.front().links, [&](const Link& l) {
                        return l.about == shown_->about;
                    });
                if (waits)
                    item->gave_way_to = name_of(*first);
            }
        shown_ = first ? std::optional(*first) : std::nullopt;
        since_ = at;
        if (shown_ && shown_->rule == rule_.id)
            if (auto* item = item_of(shown_->about); item && !item->shown)
                item->shown = at;
    }

    const LinkageRule& rule_;
    WallLinks links_; ///< of the one screen
    std::optional<Link> shown_;
    Instant since_{};
    std::vector<TrialItem> items_;
};

} // namespace

std::vector<TrialItem> play(const LinkageRule& rule, const Wall& wall,
                            std::span<const LinkageRule> others, std::span<const TrialEvent> events,
                            Instant now) {
    std::vector<LinkageRule> rules{rule};
    for (const auto& other : others)
        if (other.on && other.id != rule.id && other.wall == rule.wall &&
            other.screen == rule.screen)
            rules.push_back(other);
    Play stage(rule);
    for (const auto& event : events) {
        stage.advance(event.at);
        if (!event.event) {
            stage.end(event.order, event.at);
            continue;
        }
        stage.put_up(rules, wall, event);
    }
    return stage.finish(now);
}

} // namespace chengyun
