// cases.cpp: one case for each thing that can come out of a native run; native_runner.cpp says what it must be.
#include <interleave/interleave.hpp>

#include <unistd.h>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <latch>
#include <mutex>
#include <new>
#include <stdexcept>
#include <string>
#include <thread>

using namespace std::chrono_literals;

INTERLEAVED_TEST_CASE("passes") {
    int sum = 0;
    std::mutex mutex;
    std::jthread other([&] {
        std::lock_guard lock(mutex);
        ++sum;
    });
    other.join();
    CHECK(sum == 1);
}

INTERLEAVED_TEST_CASE("check in a thread") {
    std::thread([] { CHECK(1 + 1 == 3); }).join();
    CHECK(2 == 4);
}

INTERLEAVED_TEST_CASE("require in a thread") {
    std::thread([] { REQUIRE(std::string("a") == "b"); }).join();
}

INTERLEAVED_TEST_CASE("throws") { throw std::runtime_error("no money"); }

INTERLEAVED_TEST_CASE("throws in a thread") {
    std::thread([] { throw std::logic_error("lost"); }).join();
}

INTERLEAVED_TEST_CASE("joinable destroyed") {
    std::latch never(1);
    std::thread waits([&] { never.wait(); });
}

INTERLEAVED_TEST_CASE("segmentation fault") { std::raise(SIGSEGV); }
INTERLEAVED_TEST_CASE("aborts") { std::abort(); }
INTERLEAVED_TEST_CASE("exits") { std::exit(3); }
INTERLEAVED_TEST_CASE("out of memory") { throw std::bad_alloc(); }

INTERLEAVED_TEST_CASE("hangs") {
    std::mutex mutex;
    mutex.lock();
    std::thread([&] { mutex.lock(); }).join();
}

INTERLEAVED_TEST_CASE("spins") {
    for (volatile bool forever = true; forever;) {
    }
}

INTERLEAVED_TEST_CASE("leaves a thread") {
    std::thread([] { std::this_thread::sleep_for(1h); }).detach();
}

INTERLEAVED_TEST_CASE("detached but awaited") {
    auto* done = new std::latch(1);
    std::thread([done] {
        done->count_down();
        std::this_thread::sleep_for(20ms);
    }).detach();
    done->wait();
}

INTERLEAVED_TEST_CASE("floods") {
    for (;;) std::puts("water");
}

INTERLEAVED_TEST_CASE("prints") {
    std::cout << "one\n";
    std::printf("two");
    CHECK(interleave::output() == "one\ntwo");
}

INTERLEAVED_TEST_CASE("forks") {
    if (fork() == 0) {
        CHECK(false);
        return;
    }
}

SOME_INTERLEAVING_TEST_CASE("meets") {
    interleave::Gauge gauge;
    std::thread other([&] { interleave::Inside inside(gauge); });
    {
        interleave::Inside inside(gauge);
    }
    other.join();
    CHECK(gauge.now() == 0);
    CHECK(gauge.most() >= 1);
    interleave::point();
    interleave::reached();
}

SOME_INTERLEAVING_TEST_CASE("never meets") {}

TEST_CASE("plain") { CHECK(!interleave::exploring()); }
TEST_CASE("plain, fails") { FAIL("on purpose"); }

INTERLEAVED_TEST_CASE("runs the program") {
    const char* const arguments[] = {"x", "y"};
    CHECK(interleave::run_program(2, arguments) == 2);
    CHECK(interleave::output() == "3 arguments\n");
}
