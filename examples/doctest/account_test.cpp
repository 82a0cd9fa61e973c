// account_test.cpp: tests with doctest that hold in every interleaving.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include <interleave/explore.hpp>

#include "account.hpp"

#include <thread>

TEST_CASE("deposits are not lost") {
    const auto result = interleave::explore([] {
        Account account;
        std::thread a([&] { account.deposit(1); }), b([&] { account.deposit(2); });
        a.join();
        b.join();
        INTERLEAVE_ASSERT(account.balance() == 3);
    });
    CHECK_MESSAGE(result.passed, result.text());
    CHECK(result.complete);
    CHECK(result.interleavings >= 2);
}

namespace {

template <class Withdraw>
interleave::Result two_withdrawals(Withdraw withdraw, const interleave::Options& options = {}) {
    return interleave::explore(options, [&] {
        Account account;
        account.deposit(100);
        std::thread a([&] { withdraw(account); }), b([&] { withdraw(account); });
        a.join();
        b.join();
        INTERLEAVE_ASSERT(account.balance() >= 0);
    });
}

}  // namespace

TEST_CASE("an account is never overdrawn") {
    const auto result = two_withdrawals([](Account& account) { account.withdraw(80); });
    CHECK_MESSAGE(result.passed, result.text());
}

TEST_CASE("the careless withdrawal is found out, and its interleaving can be replayed") {
    const auto careless = [](Account& account) { account.withdraw_carelessly(80); };
    const auto result = two_withdrawals(careless);
    REQUIRE_FALSE(result.passed);
    CHECK(result.kind == "check-failed");
    const auto again = two_withdrawals(careless, {.schedule = result.schedule});
    CHECK(again.kind == result.kind);
    CHECK(again.message == result.message);
    CHECK(again.interleavings == 1);
}

TEST_CASE("the test program itself stays as it was") {
    static int global = 1;
    const auto result = interleave::explore([] {
        std::thread a([] { ++global; });
        a.join();
        INTERLEAVE_ASSERT(global == 2);
    });
    CHECK_MESSAGE(result.passed, result.text());
    CHECK(global == 1);
}
