// explore.hpp: explores a piece of ordinary C++20 code in many interleavings, from inside of any test framework.
//
//     TEST(Account, DepositsAreNotLost) {
//         const auto result = interleave::explore([] {
//             Account account;
//             std::thread a([&] { account.deposit(1); }), b([&] { account.deposit(1); });
//             a.join();
//             b.join();
//             INTERLEAVE_ASSERT(account.balance() == 2);
//         });
//         EXPECT_TRUE(result) << result.text();
//     }
//
// The code must be compiled and linked as the CMake target interleave::explored demands. It runs in a child process,
// from the same state of all globals and of the heap each time; the test program itself stays as it was. What only the
// code inside may do: start threads. A program that includes this header and runs outside of a checker is an ordinary
// program.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace [[gnu::visibility("default")]] interleave {

struct Options {
    std::int64_t budget = 20'000;  // interleavings, at most
    // "default", "random", "pct", "pos", "surw" or "exhaustive"
    std::string strategy = "default";
    std::uint64_t seed = 1;
    std::optional<int> preemptions = {};  // search completely up to so many, and no more
    int spurious = 1;                     // spurious wake-ups an interleaving, at most
    std::string schedule = {};            // replay this one only: Result::schedule of an earlier run
    // Asked at the end of each interleaving: whether it failed in a way that the code itself does not tell, such as an
    // EXPECT of GoogleTest: [] { return ::testing::Test::HasFailure(); }
    std::function<bool()> failed = {};
};

struct Result {
    bool passed = false;
    std::string kind;      // "data-race", "deadlock", "check-failed", ...; empty if it passed
    std::string message;   // one sentence; empty if it passed
    std::string schedule;  // of the failing interleaving
    std::int64_t interleavings = 0;
    bool complete = false;                      // these are all there are
    std::optional<int> preemption_bound;        // complete up to so many preemptions
    std::optional<std::int64_t> first_failure;  // which interleaving, from 1, was the first that failed

    explicit operator bool() const { return passed; }
    // All of it, in two lines for people.
    std::string text() const;
};

// Explores the code. Throws std::invalid_argument if an option has no meaning, std::runtime_error if this process has
// started threads of its own or cannot be explored for another reason.
Result explore(const Options& options, const std::function<void()>& body);
inline Result explore(const std::function<void()>& body) { return explore(Options{}, body); }

namespace detail {
[[noreturn]] void assertion_failed(const char* expression, const char* file, int line);
// The program's main runs as always; without this, linking the library would make it a program that is explored.
bool keep_main() noexcept;
inline const bool main_is_kept = keep_main();
}  // namespace detail

}  // namespace interleave

// Must hold in every interleaving; may be used in any thread of the explored code.
#define INTERLEAVE_ASSERT(...) \
    (static_cast<bool>(__VA_ARGS__) ? void() : ::interleave::detail::assertion_failed(#__VA_ARGS__, __FILE__, __LINE__))
