#include "hub/demo/stock.h"

#include "core/pinyin/pinyin.h"
#include "hub/demo/demo.h"
#include "hub/demo/texts.h"

#include <algorithm>
#include <format>

namespace chengyun::hub {

namespace {

/// 临江街道 is spoken of as 临江, 江滩社区 as 江滩.
std::string short_name(const std::string& name, std::string_view ending) {
    return name.ends_with(ending) ? name.substr(0, name.size() - ending.size()) : name;
}

/// 一 to 九: what is counted by words is few.
std::string in_chinese(int number) {
    static constexpr std::array digits{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    return digits.at(static_cast<std::size_t>(number));
}

std::string_view letter_of(Layer layer) {
    switch (layer) {
    case Layer::risk:
        return "F";
    case Layer::supply:
        return "W";
    case Layer::rescue_force:
        return "L";
    case Layer::shelter:
        return "B";
    case Layer::camera:
        return "S";
    }
    return "X";
}

Level level_of(Layer layer, Dice& dice) {
    if (layer != Layer::risk)
        return Level::none;
    // Grave risks are rare.
    const auto roll = dice.below(20);
    return roll == 0 ? Level::I : roll < 4 ? Level::II : roll < 11 ? Level::III : Level::IV;
}

} // namespace

std::string Words::in(std::string_view text) const {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '{' || i + 2 >= text.size() || text[i + 2] != '}') {
            out.push_back(text[i]);
            continue;
        }
        const char what = text[i + 1];
        out += what == 'c'   ? community
               : what == 's' ? street
               : what == 'r' ? road
               : what == 'z' ? in_chinese(number)
                             : std::to_string(number);
        i += 2;
    }
    return out;
}

Contact invented_contact(Dice& dice) {
    Contact contact;
    contact.name = dice.pick(texts::surnames);
    contact.name += dice.pick(texts::given_names);
    contact.phone = std::format("000-{:04}-{:04}", dice.between(0, 9999), dice.between(0, 9999));
    return contact;
}

std::vector<Resource> make_resources(const Geography& geography, Dice& dice,
                                     const std::string& cameras) {
    std::vector<Resource> out;
    int camera = 0;
    std::array<int, 5> numbers{};
    std::size_t turn = 0;
    for (const auto& stock : texts::stocks()) {
        // Every seventh community: a stock is spread over the streets, no two in one community.
        for (int i = 0; i < stock.count; ++i) {
            constexpr std::size_t stride = 25; // coprime to 63
            const auto& area =
                geography.communities[turn++ * stride % geography.communities.size()];
            const auto street = std::ranges::find(geography.streets, area.parent, &Area::code);
            const Words words{short_name(area.name, "社区"), short_name(street->name, "街道"),
                              std::string(texts::roads[(turn * 7) % texts::roads.size()]), i + 1};
            Resource resource;
            resource.id = dice.uuid();
            resource.layer = stock.layer;
            resource.code = std::format("YT-{}-{:03}", letter_of(stock.layer),
                                        ++numbers[static_cast<std::size_t>(stock.layer)]);
            resource.name = words.in(stock.name);
            resource.kind = stock.kind;
            resource.level = level_of(stock.layer, dice);
            // A few are always being repaired or away; cameras say it themselves.
            if (stock.layer != Layer::risk && stock.layer != Layer::camera && dice.below(18) == 0)
                resource.state = Availability::unavailable;
            resource.capacity = stock.most > 0 ? dice.between(stock.least, stock.most) : 0;
            if (resource.capacity > 100)
                resource.capacity = resource.capacity / 10 * 10;
            resource.area = area.code;
            resource.address =
                std::format("云汀区{}{}{}号", street->name, words.road, dice.between(1, 480));
            resource.place = geography.place_in(area, dice, stock.by_water);
            resource.source_system = "EPSG:4326";
            if (stock.layer == Layer::camera)
                resource.stream = cameras + "/" + std::to_string(++camera);
            else
                resource.contact = invented_contact(dice);
            resource.attributes = {{"说明", "演示数据，纯属虚构"}};
            resource.initials = pinyin_initials(resource.name);
            out.push_back(std::move(resource));
        }
    }
    return out;
}

std::vector<Unit> make_departments(const Geography& geography, Dice& dice) {
    std::vector<Unit> out;
    for (const auto name : texts::departments) {
        Unit unit;
        unit.id = dice.uuid();
        unit.kind = UnitKind::department;
        unit.name = "云汀区" + std::string(name) + "（演示）";
        unit.area = demo_district;
        unit.contact = invented_contact(dice);
        unit.place = geography.place_in(dice.pick(geography.communities), dice);
        unit.initials = pinyin_initials(unit.name);
        out.push_back(std::move(unit));
    }
    return out;
}

} // namespace chengyun::hub
