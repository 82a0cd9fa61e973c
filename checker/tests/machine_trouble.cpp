// machine_trouble.cpp: what the machine did is not held against the hand-in.
#include "build/machine_trouble.hpp"

#include <doctest/doctest.h>

using lab::build::machine_trouble;

TEST_CASE("compilers that could not work") {
    CHECK(machine_trouble(
              "g++: fatal error: cannot execute '/usr/lib/gcc/x86_64-linux-gnu/12/cc1plus': vfork: Resource "
              "temporarily unavailable\ncompilation terminated.\n") == "the machine starts no more processes");
    CHECK(machine_trouble("clang++-19: error: unable to execute command: posix_spawn failed: x\n") ==
          "a part of the compiler could not be started");
    CHECK(machine_trouble("fatal error: error writing to /var/x.s: No space left on device\n") ==
          "there is no space left on the disk");
    CHECK(machine_trouble("/usr/bin/ld: final link failed: No space left on device\n") ==
          "there is no space left on the disk");
    CHECK(machine_trouble(
              "/usr/bin/ld: error: /opt/lab/libinterleave.so: file too short\ncollect2: error: ld returned 1\n")
              .starts_with("the engine's library is damaged"));
    CHECK(machine_trouble("/usr/bin/ld: x.o: in function `main':\nx.cpp:5: undefined reference to `__tsan_read8'\n")
              .starts_with("the engine's library is damaged"));
}

TEST_CASE("mistakes of the source") {
    CHECK(machine_trouble("").empty());
    CHECK(machine_trouble("x.cpp:1:1: error: `oops' was not declared\n    1 | // g++: No space left on device\n")
              .empty());
    CHECK(machine_trouble("x.cpp:1:2: error: #error ld: Cannot allocate memory\n").empty());
    CHECK(machine_trouble("x.cpp:12: undefined reference to `transfer(int)'\n").empty());
    CHECK(machine_trouble("cc1plus: out of memory allocating 65536 bytes after a total of 1 bytes\n").empty());
}
