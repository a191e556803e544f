// A hub of its own for a bench or a flow test: started on a free port, ended, or killed.
#pragma once

#include <string>
#include <vector>

#include <sys/types.h>

namespace chengyun::bench {

class HubProcess {
public:
    /// `program` is chengyun-hub, `data` its data folder; standard error goes to DATA.log.
    HubProcess(std::string program, std::string data);
    ~HubProcess();
    HubProcess(const HubProcess&) = delete;
    HubProcess& operator=(const HubProcess&) = delete;

    /// Starts and waits until it listens. `port` 0 takes a free one; later starts may name it
    /// again. False when it ends before that.
    bool start(int port, const std::vector<std::string>& flags = {});
    void kill();
    /// SIGTERM and wait; the exit status.
    int stop();
    [[nodiscard]] bool running() const { return pid_ > 0; }
    [[nodiscard]] int port() const { return port_; }
    [[nodiscard]] pid_t pid() const { return pid_; }
    /// CPU time used by it so far, in seconds.
    [[nodiscard]] double cpu_seconds() const;
    /// The most memory it has had at one time, in MB of 10^6 bytes.
    [[nodiscard]] double peak_mb() const;

    /// "token" of DATA/console-session.json, which the demonstration writes when it listens.
    [[nodiscard]] std::string console_token() const;
    /// The password of a demonstration account.
    [[nodiscard]] std::string password_of(const std::string& account) const;

private:
    std::string program_, data_;
    pid_t pid_ = -1;
    int port_ = 0;
};

/// The program of that name beside the running one.
[[nodiscard]] std::string sibling_program(const std::string& name);
/// A new empty folder below $TMPDIR or `below`.
[[nodiscard]] std::string fresh_folder(const std::string& below = {});
/// Runs a program to its end, its output into `file`; the exit status.
int run_program(const std::vector<std::string>& command, const std::string& file);

} // namespace chengyun::bench
