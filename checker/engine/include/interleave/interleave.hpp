// interleave.hpp: test cases that hold in every interleaving of ordinary C++20 code.
//
// The same source builds twice. Against the exploring back end (libinterleave) a case's body is executed once for each
// interleaving that the search visits; against the native back end it is executed with real threads, many times.
// Assertions are doctest's (CHECK, REQUIRE, ...) and may be used in any thread of the body.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace [[gnu::visibility("default")]] interleave {

// What a case claims: that its assertions hold in every interleaving, or that at least one interleaving calls
// reached().
enum class Quantifier { every, some };

// Gives an object (a mutex, a variable, ...) the name that reports show for it. The name lasts for this execution.
void name(const void* object, std::string_view name);
template <class T>
void name(const T& object, std::string_view text) {
    name(static_cast<const void*>(&object), text);
}

// Marks this interleaving as the one that SOME_INTERLEAVING_TEST_CASE looks for.
void reached();

// Everything that this execution has written to standard output so far (printf, std::cout, write, ...).
std::string output();

// Runs the program's own main() with these arguments, inside the current execution; returns what main returned.
int run_program(int argc = 0, const char* const* argv = nullptr);

// True in the exploring build, false in the native one.
bool exploring() noexcept;

// A scheduling point: another thread may run here. Orders nothing (no happens-before edge). A yield in the native
// build.
void point();

// Waits until no other thread can go on by itself: each has ended, or is blocked until somebody does something. A
// thread that looks again and again instead of being blocked (polls, with or without sleep) never lets this return,
// which is a livelock. Waiting with a time-out of less than a second counts as going on. Orders nothing. In the native
// build: a short sleep.
void settle();

// Counts how many threads are inside a stretch of code, and the most that ever were. Entering and leaving are
// scheduling points but order nothing, so that measuring hides no data race. May be a global, a member or a local.
class Gauge {
public:
    void enter();
    void leave();
    int now() const;
    int most() const;

private:
    int now_ = 0;
    int most_ = 0;
};

// Between construction and destruction the calling thread is inside the gauge's stretch of code.
class Inside {
public:
    explicit Inside(Gauge& gauge) : gauge_(gauge) { gauge_.enter(); }
    ~Inside() { gauge_.leave(); }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

private:
    Gauge& gauge_;
};

namespace detail {
void run_case(const char* name, const char* file, int line, Quantifier quantifier, void (*body)());
}

}  // namespace interleave

#define INTERLEAVE_CASE_(body, title, quantifier)                                                      \
    static void body();                                                                                \
    TEST_CASE(title) { ::interleave::detail::run_case(title, __FILE__, __LINE__, quantifier, &body); } \
    static void body()

// A test case whose assertions must hold in every interleaving. The title must be unique in the program.
#define INTERLEAVED_TEST_CASE(title) \
    INTERLEAVE_CASE_(DOCTEST_ANONYMOUS(interleave_body_), title, ::interleave::Quantifier::every)

// A test case that passes if some interleaving calls interleave::reached(): refuses work that can never overlap.
// Its assertions, like those of every case, must hold in all interleavings.
#define SOME_INTERLEAVING_TEST_CASE(title) \
    INTERLEAVE_CASE_(DOCTEST_ANONYMOUS(interleave_body_), title, ::interleave::Quantifier::some)
