// check.cpp: what the print shop and the rendezvous must do in every interleaving.
#include "semaphore.hpp"

#include <interleave/interleave.hpp>

#include <atomic>
#include <thread>

namespace {

// What a job throws: an exception of any type must free the place.
struct PaperJam {};

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

SOME_INTERLEAVING_TEST_CASE("while one stays in the shop, the others can come in one after the other") {
    interleave::Gauge done;
    const Job job = [&done] { done.enter(); };
    std::thread bob;
    std::thread cem;
    print_in_shop([&] {
        bob = std::thread([&job] { print_in_shop(job); });
        cem = std::thread([&job] { print_in_shop(job); });
        interleave::point();
        if (done.now() == 2) {
            interleave::reached();
        }
    });
    bob.join();
    cem.join();
}

INTERLEAVED_TEST_CASE("after two paper jams there is still room for two, not for more") {
    interleave::Gauge jams;
    const Job jam = [&jams] {
        jams.enter();
        throw PaperJam{};
    };
    CHECK_THROWS_AS(print_in_shop(jam), PaperJam);
    CHECK_THROWS_AS(print_in_shop(jam), PaperJam);
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

INTERLEAVED_TEST_CASE("what the second did before it came, the first can see") {
    interleave::Gauge come;
    std::atomic<int> answer{0};  // relaxed: who is not ordered after the store may still see 0
    std::thread second([&] {
        answer.store(7, std::memory_order_relaxed);
        come.enter();
        second_arrives();
    });
    first_arrives();
    if (come.now() == 1) {
        CHECK(answer.load(std::memory_order_relaxed) == 7);
    }
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
