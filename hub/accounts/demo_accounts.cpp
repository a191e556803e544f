#include "hub/accounts/demo_accounts.h"

#include "core/json/codec.h"
#include "hub/accounts/account_service.h"
#include "hub/accounts/token.h"
#include "hub/capability/demonstration.h"
#include "hub/resources/area_service.h"
#include "hub/store/data_folder.h"
#include "hub/store/database.h"

#include <algorithm>
#include <format>

namespace chengyun::hub {
namespace {

/// A street of the demonstration district, for the account that sees a street only.
Result<Area> a_street(const AreaStore& areas, Readers& readers) {
    auto db = readers.get();
    if (!db)
        return db.error();
    auto all = areas.all(**db);
    if (!all)
        return all.error();
    const auto street = std::find_if(all->begin(), all->end(), [](const Area& area) {
        return area.level == AreaLevel::street && area_contains(demo_district, area.code);
    });
    if (street == all->end())
        return fail(FailureKind::not_found, {}, "the demonstration district has no street");
    return *street;
}

} // namespace

Result<> make_demo_accounts(AccountService& accounts, const AreaStore& areas, Readers& readers,
                            const std::filesystem::path& data) {
    if (accounts.has_accounts())
        return {};
    const auto street = a_street(areas, readers);
    if (!street)
        return street.error();
    const CreateAccount wanted[] = {
        {"operator", "演示调度员", Role::operator_, {}, {}, new_password()},
        {"relief", "演示接班员", Role::operator_, {}, {}, new_password()},
        {"commander", "演示指挥长", Role::commander, {}, {}, new_password()},
        {"street", street->name + "调度员", Role::operator_, street->code, {}, new_password()},
        {"unit",
         street->name + "值班员",
         Role::unit,
         {},
         office_unit_id(street->code),
         new_password()},
        {"auditor", "演示审计员", Role::auditor, {}, {}, new_password()},
        {"admin", "演示管理员", Role::admin, {}, {}, new_password()},
    };
    std::string text = "# Accounts of this demonstration, made at random at its first start.\n";
    for (const auto& account : wanted) {
        if (auto made = accounts.create_now(account); !made)
            return made.error();
        text += std::format("\n[{}]\nrole = \"{}\"\ndisplay_name = \"{}\"\npassword = \"{}\"\n",
                            account.name, json::name_of(account.role), account.display_name,
                            account.password);
        if (account.area)
            text += std::format("area = \"{}\"\n", *account.area);
        if (account.unit)
            text += std::format("unit = \"{}\"\n", *account.unit);
    }
    return write_private_file(data / "demo-accounts.toml", text);
}

Result<> write_console_session(AccountService& accounts, const std::filesystem::path& data,
                               const std::string& url) {
    const auto id = accounts.find("operator");
    if (!id)
        return fail(FailureKind::not_found, {}, "no account named operator");
    auto session = accounts.open_session_now(*id, "demo");
    if (!session)
        return session.error();
    return write_private_file(
        data / "console-session.json",
        boost::json::serialize(boost::json::object{{"url", url}, {"token", session->token}}) +
            "\n");
}

} // namespace chengyun::hub
