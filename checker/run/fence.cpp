// fence.cpp: what happens in the child between fork and exec.
#include "run/fence.hpp"

#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace lab::run {
namespace {

void limit(decltype(RLIMIT_AS) resource, rlim_t soft, rlim_t hard) {
    const rlimit value{soft, hard};
    ::setrlimit(resource, &value);
}

}  // namespace

int raise_fence(const ProcessRequest& request, pid_t parent) {
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    if (::getppid() != parent) ::_exit(127);  // the checker ended before the line above
    if (!request.directory.empty() && ::chdir(request.directory.c_str()) != 0) return errno;
    limit(RLIMIT_CORE, 0, 0);
    if (request.cpu_limit.count() > 0) {
        const auto seconds = static_cast<rlim_t>(request.cpu_limit.count());
        limit(RLIMIT_CPU, seconds, seconds + 1);
    }
    if (request.memory_limit > 0) limit(RLIMIT_AS, request.memory_limit, request.memory_limit);
    if (request.file_size_limit > 0) limit(RLIMIT_FSIZE, request.file_size_limit, request.file_size_limit);
    if (request.fixed_addresses) {
        const int now = ::personality(0xffffffffUL);
        if (now >= 0) ::personality(static_cast<unsigned long>(now) | ADDR_NO_RANDOMIZE);
    }
    struct sigaction standard{};
    standard.sa_handler = SIG_DFL;
    for (int signal = 1; signal < NSIG; ++signal) ::sigaction(signal, &standard, nullptr);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
#ifdef CLOSE_RANGE_CLOEXEC
    ::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
#endif
    return 0;
}

}  // namespace lab::run
