// exceptions.cpp: notes in a recording where exceptions are thrown and caught; nothing else is changed.
#include "interpose/export.hpp"
#include "model/execution.hpp"
#include "trace/recorder.hpp"

#include <dlfcn.h>

using namespace interleave;

namespace {

void note(const char* what, std::uintptr_t pc) {
    if (exec.recorder != nullptr && exec.active) exec.recorder->event(Op::point, nullptr, "", what, pc);
}

}  // namespace

extern "C" [[noreturn]] INTERLEAVE_VISIBLE void __cxa_throw(void* exception, void* type, void (*destroy)(void*)) {
    using Throw = void(void*, void*, void (*)(void*));
    static auto* const real = reinterpret_cast<Throw*>(dlsym(RTLD_NEXT, "__cxa_throw"));
    note("throws an exception", INTERLEAVE_PC);
    real(exception, type, destroy);
    __builtin_unreachable();
}

extern "C" [[noreturn]] INTERLEAVE_VISIBLE void __cxa_rethrow() {
    static auto* const real = reinterpret_cast<void (*)()>(dlsym(RTLD_NEXT, "__cxa_rethrow"));
    note("throws the exception on", INTERLEAVE_PC);
    real();
    __builtin_unreachable();
}

INTERLEAVE_EXPORT void* __cxa_begin_catch(void* exception) noexcept {
    static auto* const real = reinterpret_cast<void* (*)(void*)>(dlsym(RTLD_NEXT, "__cxa_begin_catch"));
    void* const object = real(exception);
    note("catches the exception", INTERLEAVE_PC);
    return object;
}
