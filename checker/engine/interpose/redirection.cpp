// redirection.cpp: the ways around the C library's streams: system calls, vectors, descriptors of another number.
#include "interpose/export.hpp"
#include "interpose/process.hpp"
#include "interpose/real.hpp"
#include "interpose/streams.hpp"
#include "model/primitives.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>
#include <cerrno>
#include <string>

using namespace interleave;

namespace {

int g_stray = -1;  // what standard output is while hand-in code runs: nothing arrives there but by another way

[[noreturn]] void refuse_redirection(const char* call, std::uintptr_t pc) {
    refuse(FailureKind::unsupported, call,
           std::string("the program redirects its standard streams by ") + call + ", which cannot be explored", pc);
}

bool is_output(int descriptor) { return exec.active && (descriptor == 1 || descriptor == 2); }

}  // namespace

namespace interleave {

void watch_stray_output() {
    g_stray = static_cast<int>(real_syscall(SYS_memfd_create, "stray output", MFD_CLOEXEC));
    if (g_stray < 0) return;
    INTERLEAVE_REAL(dup2)(g_stray, 1);
}

bool stray_output_seen() {
    struct stat status{};
    return g_stray >= 0 && fstat(g_stray, &status) == 0 && status.st_size > 0;
}

}  // namespace interleave

INTERLEAVE_EXPORT ssize_t writev(int descriptor, const iovec* parts, int count) {
    if (!is_output(descriptor)) return INTERLEAVE_REAL(writev)(descriptor, parts, count);
    std::string text;
    for (int i = 0; i < count; ++i) {
        if (parts[i].iov_len == 0) continue;
        exec.plain_access(reinterpret_cast<std::uintptr_t>(parts[i].iov_base), parts[i].iov_len, false, INTERLEAVE_PC);
        text.append(static_cast<const char*>(parts[i].iov_base), parts[i].iov_len);
    }
    if (descriptor == 1) write_output(text.data(), text.size(), INTERLEAVE_PC);
    return static_cast<ssize_t>(text.size());
}

INTERLEAVE_EXPORT int dup2(int from, int to) noexcept {
    if (is_output(to) && from != to) refuse_redirection("dup2()", INTERLEAVE_PC);
    return INTERLEAVE_REAL(dup2)(from, to);
}
INTERLEAVE_EXPORT int dup3(int from, int to, int flags) noexcept {
    if (is_output(to)) refuse_redirection("dup3()", INTERLEAVE_PC);
    return INTERLEAVE_REAL(dup3)(from, to, flags);
}
INTERLEAVE_EXPORT FILE* freopen(const char* path, const char* mode, FILE* stream) {
    if (exec.active && (stream == stdout || stream == stderr)) refuse_redirection("freopen()", INTERLEAVE_PC);
    return INTERLEAVE_REAL(freopen)(path, mode, stream);
}
INTERLEAVE_EXPORT FILE* freopen64(const char* path, const char* mode, FILE* stream) {
    if (exec.active && (stream == stdout || stream == stderr)) refuse_redirection("freopen()", INTERLEAVE_PC);
    return INTERLEAVE_REAL(freopen64)(path, mode, stream);
}
