#include "app/link/failure_text.h"

#include "app/link/language.h"
#include "core/json/codec.h"

#include <QCoreApplication>

#include <functional>
#include <map>
#include <string>

namespace chengyun::console {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Failure)
};

QString sentence(FailureKind kind) {
    switch (kind) {
    case FailureKind::malformed:
        return Words::tr("The hub did not understand the request.");
    case FailureKind::invalid_field:
        return Words::tr("This value is not possible.");
    case FailureKind::missing_field:
        return Words::tr("Please fill this in.");
    case FailureKind::unknown_field:
        return Words::tr(
            "The hub does not know this field: the versions of console and hub differ.");
    case FailureKind::unseen_character:
        return Words::tr("It holds a character that cannot be seen or that turns the text round. "
                         "Delete it, or type the words anew.");
    case FailureKind::unauthenticated:
        return Words::tr("The session has ended; sign in again.");
    case FailureKind::forbidden:
        return Words::tr("Your role may not do this.");
    case FailureKind::locked_out:
        return Words::tr("Too many failed attempts; the account is locked for a while.");
    case FailureKind::not_found:
        return Words::tr("It does not exist, or lies outside your area.");
    case FailureKind::conflict:
        return Words::tr("Somebody else was first, or it exists already.");
    case FailureKind::wrong_state:
        return Words::tr("This step is not possible any more; look at the present state.");
    case FailureKind::expired:
        return Words::tr("It expired before the hub could be reached.");
    case FailureKind::key_reused:
        return Words::tr("The hub knows this command with other contents.");
    case FailureKind::wrong_method:
        return Words::tr("The hub does not do this: the versions of console and hub differ.");
    case FailureKind::too_large:
        return Words::tr("This is larger than the hub accepts.");
    case FailureKind::wrong_type:
        return Words::tr("The hub does not accept this type of file.");
    case FailureKind::too_many:
        return Words::tr("Too many at once; it will be tried again.");
    case FailureKind::no_room:
        return Words::tr("The hub has no room left for files; an administrator has to make some.");
    case FailureKind::unavailable:
        return Words::tr("The hub cannot be reached.");
    case FailureKind::corrupt:
        return Words::tr("Stored data is damaged.");
    case FailureKind::internal:
        return Words::tr("The system made an error and did not carry this out. Tell an "
                         "administrator, and the time.");
    }
    return {};
}

/// Who did not answer, by the field that Reply::failure() and the console's own disk give it.
QString whatIsAway(const std::string& field) {
    if (field.empty())
        return sentence(FailureKind::unavailable);
    if (field == "certificate")
        return Words::tr("This machine does not trust the hub's certificate; an administrator must "
                         "install it.");
    if (field == "version")
        return Words::tr("The hub is newer than this console; the console must be updated.");
    if (field == "foreign")
        return Words::tr("Not the hub has answered but something on the way to it: a proxy, or a "
                         "network that wants a sign-in.");
    if (field == "silent")
        return Words::tr("The hub has not answered this yet; it is asked again.");
    if (field == "disk")
        return Words::tr("This machine cannot store it; look at the room on its disk.");
    return Words::tr("The hub cannot do this at the moment.");
}

/// Names by the first part of a field's path.
std::map<std::string, QString (*)(), std::less<>>& fields() {
    static std::map<std::string, QString (*)(), std::less<>> names{
        {"title", [] { return Words::tr("Title"); }},
        {"text", [] { return Words::tr("Text"); }},
        {"place", [] { return Words::tr("Place"); }},
        {"address", [] { return Words::tr("Address"); }},
        {"area", [] { return Words::tr("Area"); }},
        {"unit", [] { return Words::tr("Unit"); }},
        {"attachments", [] { return Words::tr("Photos"); }},
        {"reason", [] { return Words::tr("Reason"); }},
    };
    return names;
}

} // namespace

QString fieldName(const std::string& path) {
    const auto found = fields().find(path.substr(0, path.find_first_of("[.")));
    return found == fields().end() ? qs(path) : found->second();
}

void nameFields(std::initializer_list<std::pair<std::string_view, QString (*)()>> names) {
    for (const auto& [field, name] : names)
        fields().insert_or_assign(std::string(field), name);
}

QString failureText(const Failure& failure) {
    if (failure.kind == FailureKind::unavailable)
        return whatIsAway(failure.field);
    // Its key is older than the answers that the hub keeps.
    if (failure.kind == FailureKind::expired && failure.field == "Idempotency-Key")
        return Words::tr(
            "It was sent, and nobody can say any more whether it was carried out; check it by "
            "hand.");
    if (failure.field.empty())
        return sentence(failure.kind);
    if (failure.field == "hub")
        return Words::tr("The address of the hub is not valid. Example: https://hall.example; your "
                         "administrator knows it.");
    return Words::tr("%1: %2").arg(fieldName(failure.field), sentence(failure.kind));
}

QString kindKey(FailureKind kind) {
    return qs(json::name_of(kind));
}

} // namespace chengyun::console
