// What all capabilities have to find, kept ready for look-ups while they change.
#pragma once

#include "app/search/finder.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <vector>

namespace chengyun::console {

class Capability;

/// GUI thread. Each capability has a Finder of its own, so that a batch of orders does not make the
/// resources be read again. Finders are made on a worker and swapped whole.
class SearchIndex : public QObject {
    Q_OBJECT
public:
    struct Part {
        Capability* owner;
        std::shared_ptr<const Finder> finder; ///< never null
        bool stale = true;                    ///< its capability has others by now
    };

    /// The capabilities must live as long.
    explicit SearchIndex(const std::vector<Capability*>& capabilities, QObject* parent = nullptr);
    ~SearchIndex() override;

    /// In the order of the capabilities.
    [[nodiscard]] const std::vector<Part>& parts() const { return parts_; }
    /// How many things can be found.
    [[nodiscard]] int size() const;

Q_SIGNALS:
    /// There are other things to find than before, or with other words.
    void changed();

private:
    struct Work;
    [[nodiscard]] static std::shared_ptr<const Finder> made(Work& work);
    void build();
    void take(const std::vector<Work>& all);

    std::vector<Part> parts_;
    QTimer soon_;
    QThreadPool builder_;
    bool building_ = false;
};

} // namespace chengyun::console
