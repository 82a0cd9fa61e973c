// check.cpp: what the print shop and the rendezvous must do in every interleaving.
#include "semaphore.hpp"

#include <interleave/interleave.hpp>

#include <stdexcept>
#include <thread>

namespace {

// Three customers come at once. Each is counted on entering the shop; `jobs` is entered and never left.
void three_customers(interleave::Gauge& shop, interleave::Gauge& jobs) {
    const Job job = [&shop, &jobs] {
        interleave::Inside inside(shop);
        jobs.enter();
    };
    std::thread ann([&job] { print_in_shop(job); });
    std::thread bob([&job] { print_in_shop(job); });
    std::thread cem([&job] { print_in_shop(job); });
    ann.join();
    bob.join();
    cem.join();
}

}  // namespace

INTERLEAVED_TEST_CASE("three customers come, and never more than two are in the shop") {
    interleave::Gauge shop;
    interleave::Gauge jobs;
    three_customers(shop, jobs);
    CHECK(shop.most() <= 2);
    CHECK(jobs.now() == 3);
}

SOME_INTERLEAVING_TEST_CASE("two customers can be in the shop at the same time") {
    interleave::Gauge shop;
    const Job job = [&shop] { interleave::Inside inside(shop); };
    std::thread ann([&job] { print_in_shop(job); });
    std::thread bob([&job] { print_in_shop(job); });
    ann.join();
    bob.join();
    if (shop.most() == 2) {
        interleave::reached();
    }
}

INTERLEAVED_TEST_CASE("after two paper jams there is still room for two, not for more") {
    interleave::Gauge jams;
    const Job jam = [&jams] {
        jams.enter();
        throw std::runtime_error("paper jam");
    };
    CHECK_THROWS_AS(print_in_shop(jam), std::runtime_error);
    CHECK_THROWS_AS(print_in_shop(jam), std::runtime_error);
    CHECK(jams.now() == 2);
    interleave::Gauge shop;
    interleave::Gauge jobs;
    three_customers(shop, jobs);
    CHECK(shop.most() <= 2);
    CHECK(jobs.now() == 3);
}

INTERLEAVED_TEST_CASE("neither goes on before the other has come, and the letter is there") {
    interleave::Gauge come;
    int letter = 0;
    std::thread first([&] {
        letter = 6;
        come.enter();
        first_arrives();
        CHECK(come.now() == 2);
    });
    std::thread second([&] {
        come.enter();
        second_arrives();
        CHECK(come.now() == 2);
        CHECK(letter == 6);
    });
    first.join();
    second.join();
}

INTERLEAVED_TEST_CASE("two threads can meet a second time") {
    for (int meeting = 1; meeting <= 2; ++meeting) {
        interleave::Gauge come;
        std::thread first([&] {
            come.enter();
            first_arrives();
            CHECK(come.now() == 2);
        });
        std::thread second([&] {
            come.enter();
            second_arrives();
            CHECK(come.now() == 2);
        });
        first.join();
        second.join();
    }
}
