#include "core/resource/kinds.h"

#include <algorithm>
#include <iterator>

namespace chengyun {

namespace {

// clang-format off
constexpr Kind kinds[] = {
    {"flood_point",           Layer::risk, "易涝点",           "Flood point"},
    {"waterlogging",          Layer::risk, "易积水点",         "Waterlogging point"},
    {"underpass",             Layer::risk, "下穿通道",         "Underpass"},
    {"dike",                  Layer::risk, "险工险段",         "Weak dike"},
    {"reservoir",             Layer::risk, "水库",             "Reservoir"},
    {"landslide",             Layer::risk, "滑坡隐患",         "Landslide"},
    {"collapse",              Layer::risk, "崩塌与地面塌陷",   "Rockfall or sinkhole"},
    {"debris_flow",           Layer::risk, "泥石流隐患",       "Debris flow"},
    {"dangerous_chemicals",   Layer::risk, "危险化学品企业",   "Dangerous chemicals"},
    {"gas",                   Layer::risk, "燃气设施",         "Gas facility"},
    {"fuel_station",          Layer::risk, "加油加气站",       "Fuel station"},
    {"power",                 Layer::risk, "供电设施",         "Power facility"},
    {"old_building",          Layer::risk, "危旧房屋",         "Dilapidated building"},
    {"high_rise",             Layer::risk, "高层建筑",         "High-rise"},
    {"fire_prone",            Layer::risk, "火灾高风险场所",   "Fire-prone premises"},
    {"forest_fire",           Layer::risk, "森林火险区",       "Forest fire area"},
    {"crowd",                 Layer::risk, "人员密集场所",     "Crowded place"},
    {"construction_site",     Layer::risk, "建设工地",         "Construction site"},
    {"industrial_site",       Layer::risk, "工矿企业",         "Industrial site"},
    {"billboard",             Layer::risk, "户外广告牌",       "Billboard"},
    {"road_hazard",           Layer::risk, "道路隐患",         "Road hazard"},
    {"bridge",                Layer::risk, "病险桥梁",         "Weak bridge"},
    {"other",                 Layer::risk, "其他风险隐患",     "Other risk"},

    {"depot",                 Layer::supply, "应急物资仓库",     "Emergency depot"},
    {"flood_control",         Layer::supply, "防汛物资",         "Flood-control supplies"},
    {"sandbags",              Layer::supply, "沙袋",             "Sandbags"},
    {"pumps",                 Layer::supply, "排水泵",           "Pumps"},
    {"pump_truck",            Layer::supply, "移动泵车",         "Pump truck"},
    {"boats",                 Layer::supply, "冲锋舟与救生器材", "Boats and life-saving gear"},
    {"tents",                 Layer::supply, "帐篷",             "Tents"},
    {"bedding",               Layer::supply, "棉被衣物",         "Bedding and clothes"},
    {"food",                  Layer::supply, "食品",             "Food"},
    {"water",                 Layer::supply, "饮用水",           "Drinking water"},
    {"medical",               Layer::supply, "医疗物资",         "Medical supplies"},
    {"fire_fighting",         Layer::supply, "消防器材",         "Fire-fighting gear"},
    {"protective_gear",       Layer::supply, "防护装备",         "Protective gear"},
    {"generator",             Layer::supply, "发电机与照明",     "Generators and lighting"},
    {"communications",        Layer::supply, "通信设备",         "Communications equipment"},
    {"machinery",             Layer::supply, "工程机械",         "Machinery"},
    {"vehicles",              Layer::supply, "应急车辆",         "Vehicles"},
    {"snow_removal",          Layer::supply, "除雪融冰物资",     "Snow-removal supplies"},
    {"fuel",                  Layer::supply, "油料",             "Fuel"},
    {"other",                 Layer::supply, "其他物资",         "Other supply"},

    {"fire_station",          Layer::rescue_force, "消防救援站",       "Fire station"},
    {"fire_brigade",          Layer::rescue_force, "消防大队",         "Fire brigade"},
    {"mini_fire_station",     Layer::rescue_force, "微型消防站",       "Community fire post"},
    {"forest_fire_team",      Layer::rescue_force, "森林防灭火队",       "Forest fire team"},
    {"medical",               Layer::rescue_force, "急救站",           "Ambulance and medical"},
    {"hospital",              Layer::rescue_force, "医院",             "Hospital"},
    {"epidemic_control",      Layer::rescue_force, "疾控队伍",         "Disease control team"},
    {"police",                Layer::rescue_force, "公安",             "Police"},
    {"traffic_police",        Layer::rescue_force, "交警",             "Traffic police"},
    {"urban_management",      Layer::rescue_force, "城管执法",         "Urban management"},
    {"water_rescue",          Layer::rescue_force, "水上救援队",       "Water rescue"},
    {"mountain_rescue",       Layer::rescue_force, "山地救援队",       "Mountain rescue"},
    {"hazmat_team",           Layer::rescue_force, "危化品处置队",     "Hazardous materials team"},
    {"engineering",           Layer::rescue_force, "工程抢险队",       "Engineering team"},
    {"drainage_team",         Layer::rescue_force, "排水抢险队",       "Drainage team"},
    {"gas_repair",            Layer::rescue_force, "燃气抢修队",       "Gas repair"},
    {"power_repair",          Layer::rescue_force, "电力抢修队",       "Power repair"},
    {"water_repair",          Layer::rescue_force, "供水抢修队",       "Water-supply repair"},
    {"communications_repair", Layer::rescue_force, "通信保障队",       "Communications repair"},
    {"road_repair",           Layer::rescue_force, "道路抢修队",       "Road repair"},
    {"militia",               Layer::rescue_force, "民兵应急分队",     "Militia"},
    {"volunteer",             Layer::rescue_force, "志愿者队伍",       "Volunteers"},
    {"expert",                Layer::rescue_force, "应急专家",         "Experts"},
    {"other",                 Layer::rescue_force, "其他救援力量",     "Other rescue force"},

    {"indoor",                Layer::shelter, "室内避难场所",     "Indoor shelter"},
    {"outdoor",               Layer::shelter, "室外避难场所",     "Outdoor shelter"},
    {"school",                Layer::shelter, "学校",             "School"},
    {"park",                  Layer::shelter, "公园绿地",         "Park"},
    {"square",                Layer::shelter, "广场",             "Square"},
    {"community",             Layer::shelter, "社区活动中心",     "Community centre"},
    {"stadium",               Layer::shelter, "体育场馆",         "Stadium"},
    {"temple",                Layer::shelter, "宗教活动场所",       "Temple or church"},
    {"civil_defence",         Layer::shelter, "人防工程",         "Civil-defence shelter"},
    {"relief_station",        Layer::shelter, "救助管理站",       "Relief station"},
    {"medical",               Layer::shelter, "医疗机构",         "Medical institution"},
    {"other",                 Layer::shelter, "其他避难场所",     "Other shelter"},

    {"dome",                  Layer::camera, "半球摄像机",       "Dome camera"},
    {"bullet",                Layer::camera, "枪式摄像机",       "Bullet camera"},
    {"ptz",                   Layer::camera, "云台球机",         "PTZ camera"},
    {"high_point",            Layer::camera, "高点监控",         "High-point camera"},
    {"traffic",               Layer::camera, "交通卡口",         "Traffic camera"},
    {"water_level",           Layer::camera, "水位监控",         "Water-level camera"},
    {"thermal",               Layer::camera, "热成像",           "Thermal camera"},
    {"panoramic",             Layer::camera, "全景摄像机",       "Panoramic camera"},
    {"body_worn",             Layer::camera, "执法记录仪",       "Body-worn camera"},
    {"drone",                 Layer::camera, "无人机",           "Drone"},
    {"other",                 Layer::camera, "其他摄像机",       "Other camera"},
};

using Helpful = std::string_view;
constexpr Helpful flood[] = {"rescue_force/water_rescue", "rescue_force/drainage_team", "rescue_force/fire_station", "rescue_force/fire_brigade", "rescue_force/militia", "supply/boats", "supply/pump_truck", "supply/pumps", "supply/sandbags", "supply/flood_control", "shelter", "rescue_force/volunteer", "supply"};
constexpr Helpful waterlogging[] = {"rescue_force/drainage_team", "supply/pump_truck", "supply/pumps", "rescue_force/traffic_police", "rescue_force/urban_management", "supply/sandbags", "supply/flood_control", "rescue_force/fire_station", "rescue_force/fire_brigade", "rescue_force/engineering", "shelter"};
constexpr Helpful typhoon[] = {"rescue_force/engineering", "rescue_force/fire_station", "rescue_force/fire_brigade", "rescue_force/power_repair", "rescue_force/urban_management", "shelter/indoor", "shelter", "rescue_force/militia", "rescue_force/volunteer", "supply"};
constexpr Helpful snow[] = {"supply/snow_removal", "rescue_force/road_repair", "rescue_force/urban_management", "rescue_force/traffic_police", "rescue_force/power_repair", "shelter/relief_station", "shelter/indoor", "supply/bedding", "rescue_force/volunteer"};
constexpr Helpful landslide[] = {"rescue_force/engineering", "rescue_force/fire_station", "rescue_force/fire_brigade", "rescue_force/mountain_rescue", "rescue_force/medical", "rescue_force/militia", "supply/machinery", "rescue_force/expert", "shelter", "supply/tents"};
constexpr Helpful earthquake[] = {"rescue_force/fire_brigade", "rescue_force/fire_station", "rescue_force/engineering", "rescue_force/medical", "rescue_force/hospital", "rescue_force/militia", "shelter/outdoor", "shelter/park", "shelter/square", "shelter", "supply/tents", "supply/machinery", "supply/water", "supply/food", "rescue_force/gas_repair", "rescue_force/power_repair", "rescue_force/volunteer", "supply"};
constexpr Helpful fire[] = {"rescue_force/fire_station", "rescue_force/fire_brigade", "rescue_force/mini_fire_station", "rescue_force/medical", "rescue_force/traffic_police", "rescue_force/police", "rescue_force/power_repair", "rescue_force/gas_repair", "supply/fire_fighting", "rescue_force/hospital", "shelter"};
constexpr Helpful forest_fire[] = {"rescue_force/forest_fire_team", "rescue_force/fire_brigade", "rescue_force/fire_station", "rescue_force/militia", "supply/fire_fighting", "rescue_force/medical", "rescue_force/volunteer", "shelter"};
constexpr Helpful chemicals[] = {"rescue_force/hazmat_team", "rescue_force/fire_brigade", "rescue_force/fire_station", "rescue_force/medical", "rescue_force/police", "rescue_force/traffic_police", "supply/protective_gear", "rescue_force/expert", "rescue_force/hospital", "shelter"};
constexpr Helpful gas_leak[] = {"rescue_force/gas_repair", "rescue_force/fire_station", "rescue_force/fire_brigade", "rescue_force/mini_fire_station", "rescue_force/police", "rescue_force/medical", "rescue_force/hazmat_team", "shelter"};
constexpr Helpful power_failure[] = {"rescue_force/power_repair", "supply/generator", "rescue_force/traffic_police", "rescue_force/communications_repair"};
constexpr Helpful water_failure[] = {"rescue_force/water_repair", "supply/water", "rescue_force/road_repair", "rescue_force/urban_management"};
constexpr Helpful building_collapse[] = {"rescue_force/fire_station", "rescue_force/fire_brigade", "rescue_force/engineering", "rescue_force/medical", "supply/machinery", "rescue_force/police", "rescue_force/gas_repair", "rescue_force/power_repair", "rescue_force/hospital", "rescue_force/expert", "shelter"};
constexpr Helpful traffic_accident[] = {"rescue_force/traffic_police", "rescue_force/medical", "rescue_force/fire_station", "rescue_force/road_repair", "rescue_force/hospital"};
constexpr Helpful road_damage[] = {"rescue_force/road_repair", "rescue_force/traffic_police", "rescue_force/engineering", "supply/machinery", "rescue_force/urban_management"};
constexpr Helpful crowd[] = {"rescue_force/police", "rescue_force/traffic_police", "rescue_force/medical", "rescue_force/urban_management", "rescue_force/fire_station", "rescue_force/volunteer", "shelter/square"};
constexpr Helpful epidemic[] = {"rescue_force/epidemic_control", "rescue_force/hospital", "rescue_force/medical", "supply/medical", "supply/protective_gear", "shelter/indoor", "shelter/stadium", "rescue_force/volunteer", "supply/food"};
constexpr Helpful missing_person[] = {"rescue_force/police", "rescue_force/volunteer", "rescue_force/mountain_rescue", "rescue_force/water_rescue", "camera/drone"};
constexpr Helpful drowning[] = {"rescue_force/water_rescue", "rescue_force/fire_station", "rescue_force/fire_brigade", "rescue_force/medical", "rescue_force/police", "supply/boats"};
constexpr Helpful medical_emergency[] = {"rescue_force/medical", "rescue_force/hospital", "supply/medical", "rescue_force/volunteer"};
constexpr Helpful evacuation[] = {"shelter", "rescue_force/police", "rescue_force/militia", "rescue_force/volunteer", "supply/vehicles", "rescue_force/traffic_police", "supply/tents", "supply/food", "supply/water", "supply/bedding", "rescue_force/medical", "supply"};
constexpr Helpful supplies[] = {"supply", "rescue_force/volunteer", "rescue_force/militia", "shelter"};
constexpr Helpful environment[] = {"rescue_force/urban_management", "rescue_force/hazmat_team", "rescue_force/expert", "rescue_force/volunteer"};
constexpr Helpful city_management[] = {"rescue_force/urban_management", "rescue_force/road_repair", "rescue_force/drainage_team", "rescue_force/police"};
constexpr Helpful inspection[] = {"rescue_force/urban_management", "rescue_force/mini_fire_station", "rescue_force/expert", "rescue_force/fire_station", "rescue_force/fire_brigade", "risk", "shelter", "supply"};

constexpr EventKind events[] = {
    {"flood",             "洪涝",         "Flood",                flood},
    {"waterlogging",      "城市内涝",     "Waterlogging",         waterlogging},
    {"typhoon",           "台风大风",     "Typhoon or gale",      typhoon},
    {"snow",              "低温雨雪冰冻", "Snow and ice",         snow},
    {"landslide",         "地质灾害",     "Landslide",            landslide},
    {"earthquake",        "地震",         "Earthquake",           earthquake},
    {"fire",              "火灾",         "Fire",                 fire},
    {"forest_fire",       "森林火灾",     "Forest fire",          forest_fire},
    {"chemicals",         "危化品事故",   "Dangerous chemicals",  chemicals},
    {"gas_leak",          "燃气泄漏",     "Gas leak",             gas_leak},
    {"power_failure",     "停电",         "Power failure",        power_failure},
    {"water_failure",     "停水爆管",     "Water-main failure",   water_failure},
    {"building_collapse", "建筑物坍塌",   "Building collapse",    building_collapse},
    {"traffic_accident",  "交通事故",     "Traffic accident",     traffic_accident},
    {"road_damage",       "道路损毁",     "Road damage",          road_damage},
    {"crowd",             "人员聚集",     "Crowd",                crowd},
    {"epidemic",          "公共卫生事件", "Public-health event",  epidemic},
    {"missing_person",    "人员走失",     "Missing person",       missing_person},
    {"drowning",          "溺水",         "Drowning",             drowning},
    {"medical_emergency", "医疗急救",     "Medical emergency",    medical_emergency},
    {"evacuation",        "群众转移安置", "Evacuation",           evacuation},
    {"supplies",          "物资调运",     "Supplies needed",      supplies},
    {"environment",       "环境污染",     "Pollution",            environment},
    {"city_management",   "市容市政",     "City upkeep",          city_management},
    {"inspection",        "隐患排查",     "Inspection",           inspection},
    {"other",             "其他事件",     "Other event",          {}},
};
// clang-format on

} // namespace

std::span<const Kind> resource_kinds() {
    return kinds;
}

const Kind* find_kind(Layer layer, std::string_view key) {
    const auto* found = std::find_if(std::begin(kinds), std::end(kinds), [&](const Kind& kind) {
        return kind.layer == layer && kind.key == key;
    });
    return found == std::end(kinds) ? nullptr : found;
}

std::span<const EventKind> event_kinds() {
    return events;
}

const EventKind* find_event_kind(std::string_view key) {
    const auto* found = std::find_if(std::begin(events), std::end(events),
                                     [&](const EventKind& kind) { return kind.key == key; });
    return found == std::end(events) ? nullptr : found;
}

} // namespace chengyun
