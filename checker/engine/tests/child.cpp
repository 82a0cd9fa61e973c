// child.cpp: posix_spawn, two pipes, poll, and a fence.
#include "child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <stdexcept>

extern char** environ;

namespace programs {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t most_bytes = 64u << 20;   // of each stream; the rest is read and dropped
constexpr std::chrono::seconds last_breath{5};  // for the pipes of a killed group to close

struct Pipe {
    int ends[2] = {-1, -1};
    Pipe() {
        if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error(std::string("pipe2: ") + std::strerror(errno));
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    ~Pipe() {
        close_end(0);
        close_end(1);
    }
    void close_end(int which) {
        if (ends[which] >= 0) close(ends[which]);
        ends[which] = -1;
    }
    // Reads what is there; false at the end of the stream.
    bool drain(std::string& into) const {
        char buffer[65536];
        ssize_t size = read(ends[0], buffer, sizeof buffer);
        if (size > 0 && into.size() < most_bytes) into.append(buffer, static_cast<std::size_t>(size));
        return size > 0 || (size < 0 && errno == EINTR);
    }
};

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> result;
    for (auto& text : texts) result.push_back(text.data());
    result.push_back(nullptr);
    return result;
}

std::vector<std::string> environment_with(const std::vector<std::string>& variables) {
    std::vector<std::string> result = variables;
    for (char** entry = environ; *entry; ++entry) {
        std::string text = *entry;
        std::string name = text.substr(0, text.find('=') + 1);
        bool replaced = false;
        for (const auto& variable : variables) replaced = replaced || variable.rfind(name, 0) == 0;
        if (!replaced) result.push_back(std::move(text));
    }
    return result;
}

pid_t spawn(std::vector<std::string> arguments, std::vector<std::string> environment, const Pipe& out,
            const Pipe& err) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, out.ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, err.ends[1], STDERR_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    posix_spawnattr_setpgroup(&attributes, 0);
    pid_t pid = -1;
    auto argv = pointers(arguments), envp = pointers(environment);
    int error = posix_spawnp(&pid, argv[0], &actions, &attributes, argv.data(), envp.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return error == 0 ? pid : -1;
}

}  // namespace

std::string ChildResult::ending() const {
    if (!started) return "could not be started";
    if (fenced) return "killed after " + std::to_string(static_cast<int>(seconds)) + " s";
    return signal != 0 ? "signal " + std::to_string(signal) : "exit code " + std::to_string(exit);
}

ChildResult run_child(const std::vector<std::string>& arguments, const std::vector<std::string>& variables,
                      std::chrono::milliseconds limit) {
    ChildResult result;
    Pipe out, err;
    auto begin = Clock::now();
    pid_t pid = spawn(arguments, environment_with(variables), out, err);
    out.close_end(1);
    err.close_end(1);
    if (pid < 0) return result;
    result.started = true;

    bool out_open = true, err_open = true, ended = false;
    int status = 0;
    while ((out_open || err_open || !ended) && Clock::now() - begin < limit + last_breath) {
        pollfd waits[2] = {{out_open ? out.ends[0] : -1, POLLIN, 0}, {err_open ? err.ends[0] : -1, POLLIN, 0}};
        poll(waits, 2, out_open || err_open ? 50 : 1);
        if (waits[0].revents) out_open = out.drain(result.out);
        if (waits[1].revents) err_open = err.drain(result.err);
        if (!ended && waitpid(pid, &status, WNOHANG) == pid) {
            ended = true;
            kill(-pid, SIGKILL);  // children of its own that it left behind, which may hold the pipes open
        }
        if (!ended && !result.fenced && Clock::now() - begin > limit) {
            result.fenced = true;
            kill(-pid, SIGKILL);
        }
    }
    result.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    result.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    result.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    return result;
}

}  // namespace programs
