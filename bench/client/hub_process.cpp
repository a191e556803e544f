#include "bench/client/hub_process.h"

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <thread>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace chengyun::bench {
namespace {

std::string read_all(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The text between `before` and the next quotation mark.
std::string between(const std::string& text, const std::string& before, std::size_t from = 0) {
    const auto at = text.find(before, from);
    if (at == std::string::npos)
        return {};
    const auto begin = at + before.size();
    return text.substr(begin, text.find('"', begin) - begin);
}

std::vector<char*> arguments_of(const std::vector<std::string>& command) {
    std::vector<char*> out;
    for (const auto& part : command)
        out.push_back(const_cast<char*>(part.c_str()));
    out.push_back(nullptr);
    return out;
}

} // namespace

HubProcess::HubProcess(std::string program, std::string data)
    : program_(std::move(program)), data_(std::move(data)) {}

HubProcess::~HubProcess() {
    if (running())
        kill();
}

bool HubProcess::start(int port, const std::vector<std::string>& flags) {
    std::vector<std::string> command{
        program_,     "serve", "--demo", "--listen", "127.0.0.1:" + std::to_string(port),
        "--data-dir", data_};
    command.insert(command.end(), flags.begin(), flags.end());
    int out[2];
    if (::pipe(out) != 0)
        return false;
    pid_ = ::fork();
    if (pid_ == 0) {
        // However the bench ends, the hub does not outlive it.
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        ::dup2(out[1], STDOUT_FILENO);
        ::close(out[0]);
        ::close(out[1]);
        const int log =
            ::open((data_ + ".log").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        if (log >= 0)
            ::dup2(log, STDERR_FILENO);
        ::execv(program_.c_str(), arguments_of(command).data());
        ::_exit(127);
    }
    ::close(out[1]);
    std::string text;
    char buffer[4096];
    const std::string wanted = "listening on ";
    while (true) {
        const auto got = ::read(out[0], buffer, sizeof buffer);
        if (got <= 0)
            break;
        text.append(buffer, static_cast<std::size_t>(got));
        const auto at = text.find(wanted);
        if (at != std::string::npos && text.find('\n', at) != std::string::npos) {
            const auto line = text.substr(at, text.find('\n', at) - at);
            port_ = std::atoi(line.substr(line.rfind(':') + 1).c_str());
            // Left open: the hub must not meet a closed pipe.
            static_cast<void>(::fcntl(out[0], F_SETFD, FD_CLOEXEC));
            return true;
        }
    }
    ::close(out[0]);
    int status = 0;
    ::waitpid(pid_, &status, 0);
    pid_ = -1;
    return false;
}

void HubProcess::kill() {
    ::kill(pid_, SIGKILL);
    int status = 0;
    ::waitpid(pid_, &status, 0);
    pid_ = -1;
}

int HubProcess::stop() {
    ::kill(pid_, SIGTERM);
    int status = 0;
    ::waitpid(pid_, &status, 0);
    pid_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

double HubProcess::cpu_seconds() const {
    const auto text = read_all("/proc/" + std::to_string(pid_) + "/stat");
    std::istringstream rest(text.substr(text.rfind(')') + 2));
    std::string field;
    double ticks = 0;
    for (int i = 3; i <= 15 && rest >> field; ++i)
        if (i == 14 || i == 15)
            ticks += std::atof(field.c_str());
    return ticks / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

double HubProcess::peak_mb() const {
    const auto text = read_all("/proc/" + std::to_string(pid_) + "/status");
    const auto at = text.find("VmHWM:");
    return at == std::string::npos ? 0 : std::atof(text.c_str() + at + 6) * 1024 / 1e6;
}

std::string HubProcess::console_token() const {
    for (int i = 0; i < 200; ++i) {
        const auto token = between(read_all(data_ + "/console-session.json"), "\"token\":\"");
        if (!token.empty())
            return token;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return {};
}

std::string HubProcess::password_of(const std::string& account) const {
    const auto text = read_all(data_ + "/demo-accounts.toml");
    const auto section = text.find("[" + account + "]");
    return section == std::string::npos ? std::string() : between(text, "password = \"", section);
}

std::string sibling_program(const std::string& name) {
    const auto folder = std::filesystem::read_symlink("/proc/self/exe").parent_path();
    for (const auto& candidate : {folder / name, folder.parent_path() / name})
        if (std::filesystem::exists(candidate))
            return candidate;
    return name;
}

std::string fresh_folder(const std::string& below) {
    std::string pattern = below.empty() ? std::filesystem::temp_directory_path().string() : below;
    pattern += "/chengyun-XXXXXX";
    return ::mkdtemp(pattern.data()) ? pattern : std::string();
}

int run_program(const std::vector<std::string>& command, const std::string& file) {
    const pid_t pid = ::fork();
    if (pid == 0) {
        const int out = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        ::dup2(out, STDOUT_FILENO);
        ::dup2(out, STDERR_FILENO);
        ::execv(command.front().c_str(), arguments_of(command).data());
        ::_exit(127);
    }
    int status = 0;
    ::waitpid(pid, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

} // namespace chengyun::bench
