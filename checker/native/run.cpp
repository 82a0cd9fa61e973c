// run.cpp: forks the process of a run, waits for it, and reads what it left.
#include "run.hpp"

#include <poll.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>

#include "child.hpp"
#include "failure.hpp"

namespace interleave::native {
namespace {

using Clock = std::chrono::steady_clock;

// Waits until the process ended, but not past the deadline. True if it ended; it is not reaped yet.
bool wait_for_end(pid_t process, Clock::time_point deadline) {
    const int watch = static_cast<int>(::syscall(SYS_pidfd_open, process, 0));
    for (;;) {
        siginfo_t info{};
        if (::waitid(P_PID, static_cast<id_t>(process), &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_pid != 0) {
            break;
        }
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0) {
            if (watch >= 0) ::close(watch);
            return false;
        }
        if (watch >= 0) {
            pollfd waiting{watch, POLLIN, 0};
            ::poll(&waiting, 1, static_cast<int>(left));
        } else {
            const timespec millisecond{0, 1'000'000};
            ::nanosleep(&millisecond, nullptr);
        }
    }
    if (watch >= 0) ::close(watch);
    return true;
}

std::string read_output(int file, bool& over_limit) {
    const off_t size = ::lseek(file, 0, SEEK_END);
    over_limit = size >= static_cast<off_t>(output_limit);
    std::string text(output_shown, '\0');
    const ssize_t done = ::pread(file, text.data(), text.size(), 0);
    text.resize(done < 0 ? 0 : static_cast<std::size_t>(done));
    return text;
}

RunResult cannot_start(const char* what) {
    RunResult result;
    result.failure.emplace();
    result.failure->kind = "unsupported";
    result.failure->message = std::string("a run could not be started: ") + what;
    result.output_whole = false;
    return result;
}

}  // namespace

RunResult run_once(const RunRequest& request) {
    const int output = ::memfd_create("standard output", MFD_CLOEXEC);
    if (output < 0) return cannot_start("no memory for its output");
    RunRecord* record = new_shared_record();
    if (record == nullptr) {
        ::close(output);
        return cannot_start("no shared memory");
    }
    std::fflush(nullptr);
    const auto deadline =
        Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(request.seconds));
    const pid_t process = ::fork();
    if (process == 0) live(request, *record, output);
    RunResult result;
    if (process < 0) {
        result = cannot_start("no further process is allowed");
    } else {
        ::setpgid(process, process);
        ProcessEnd end;
        end.seconds = request.seconds;
        end.killed_for_time = !wait_for_end(process, deadline);
        ::kill(-process, SIGKILL);  // also what the hand-in has forked
        // Any child: threads that had themselves traced must be waited for before their process can end.
        for (;;) {
            int status = 0;
            const pid_t ended = ::waitpid(-1, &status, __WALL);
            if (ended < 0 && errno != EINTR) break;
            if (ended != process || (!WIFEXITED(status) && !WIFSIGNALED(status))) continue;
            end.status = status;
            break;
        }
        result.output = read_output(output, end.over_output_limit);
        result.kind = record->kind;
        result.reached = record->reached;
        result.exit = record->exit;
        result.output_whole = record->progress != RunRecord::Progress::started;
        result.failure = failure_of(*record, end);
        if (result.failure) result.failure->output = result.output;
    }
    free_shared_record(record);
    ::close(output);
    return result;
}

}  // namespace interleave::native
