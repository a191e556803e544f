// Models hold words too: they refresh them when the program's language is switched live.
#pragma once

#include "app/text.h"

#include <QObject>
#include <QStringList>

#include <functional>

namespace chengyun::console {

/// Calls `refresh` after each change of the installed translators, while `owner` lives. GUI thread.
void onLanguageChange(QObject* owner, std::function<void()> refresh);

/// True when the screen speaks Chinese: picks a column of tables that hold both languages.
[[nodiscard]] bool speaksChinese();

/// Others' words within a sentence of ours: where they run from right to left, what stands around
/// them keeps its order (U+2068 … U+2069). What comes over the feed holds nothing that could end
/// the isolation (core/text/showable.h). Twice is as good as once.
[[nodiscard]] QString isolated(const QString& words);

/// What is not empty among `parts`, each isolated, as one line: "蔡甸街道 · 张三".
[[nodiscard]] QString joined(const QStringList& parts);

} // namespace chengyun::console
