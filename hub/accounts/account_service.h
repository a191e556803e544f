// Who is signed in, and who may become so. Accounts and sessions are held in memory beside the
// database, so that checking a request's token asks no disk and takes no writer.
//
// Nothing here has a default password: the first administrator comes by a one-time link that the
// first start prints, phones and devices come by one-time links that somebody hands out.
#pragma once

#include "core/account/account.h"
#include "core/account/session.h"
#include "core/wire/answers.h"
#include "hub/accounts/account_settings.h"
#include "hub/accounts/account_store.h"
#include "hub/accounts/device_accounts.h"
#include "hub/accounts/lockout.h"
#include "hub/accounts/passwords.h"
#include "hub/http/sessions.h"
#include "hub/store/writer.h"

#include <boost/describe/class.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace chengyun::hub {

class Database;
class Reach;
class UnitStore;

/// POST /setup
struct SetUp {
    std::string token;
    std::string name;
    std::string display_name;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(SetUp, (), (token, name, display_name, password))

/// POST /links: a one-time link opened on a phone, or the code of a device.
struct OpenLink {
    std::string token;
};
BOOST_DESCRIBE_STRUCT(OpenLink, (), (token))

/// POST /accounts
struct CreateAccount {
    std::string name;
    std::string display_name;
    Role role = Role::operator_;
    std::optional<std::string> area;
    std::optional<std::string> unit;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(CreateAccount, (), (name, display_name, role, area, unit, password))

/// PATCH /accounts/{id}
struct PatchAccount {
    std::optional<std::string> display_name{};
    std::optional<Role> role{};
    std::optional<std::string> area{};
    std::optional<std::string> unit{};
    std::optional<bool> disabled{};
    std::optional<std::string> password{};
};
BOOST_DESCRIBE_STRUCT(PatchAccount, (), (display_name, role, area, unit, disabled, password))

/// Any thread. Callbacks run on a password thread or the thread that asks the disk and must be
/// quick.
class AccountService final : public Sessions, public DeviceAccounts {
public:
    template <class T>
    using Done = std::function<void(Result<T>)>;

    AccountService(Writer& writer, UnitStore& units, const Reach& reach,
                   const AccountsConfig& config, Clock clock = system_now);
    ~AccountService() override;

    /// Before anything else.
    [[nodiscard]] Result<> load(Database& db);
    [[nodiscard]] bool has_accounts() const;
    [[nodiscard]] std::size_t open_sessions() const;

    [[nodiscard]] Result<SignedInPtr> check(std::string_view token) override;
    [[nodiscard]] Result<Account> still_active(Database& db, std::string_view id) const override;
    bool touch(std::string_view session) override;

    /// `locked_out` while the name or address must wait (detail: seconds), `unauthenticated` for
    /// every other reason alike.
    void sign_in(SignIn credentials, std::string address, Done<Session> done);
    /// Answers when the end is on disk. A failure: the session goes on; try again.
    void sign_out(SignedInPtr who, Done<Answer> done);
    /// How long the name or address must still wait; for Retry-After.
    [[nodiscard]] std::optional<std::chrono::seconds> wait_of(std::string_view name,
                                                              std::string_view address) const;

    // Secrets that are no account's (a guest's link) count by address alone, with all wrong links.
    [[nodiscard]] std::optional<std::chrono::seconds> wait_of(std::string_view address) const;
    void missed(std::string_view address);

    /// The first administrator. `expired` or `not_found` for a token that does not work.
    void set_up(SetUp command, std::string address, Done<Session> done);
    void open_link(OpenLink command, std::string address, Done<Session> done);

    void create(SignedInPtr by, CommandKey key, CreateAccount command, Done<Answer> done);
    void patch(SignedInPtr by, CommandKey key, std::string id, PatchAccount command,
               Done<Answer> done);
    /// Ends the account's other sessions. The one that asks goes on: it has proven who it is.
    /// `forbidden` with the field `old_password` when that is not the account's.
    void change_password(SignedInPtr who, ChangePassword command, std::string address,
                         Done<Answer> done);
    /// Whether it is the password of the account that is signed in; the answer is that account, for
    /// an empty yes could be anybody's on the way. `forbidden` with the field
    /// `password` when it is not, which counts as a failed sign-in.
    void prove_password(SignedInPtr who, CheckPassword command, std::string address,
                        Done<Answer> done);
    [[nodiscard]] PasswordRule password_rule() const;
    /// A link that signs a phone in for a unit, through an account without a password that is made
    /// when first needed. Links made for the unit before stop working.
    void make_unit_link(SignedInPtr by, std::string unit, Done<OneTimeLink> done);

    [[nodiscard]] Result<Coded> make_code(Transaction& tx, const Actor& by,
                                          const Device& device) override;
    [[nodiscard]] Result<Committed> revoke(Transaction& tx, const Actor& by,
                                           std::string_view name) override;
    [[nodiscard]] Result<bool> is_in_use(Database& db, std::string_view name) const override;
    [[nodiscard]] Result<Session> sign_in_now(const Actor& by, const Device& device) override;

    /// The id of the account of that name.
    [[nodiscard]] std::optional<std::string> find(std::string_view name) const;
    /// {items: [Account]}
    [[nodiscard]] std::string list() const;

    /// A new setup token in place of all earlier ones. Not on one of the store's threads.
    [[nodiscard]] Result<OneTimeLink> make_setup_link();
    /// For the demonstration and the command line; waits. Not on one of the store's threads.
    [[nodiscard]] Result<Account> create_now(const CreateAccount& command);
    [[nodiscard]] Result<Session> open_session_now(const std::string& account, std::string origin);

    void on_ended(std::function<void(const std::vector<std::string>& sessions)> ended) override;
    void sweep() override;

private:
    struct Impl;
    std::shared_ptr<Impl> impl_;
};

} // namespace chengyun::hub
