// interface.cpp: the functions of interleave.hpp, natively: ordinary threads, one execution of a body in each run.
#include <interleave/interleave.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <iostream>
#include <thread>

#include "noise.hpp"
#include "program.hpp"
#include "run_record.hpp"

namespace interleave {

void name(const void*, std::string_view) {}

void reached() {
    if (native::current_run != nullptr) native::current_run->reached = true;
}

std::string output() {
    std::cout.flush();
    std::fflush(stdout);
    struct stat status{};
    if (::fstat(STDOUT_FILENO, &status) != 0) return {};
    std::string text(static_cast<std::size_t>(status.st_size), '\0');
    const ssize_t size = ::pread(STDOUT_FILENO, text.data(), text.size(), 0);
    text.resize(size < 0 ? 0 : static_cast<std::size_t>(size));
    return text;
}

int run_program(int argc, const char* const* argv) {
    return native::call_program(std::vector<std::string>(argv, argv + argc));
}

bool exploring() noexcept { return false; }

void point() { ::sched_yield(); }

void settle() { std::this_thread::sleep_for(std::chrono::milliseconds(1)); }

void Gauge::enter() {
    const int now = __atomic_add_fetch(&now_, 1, __ATOMIC_RELAXED);
    int most = __atomic_load_n(&most_, __ATOMIC_RELAXED);
    while (most < now && !__atomic_compare_exchange_n(&most_, &most, now, false, __ATOMIC_RELAXED, __ATOMIC_RELAXED)) {
    }
    native::disturb();
}

void Gauge::leave() {
    native::disturb();
    __atomic_sub_fetch(&now_, 1, __ATOMIC_RELAXED);
}

int Gauge::now() const { return __atomic_load_n(&now_, __ATOMIC_RELAXED); }
int Gauge::most() const { return __atomic_load_n(&most_, __ATOMIC_RELAXED); }

namespace detail {

void run_case(const char*, const char*, int, Quantifier quantifier, void (*body)()) {
    native::RunRecord* run = native::current_run;
    if (run == nullptr) return;
    using Kind = native::RunRecord::Kind;
    run->kind = quantifier == Quantifier::some ? Kind::some : Kind::every;
    const cases::BodyEnd end = cases::call_body(body);
    if (end.kind == cases::BodyEnd::Kind::exception) run->fail_by_exception(end.what);
}

}  // namespace detail
}  // namespace interleave
