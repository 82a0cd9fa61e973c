// program_caller.cpp: the frames of library code have unwinding information.
#include "interpose/program_caller.hpp"

#include "memory/snapshot.hpp"
#include "model/execution.hpp"

#include <unwind.h>

namespace interleave {
namespace {

_Unwind_Reason_Code stop_in_program(_Unwind_Context* context, void* found) {
    const std::uintptr_t pc = _Unwind_GetIP(context);
    if (!in_program_text(reinterpret_cast<const void*>(pc))) return _URC_NO_REASON;
    *static_cast<std::uintptr_t*>(found) = pc;
    return _URC_END_OF_STACK;
}

}  // namespace

std::uintptr_t program_caller(std::uintptr_t pc) {
    if (exec.recorder == nullptr || in_program_text(reinterpret_cast<const void*>(pc))) return pc;
    std::uintptr_t found = pc;
    _Unwind_Backtrace(stop_in_program, &found);
    return found;
}

}  // namespace interleave
