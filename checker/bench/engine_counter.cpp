// engine_counter.cpp: the exercise of the comparison in unmodified C++: two threads, five locked increments each.
#include <interleave/interleave.hpp>

#include <mutex>
#include <thread>

INTERLEAVED_TEST_CASE("two threads, five locked increments each") {
    std::mutex mutex;
    int counter = 0;
    const auto count = [&] {
        for (int i = 0; i < 5; ++i) {
            std::lock_guard lock(mutex);
            ++counter;
        }
    };
    std::thread first(count);
    std::thread second(count);
    first.join();
    second.join();
    CHECK(counter == 10);
}
