// openmp.cpp: the functions through which compiled OpenMP code starts its threads. libgomp and libomp keep pools of
// threads that outlive an execution and wait in ways of their own: such programs cannot be explored.
#include "interpose/export.hpp"
#include "interpose/process.hpp"
#include "model/execution.hpp"

#include <unistd.h>
#include <cstdlib>

using namespace interleave;

namespace {

[[noreturn]] void refuse_openmp(std::uintptr_t pc) {
    if (exec.active)
        refuse(FailureKind::unsupported, "OpenMP",
               "the program uses OpenMP, whose threads cannot be explored; without -fopenmp its pragmas are ignored",
               pc);
    static const char text[] = "interleave: OpenMP before main() is not supported\n";
    static_cast<void>(!::write(2, text, sizeof text - 1));
    _exit(70);
}

}  // namespace

#define INTERLEAVE_OPENMP(NAME) \
    INTERLEAVE_EXPORT void NAME() { refuse_openmp(INTERLEAVE_PC); }
INTERLEAVE_OPENMP(GOMP_parallel)
INTERLEAVE_OPENMP(GOMP_parallel_reductions)
INTERLEAVE_OPENMP(GOMP_parallel_sections)
INTERLEAVE_OPENMP(GOMP_parallel_loop_static)
INTERLEAVE_OPENMP(GOMP_parallel_loop_dynamic)
INTERLEAVE_OPENMP(GOMP_parallel_loop_guided)
INTERLEAVE_OPENMP(GOMP_parallel_loop_runtime)
INTERLEAVE_OPENMP(GOMP_parallel_loop_nonmonotonic_dynamic)
INTERLEAVE_OPENMP(GOMP_parallel_loop_nonmonotonic_guided)
INTERLEAVE_OPENMP(GOMP_parallel_loop_nonmonotonic_runtime)
INTERLEAVE_OPENMP(GOMP_parallel_loop_maybe_nonmonotonic_runtime)
INTERLEAVE_OPENMP(GOMP_teams_reg)
INTERLEAVE_OPENMP(__kmpc_fork_call)
INTERLEAVE_OPENMP(__kmpc_fork_teams)
