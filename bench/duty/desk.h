// A desk whose shifts hand over one after the other, over HTTP, whatever becomes of the hub: each
// command is sent under its key until it is answered.
#pragma once

#include <boost/json.hpp>

#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace chengyun::bench {

/// What the hub has acknowledged, and what it should not have done. Any thread.
class Acknowledged {
public:
    /// The entry of this number tells that, about that.
    void note(std::int64_t seq, const std::string& kind, const std::string& id) {
        const std::lock_guard lock(mutex_);
        entries_[seq] = {kind, id};
    }
    void wrong(const std::string& what);
    struct Told {
        std::string kind, id;
    };
    [[nodiscard]] const std::map<std::int64_t, Told>& entries() const { return entries_; }
    [[nodiscard]] std::int64_t wrong() const { return wrong_; }

private:
    std::mutex mutex_;
    std::map<std::int64_t, Told> entries_;
    std::atomic<std::int64_t> wrong_{0};
};

/// A session that answers a request, also across kills.
class Line {
public:
    Line(int port, std::string token) : port_(port), token_(std::move(token)) {}
    ~Line();
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    struct Answer {
        int status = 0;
        boost::json::value body;
    };
    [[nodiscard]] Answer get(const std::string& path);
    /// `number` makes the key: the same command never has two.
    [[nodiscard]] Answer command(const std::string& method, const std::string& path,
                                 const boost::json::object& body, std::uint64_t number);

private:
    [[nodiscard]] Answer ask(const std::string& request);

    int port_;
    std::string token_;
    int fd_ = -1;
};

/// Two people take turns at a desk of their own department.
struct Desk {
    std::string post, unit;
    std::vector<std::string> tokens;           ///< of the two
    std::vector<std::string> shifts;           ///< by their order; one more than hand over
    std::vector<std::vector<std::string>> log; ///< ids of the entries that each shift wrote
    std::string commander;                     ///< token
};

/// An id of this run, or the key of a command.
[[nodiscard]] std::string id_of(std::uint64_t number);

/// Lets all shifts of the desk but the last hand over. Keys and ids are made of the numbers after
/// `number`; `done` counts the shifts that have handed over.
void run_desk(int port, Desk& desk, std::uint64_t number, Acknowledged& acknowledged,
              std::atomic<int>& done, const std::atomic<bool>& given_up);

} // namespace chengyun::bench
