// Where the unfinished writing of an account lies.
#pragma once

#include <QString>

namespace chengyun::console {

/// The files in an account's own folder (Session::ownFolder).
[[nodiscard]] QString orderDraftIn(const QString& folder);
[[nodiscard]] QString asideDraftsIn(const QString& folder);
[[nodiscard]] QString draftTextsIn(const QString& folder);

/// An older version kept them in `shared` for whoever sat there: what is found there moves into the
/// folder of the account that used the machine last. Without one it stays, and nobody is shown it.
void adoptDrafts(const QString& shared, const QString& ownFolder);

} // namespace chengyun::console
