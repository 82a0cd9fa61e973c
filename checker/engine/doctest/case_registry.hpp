// case_registry.hpp: the doctest cases of a program: list them, run one, hear of every failed assertion.
//
// This is the only door between doctest and a back end (exploring or native); case_registry.cpp holds doctest's
// implementation, so that a lesson's check.cpp needs nothing but <interleave/interleave.hpp>. doctest itself prints
// nothing, installs no signal handlers, never breaks into a debugger, reads no clock and takes no lock here.
//
// Life of a check:
//     set_check_failure_handler(&record);                  // once, before anything runs
//     for (const RegisteredCase& c : registered_cases())   // in the order of the source file
//         BodyEnd end = run_registered_case(c);            // doctest's own run of c; calls c.body once
//
// For an INTERLEAVED_TEST_CASE, c.body is a stub that calls interleave::detail::run_case(name, file, line, quantifier,
// real_body), implemented by the back end, which executes real_body as often as it likes with call_body(). A plain
// TEST_CASE never calls run_case: c.body is the case itself and a back end may explore it with call_body() as well,
// inside run_registered_case or not.
#pragma once

#include "../fiber/fixed_place.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace interleave::cases {

// One assertion that did not hold (CHECK..., REQUIRE..., FAIL...; never WARN...).
struct CheckFailure {
    std::string expression;  // as written: "a == b"; for FAIL(text) the text
    std::string
        expansion;      // with values: "200 == 170"; for exceptions a sentence: "threw std::exception: out of range"
    std::string macro;  // "CHECK", "REQUIRE_THROWS_AS", "FAIL", ...
    std::string file;   // as the compiler named it
    int line = 0;
    std::string context;  // lines of the INFO(...) scopes that were open in this thread; empty without any
};

// Called for each failed assertion, in the thread (fiber) that failed, before REQUIRE's exception is thrown. Native
// back end: possibly from several threads at once. It must not throw. Its argument lives for the call only.
using CheckFailureHandler = void (*)(const CheckFailure&);
void set_check_failure_handler(CheckFailureHandler handler) noexcept;

struct RegisteredCase {
    std::string name;
    std::string file;
    int line = 0;
    std::size_t number = 0;    // position in registered_cases(), from 1: how doctest is asked to run it
    void (*body)() = nullptr;  // the function that TEST_CASE defined
};

// All cases that are not marked doctest::skip(), by file and line. Does not run anything.
std::vector<RegisteredCase> registered_cases();

// How a body came to its end. Threads that it started are not considered.
struct BodyEnd {
    enum class Kind { returned, stopped_by_assertion, exception };
    Kind kind = Kind::returned;
    std::string what;  // kind exception: what() with its type, or a text for exceptions that are no std::exception
};

// Runs one case as doctest does (sub-cases included); failed assertions went to the handler. The result is `exception`
// if one escaped from the case and was not a failed REQUIRE's, else `returned`. Not reentrant. Exceptions do not get
// through, except forced unwinding (pthread_exit), which must not be used here.
BodyEnd run_registered_case(const RegisteredCase& registered);

// Calls body() and turns whatever it throws into a value. Assertions may be used inside; outside of
// run_registered_case they are reported to the handler just the same. SUBCASE does not work in such a body.
// `place`: where on the stack its frame begins, see fiber/fixed_place.hpp.
BodyEnd call_body(void (*body)(), std::uintptr_t place = any_place);

// True while the exception being handled is doctest's own, thrown by a failed REQUIRE. For catch (...) blocks and
// terminate handlers: such an exception only follows a failure that the handler has been told already.
bool handling_assertion_exception() noexcept;

// The type and text of the exception being handled: "std::runtime_error: no money". For catch (...) blocks and
// terminate handlers; empty if there is none.
std::string describe_current_exception();

}  // namespace interleave::cases
