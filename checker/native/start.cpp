// start.cpp: takes over at program start: the C library would call the hand-in's main(), now it calls the runner.
#include <dlfcn.h>

#include <cstdlib>

#include "program.hpp"
#include "runner.hpp"

namespace {

int start_runner(int, char**, char**) { return interleave::native::run(); }

using StartMain = int(int (*main)(int, char**, char**), int argc, char** argv, void (*init)(), void (*fini)(),
                      void (*rtld_fini)(), void* stack_end);

}  // namespace

// Called by the program's _start. Being defined in the executable, it goes before the C library's function.
extern "C" __attribute__((visibility("default"))) int __libc_start_main(int (*main)(int, char**, char**), int argc,
                                                                        char** argv, void (*init)(), void (*fini)(),
                                                                        void (*rtld_fini)(), void* stack_end) {
    interleave::native::set_program(main);
    auto* next = reinterpret_cast<StartMain*>(dlsym(RTLD_NEXT, "__libc_start_main"));
    if (next == nullptr) std::abort();
    return next(&start_runner, argc, argv, init, fini, rtld_fini, stack_end);
}
