# How a hand-in is compiled, in its two flavours. The one place: the checker and the engine's tests both take it from here.

# Explored: every access and every atomic operation becomes a call into the engine. -O0 keeps each source line's accesses
# apart; the mem* built-ins, and _FORTIFY_SOURCE as Ubuntu sets it, would hide accesses; -fno-plt and -z now keep the
# dynamic linker out of the exploration.
set(LAB_EXPLORED_FLAGS -std=c++20 -O0 -g -fsanitize=thread -fno-omit-frame-pointer -fno-plt -U_FORTIFY_SOURCE
                       -fno-builtin-memset -fno-builtin-memcpy -fno-builtin-memmove -Wall -Wextra -pthread -pipe)
set(LAB_EXPLORED_FLAGS_GNU -Wno-tsan)
set(LAB_EXPLORED_FLAGS_CLANG -gdwarf-aranges -mllvm -tsan-instrument-read-before-write=1)
# Not -fsanitize=thread: the engine is the run-time library.
set(LAB_EXPLORED_LINK_FLAGS -pthread -Wl,-z,now)

# Native: as fast as a student's program would be. libstdc++'s own semaphore can lose a wake-up (GCC PR 104928).
set(LAB_NATIVE_FLAGS -std=c++20 -O2 -g -D_GLIBCXX_USE_POSIX_SEMAPHORE=1 -Wall -Wextra -pthread -pipe)
set(LAB_NATIVE_LINK_FLAGS -pthread)
