// A hall with what consultations need: accounts that can sign in, and the journal's entries about
// them.
#pragma once

#include "core/consult/consult_codec.h"
#include "hub/accounts/accounts_capability.h"
#include "hub/consult/consult_capability.h"
#include "hub/journal/journal.h"
#include "tests/hub/ops/data_folder.h"

#include <QByteArray>

namespace chengyun::hub::test {

struct ConsultHall : Hall {
    AccountsCapability& accounts = capabilities.get<AccountsCapability>();
    ConsultService& rooms = capabilities.get<ConsultCapability>().service();
    std::unique_ptr<Readers> readers;
    Account li = account(Role::operator_); ///< of the whole hall
    Account admin = account(Role::admin);
    Account device = account(Role::wall);

    ConsultHall() {
        // The hall's accounts of one role share an id; here each is somebody.
        for (auto* one : {&li, &east_operator, &west_operator})
            one->id = new_id();
        sign_ins();
    }
    ~ConsultHall() { close(); }
    void close() {
        accounts.stop();
        readers.reset();
        Hall::close();
    }
    void open() {
        Hall::open();
        sign_ins();
    }

    [[nodiscard]] MakeConsult standing(const std::string& area = {}, int number = 1) const {
        MakeConsult command;
        command.id = "0190a000-0000-7000-8000-0000000000" + std::to_string(10 + number);
        command.title = "联席会商室";
        command.area = area;
        return command;
    }
    Result<Done> make(const Account& by, const MakeConsult& command) {
        return run([&](Transaction& tx) { return rooms.make(tx, by, command); });
    }
    using Act = Result<Answer> (ConsultService::*)(Transaction&, const Account&, std::string_view);
    Result<Done> act(const Account& by, Act command, const std::string& id) {
        return run([&](Transaction& tx) { return (rooms.*command)(tx, by, id); });
    }
    [[nodiscard]] Snapshot seen_by(const Account& account) {
        return must(json::read<Snapshot>(must(snapshots.make(*reader, account, clock()))));
    }
    [[nodiscard]] std::vector<Entry> entries() {
        std::vector<Entry> out;
        for (const auto& stored : must(read_journal(*reader, writer->kinds(), 0, 1'000'000))) {
            auto entry = must(json::read<Entry>(stored->json));
            if (entry.kind.starts_with("consult."))
                out.push_back(std::move(entry));
        }
        return out;
    }

private:
    void sign_ins() {
        readers = std::make_unique<Readers>(file);
        must(accounts.open({*writer, *readers, clock}));
    }
};

template <class T>
QByteArray refusal(const Result<T>& result) {
    if (result)
        return {};
    const auto& why = result.error();
    return QByteArray::fromStdString(std::string(json::name_of(why.kind)) +
                                     (why.field.empty() ? "" : " " + why.field));
}

} // namespace chengyun::hub::test
