// check.cpp: what must hold for transfer() and total() in every interleaving.
#include "deadlock.hpp"

#include <interleave/interleave.hpp>

#include <thread>

INTERLEAVED_TEST_CASE("transfers in opposite directions both end, and no money is lost") {
    Account a(1, 100);
    Account b(7, 100);  // numbers with the same remainder: any two must have an order
    interleave::name(a.mutex, "account a");
    interleave::name(b.mutex, "account b");

    std::thread there([&] { transfer(a, b, 30); });
    std::thread back([&] { transfer(b, a, 10); });
    there.join();
    back.join();

    CHECK(a.balance() == 80);
    CHECK(b.balance() == 120);
}

INTERLEAVED_TEST_CASE("a transfer from an account to itself ends and changes nothing") {
    Account a(1, 100);
    Account b(2, 100);
    interleave::name(a.mutex, "account a");
    interleave::name(b.mutex, "account b");

    transfer(a, a, 40);
    CHECK(a.balance() == 100);
    transfer(a, b, 10);  // account 1 must be free again
    CHECK(a.balance() == 90);
    CHECK(b.balance() == 110);
}

INTERLEAVED_TEST_CASE("transfers in a circle all end, and one to itself among them") {
    Account a(3, 100);
    Account b(1, 100);
    Account c(2, 100);
    interleave::name(a.mutex, "account a");
    interleave::name(b.mutex, "account b");
    interleave::name(c.mutex, "account c");

    std::thread first([&] { transfer(a, b, 10); });
    std::thread second([&] {
        transfer(b, c, 20);
        transfer(c, c, 5);
    });
    transfer(c, a, 30);
    first.join();
    second.join();

    CHECK(a.balance() == 120);
    CHECK(b.balance() == 90);
    CHECK(c.balance() == 90);
}

INTERLEAVED_TEST_CASE("no money is missing while a transfer is on its way") {
    Account a(1, 100);
    Account b(2, 100);
    interleave::name(a.mutex, "account a");
    interleave::name(b.mutex, "account b");

    std::thread mover([&] { transfer(a, b, 30); });
    CHECK(total(a, b) == 200);
    CHECK(total(b, a) == 200);
    mover.join();
    CHECK(total(a, b) == 200);
}

INTERLEAVED_TEST_CASE("no money is there twice when it comes back at once") {
    Account a(1, 100);
    Account b(2, 100);
    interleave::name(a.mutex, "account a");
    interleave::name(b.mutex, "account b");

    std::thread mover([&] {
        transfer(a, b, 30);
        transfer(b, a, 30);  // each balance is what it was, but not in between
    });
    CHECK(total(a, b) == 200);
    mover.join();
}

INTERLEAVED_TEST_CASE("two totals of the same accounts, named in opposite order, both end") {
    Account a(1, 100);
    Account b(2, 100);
    interleave::name(a.mutex, "account a");
    interleave::name(b.mutex, "account b");

    std::thread other([&] { CHECK(total(a, b) == 200); });
    CHECK(total(b, a) == 200);
    other.join();
}

SOME_INTERLEAVING_TEST_CASE("transfers between different accounts can run at the same time") {
    Account a(1, 100);
    Account b(2, 100);
    Account c(3, 100);
    Account d(4, 100);
    interleave::Gauge inside;
    a.set_auditor([&] { interleave::Inside now(inside); });
    c.set_auditor([&] { interleave::Inside now(inside); });

    std::thread first([&] { transfer(a, b, 30); });
    std::thread second([&] { transfer(c, d, 30); });
    first.join();
    second.join();

    if (inside.most() == 2) {
        interleave::reached();
    }
    CHECK(a.balance() + c.balance() == 140);
    CHECK(b.balance() + d.balance() == 260);
}
