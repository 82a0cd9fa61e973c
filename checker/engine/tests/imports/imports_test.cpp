// imports_test.cpp: of which library functions the engine believes that they act on memory only.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include "memory/imports.hpp"

using interleave::acts_on_memory_only;

TEST_CASE("what programs of threads are made of acts on memory only") {
    for (const char* name :
         {"_ZNSt6thread4joinEv", "_Znwm", "_ZSt4cout", "__tsan_write4", "__cxa_throw", "memcpy", "memset",
          "__memcpy_chk", "strlen", "pthread_mutex_lock", "pthread_create", "sem_wait", "interleave_sem_acquire",
          "__once_proxy", "printf", "nanosleep", "malloc", "_Unwind_Resume"})
        CHECK_MESSAGE(acts_on_memory_only(name), name);
}

TEST_CASE("what the system or a library keeps is more than memory") {
    for (const char* name : {"open",
                             "fopen",
                             "pipe",
                             "read",
                             "write",
                             "close",
                             "dup2",
                             "lseek",
                             "mmap",
                             "memfd_create",
                             "sem_open",
                             "sem_unlink",
                             "shm_open",
                             "fork",
                             "kill",
                             "signal",
                             "sigaction",
                             "syscall",
                             "setlocale",
                             "setenv",
                             "srand",
                             "strtok",
                             "strtok_r",
                             "umask",
                             "chdir",
                             "unlink",
                             "dlopen",
                             "_ZNSt10filesystem12current_pathERKNS_7__cxx114pathE",
                             "_ZNSt13basic_filebufIcSt11char_traitsIcEE4openEPKcSt13_Ios_Openmode",
                             "_ZNSt13random_device9_M_getvalEv",
                             "_ZSt15set_new_handlerPFvvE",
                             "_ZSt13set_terminatePFvvE",
                             "_ZNSt3pmr20set_default_resourceEPNS_15memory_resourceE",
                             "_ZNSt6locale6globalERKS_"})
        CHECK_MESSAGE(!acts_on_memory_only(name), name);
}

TEST_CASE("what is not known is more than memory") {
    CHECK(!acts_on_memory_only("a_function_of_some_library"));
    CHECK(!acts_on_memory_only(""));
}
