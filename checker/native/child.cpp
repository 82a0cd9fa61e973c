// child.cpp: runs one case in this process and notes in the shared record how that went.
#include "child.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <new>

#include "noise.hpp"
#include "program.hpp"

namespace interleave::native {
namespace {

// True in the run's own process; a child that the hand-in forked must not speak for it.
bool is_run() noexcept { return current_run != nullptr && current_run->process == ::getpid(); }

void on_check_failure(const cases::CheckFailure& failure) {
    if (is_run()) current_run->fail(failure);
}

// std::terminate: by an exception that nobody caught, or by a rule of the library (a joinable thread destroyed, ...).
void on_terminate() {
    if (is_run() && !cases::handling_assertion_exception()) {
        const std::string exception = cases::describe_current_exception();
        if (exception.empty())
            current_run->fail(FailureKind::terminate, "");
        else
            current_run->fail_by_exception(exception);
    }
    std::abort();
}

void limit(int resource, rlim_t value) noexcept {
    rlimit now{};
    if (::getrlimit(static_cast<__rlimit_resource>(resource), &now) != 0) return;
    if (now.rlim_max != RLIM_INFINITY && now.rlim_max < value) value = now.rlim_max;
    now.rlim_cur = value;
    ::setrlimit(static_cast<__rlimit_resource>(resource), &now);
}

int count_threads() noexcept {
    DIR* tasks = ::opendir("/proc/self/task");
    if (tasks == nullptr) return 1;
    int count = 0;
    while (const dirent* entry = ::readdir(tasks)) count += entry->d_name[0] != '.' ? 1 : 0;
    ::closedir(tasks);
    return count;
}

// A thread that was joined may be on its last instructions in the kernel when the body ends, and a detached one on its
// last steps: they have a second for them, or less if the run has.
void notice_leftover_threads(double run_seconds) {
    const double patience = std::min(1000.0, 250 * run_seconds) * 1e6;  // nanoseconds
    long pause = 20'000;
    for (double waited = 0; count_threads() > 1; waited += static_cast<double>(pause)) {
        if (waited > patience) {
            current_run->fail(FailureKind::leak, std::to_string(count_threads() - 1).c_str());
            return;
        }
        if (pause < 5'000'000) pause *= 2;
        const timespec wait{0, pause};
        ::nanosleep(&wait, nullptr);
    }
}

void redirect(int output) {
    ::dup2(output, STDOUT_FILENO);
    ::close(output);
    if (const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC); nothing >= 0) {
        ::dup2(nothing, STDIN_FILENO);
        ::close(nothing);
    }
}

void body_ended(const RunRequest& request) {
    std::cout.flush();
    std::fflush(nullptr);
    notice_leftover_threads(request.seconds);
    current_run->progress = RunRecord::Progress::body_ended;
}

// In a forked child of the hand-in the body may end, too: that is not the run's end.
void leave_if_forked() {
    if (!is_run()) ::_exit(0);
}

}  // namespace

void live(const RunRequest& request, RunRecord& record, int output) {
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    redirect(output);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, output_limit);
    limit(RLIMIT_CPU, static_cast<rlim_t>(std::ceil(request.seconds)) * 2);
    record.process = ::getpid();
    current_run = &record;
    cases::set_check_failure_handler(&on_check_failure);
    std::set_terminate(&on_terminate);
    start_noise(request.run);

    if (request.registered == nullptr) {
        record.exit = call_program(request.arguments);
        leave_if_forked();
        body_ended(request);
        record.progress = RunRecord::Progress::finished;
        std::exit(record.exit);
    }
    const cases::BodyEnd end = cases::run_registered_case(*request.registered);
    leave_if_forked();
    if (end.kind == cases::BodyEnd::Kind::exception) record.fail_by_exception(end.what);
    body_ended(request);
    record.progress = RunRecord::Progress::finished;
    ::_exit(0);
}

}  // namespace interleave::native
