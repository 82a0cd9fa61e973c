// run_record.cpp: the shared memory of a run, and how its first failure gets into it.
#include "run_record.hpp"

#include <sys/mman.h>

#include <cstring>
#include <new>

namespace interleave::native {
namespace {

template <std::size_t Size>
void copy(char (&to)[Size], const char* from) noexcept {
    std::strncpy(to, from, Size - 1);
    to[Size - 1] = '\0';
}

bool claim(std::atomic<FailureKind>& failure, FailureKind kind) noexcept {
    FailureKind none = FailureKind::none;
    return failure.compare_exchange_strong(none, kind);
}

}  // namespace

RunRecord* current_run = nullptr;

void RunRecord::fail(FailureKind kind_of_failure, const char* text) noexcept {
    if (!claim(failure, kind_of_failure)) return;
    copy(what, text);
    failure_told = true;
}

void RunRecord::fail(const cases::CheckFailure& check) noexcept {
    if (!claim(failure, FailureKind::check_failed)) return;
    copy(expression, check.expression.c_str());
    copy(expansion, check.expansion.c_str());
    copy(macro, check.macro.c_str());
    copy(file, check.file.c_str());
    copy(context, check.context.c_str());
    line = check.line;
    failure_told = true;
}

void RunRecord::fail_by_exception(const std::string& exception) noexcept {
    const bool out_of_memory = exception.starts_with("std::bad_alloc");
    fail(out_of_memory ? FailureKind::out_of_memory : FailureKind::exception, exception.c_str());
}

RunRecord* new_shared_record() noexcept {
    void* memory = ::mmap(nullptr, sizeof(RunRecord), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    return memory == MAP_FAILED ? nullptr : new (memory) RunRecord;
}

void free_shared_record(RunRecord* record) noexcept { ::munmap(record, sizeof(RunRecord)); }

}  // namespace interleave::native
