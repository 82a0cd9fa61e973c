// account_test.cpp: tests with GoogleTest that hold in every interleaving.
#include <gtest/gtest.h>

#include <interleave/explore.hpp>

#include "account.hpp"

#include <thread>

namespace {

// EXPECT and ASSERT count inside of explored code, too.
const interleave::Options with_expectations{.failed = [] { return ::testing::Test::HasFailure(); }};

void withdraw_twice(bool (Account::*withdraw)(int)) {
    Account account;
    account.deposit(100);
    std::thread a([&] { (account.*withdraw)(80); }), b([&] { (account.*withdraw)(80); });
    a.join();
    b.join();
    EXPECT_GE(account.balance(), 0);
}

}  // namespace

TEST(Account, IsNeverOverdrawn) {
    const auto result = interleave::explore(with_expectations, [] { withdraw_twice(&Account::withdraw); });
    EXPECT_TRUE(result.passed) << result.text();
    EXPECT_TRUE(result.complete);
}

TEST(Account, CarelessWithdrawalIsFoundOut) {
    const auto result = interleave::explore(with_expectations, [] { withdraw_twice(&Account::withdraw_carelessly); });
    EXPECT_FALSE(result.passed);
    EXPECT_EQ(result.kind, "check-failed");
    EXPECT_FALSE(result.schedule.empty());
}

TEST(Account, DataRaceIsFoundAlthoughTheSumIsRight) {
    const auto result = interleave::explore([] {
        int visits = 0;
        std::thread a([&] { ++visits; }), b([&] { ++visits; });
        a.join();
        b.join();
    });
    EXPECT_EQ(result.kind, "data-race") << result.text();
}
