// check.cpp: what must hold for the priority queue in every interleaving.
#include "priority_queue.hpp"

#include <interleave/interleave.hpp>

#include <algorithm>
#include <chrono>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

using namespace std::chrono_literals;

namespace {

// Data of the entry, or "nothing".
std::string data_of(const std::optional<Entry>& entry) { return entry ? entry->data : "nothing"; }

}  // namespace

INTERLEAVED_TEST_CASE("the lowest priority comes first; of equal priorities, the least data") {
    const std::string most_urgent = "a text that is too long to be stored in the string itself";
    std::unique_ptr<PriorityQueue> queue = make_priority_queue(7);
    queue->put({2, "d"});
    queue->put({2, "a"});
    queue->put({1, "z"});
    queue->put({2, "c"});
    queue->put({std::numeric_limits<int>::min(), most_urgent});
    queue->put({2, "b"});
    queue->put({2, "b"});  // equal entries are two entries
    CHECK(data_of(queue->get()) == most_urgent);
    CHECK(data_of(queue->get()) == "z");
    CHECK(data_of(queue->get()) == "a");
    queue->put({1, "x"});  // more urgent than what has waited longer
    CHECK(data_of(queue->get()) == "x");
    CHECK(data_of(queue->get()) == "b");
    CHECK(data_of(queue->get()) == "b");
    CHECK(data_of(queue->get()) == "c");
    CHECK(data_of(queue->get()) == "d");
}

INTERLEAVED_TEST_CASE("when the time is over, a full queue has taken nothing and an empty one gives nothing") {
    std::unique_ptr<PriorityQueue> queue = make_priority_queue(2);
    CHECK(data_of(queue->get(0ms)) == "nothing");
    const auto empty_since = std::chrono::steady_clock::now();
    CHECK(data_of(queue->get(5ms)) == "nothing");
    CHECK(std::chrono::steady_clock::now() - empty_since >= 5ms);
    const bool empty_too_long = interleave::exploring() && std::chrono::steady_clock::now() - empty_since >= 1s;
    CHECK_FALSE(empty_too_long);  // 5 ms are not 5 s
    const auto free_since = std::chrono::steady_clock::now();
    CHECK(queue->put({2, "b"}, 0ms));
    CHECK(queue->put({1, "a"}, 2s));
    const bool waited = interleave::exploring() && std::chrono::steady_clock::now() - free_since >= 1s;
    CHECK_FALSE(waited);  // there was a place: nothing to wait for
    CHECK_FALSE(queue->put({0, "too many"}, 0ms));
    const auto full_since = std::chrono::steady_clock::now();
    CHECK_FALSE(queue->put({0, "too many"}, 5ms));
    CHECK(std::chrono::steady_clock::now() - full_since >= 5ms);
    CHECK(data_of(queue->get(0ms)) == "a");
    CHECK(data_of(queue->get(5ms)) == "b");
    CHECK(data_of(queue->get(0ms)) == "nothing");
}

INTERLEAVED_TEST_CASE("who waits for an entry is blocked: it does not look again and again") {
    std::unique_ptr<PriorityQueue> queue = make_priority_queue(1);
    std::thread getter([&] { queue->get(); });
    interleave::settle();  // until the getter cannot go on by itself
    queue->put({1, "a"}, 0ms);
    getter.join();
}

INTERLEAVED_TEST_CASE("who waits for a place is blocked: it does not look again and again") {
    std::unique_ptr<PriorityQueue> queue = make_priority_queue(1);
    queue->put({1, "a"});
    std::thread putter([&] { queue->put({2, "b"}); });
    interleave::settle();
    queue->get(0ms);
    putter.join();
}

INTERLEAVED_TEST_CASE("two threads wait for entries, two entries come: each gets one") {
    std::unique_ptr<PriorityQueue> queue = make_priority_queue(2);
    std::string one;
    std::string other;
    std::thread first([&] { one = data_of(queue->get()); });
    std::thread second([&] { other = data_of(queue->get()); });
    CHECK(queue->put({1, "a"}));
    CHECK(queue->put({2, "b"}));
    first.join();
    second.join();
    CHECK(std::min(one, other) == "a");
    CHECK(std::max(one, other) == "b");
}

INTERLEAVED_TEST_CASE("two threads wait for a place, two places become free: each gets one, but not earlier") {
    std::unique_ptr<PriorityQueue> queue = make_priority_queue(2);
    queue->put({3, "c"});
    queue->put({4, "d"});
    bool one = false;
    bool other = false;
    std::thread first([&] { one = queue->put({1, "a"}); });
    std::thread second([&] { other = queue->put({2, "b"}); });
    CHECK(data_of(queue->get()) == "c");  // nothing more urgent has got in: there was no place
    std::vector<std::string> rest = {data_of(queue->get())};
    first.join();
    second.join();
    CHECK(one);
    CHECK(other);
    rest.push_back(data_of(queue->get()));
    rest.push_back(data_of(queue->get()));
    std::sort(rest.begin(), rest.end());
    CHECK(rest[0] == "a");
    CHECK(rest[1] == "b");
    CHECK(rest[2] == "d");
}

INTERLEAVED_TEST_CASE("who waits for entries and who waits for a place are both woken") {
    std::unique_ptr<PriorityQueue> queue = make_priority_queue(1);
    std::string one;
    std::string other;
    std::thread first([&] { one = data_of(queue->get()); });
    std::thread second([&] { other = data_of(queue->get()); });
    CHECK(queue->put({1, "a"}));
    CHECK(queue->put({2, "b"}));
    first.join();
    second.join();
    CHECK(std::min(one, other) == "a");
    CHECK(std::max(one, other) == "b");
}

INTERLEAVED_TEST_CASE("a getter whose time runs out takes nothing; otherwise it takes its entry from the queue") {
    std::unique_ptr<PriorityQueue> queue = make_priority_queue(2);
    std::string taken;
    std::thread impatient([&] { taken = data_of(queue->get(5ms)); });
    CHECK(queue->put({1, "a"}, 5ms));
    impatient.join();
    CHECK(queue->put({9, "last"}));
    std::string left = data_of(queue->get());
    CHECK((taken == "a" || taken == "nothing"));
    const std::string expected = taken == "a" ? "last" : "a";
    CHECK(left == expected);
}

INTERLEAVED_TEST_CASE("a putter whose time runs out adds nothing; otherwise its entry is in the queue") {
    std::unique_ptr<PriorityQueue> queue = make_priority_queue(2);
    queue->put({1, "a"});
    queue->put({2, "b"});
    bool put = false;
    std::thread impatient([&] { put = queue->put({3, "c"}, 5ms); });
    CHECK(data_of(queue->get()) == "a");
    impatient.join();
    CHECK(data_of(queue->get()) == "b");
    CHECK(queue->put({9, "last"}));
    const std::string expected = put ? "c" : "last";
    CHECK(data_of(queue->get()) == expected);
}

INTERLEAVED_TEST_CASE("put and get with 0 ms at the same time: each finds the queue before or after the other") {
    std::unique_ptr<PriorityQueue> queue = make_priority_queue(1);
    queue->put({1, "a"});
    bool put = false;
    std::thread impatient([&] { put = queue->put({2, "b"}, 0ms); });
    CHECK(data_of(queue->get()) == "a");
    const std::string taken = data_of(queue->get(0ms));
    impatient.join();
    CHECK((taken == "nothing" || (put && taken == "b")));
    const std::string expected = put && taken == "nothing" ? "b" : "nothing";
    CHECK(data_of(queue->get(0ms)) == expected);
}

INTERLEAVED_TEST_CASE("two threads put with 0 ms into one place, then two get with 0 ms: one of them each time") {
    std::unique_ptr<PriorityQueue> queue = make_priority_queue(1);
    bool one = false;
    std::thread putter([&] { one = queue->put({1, "a"}, 0ms); });
    const bool other = queue->put({1, "a"}, 0ms);
    putter.join();
    CHECK(one != other);
    std::string taken;
    std::thread getter([&] { taken = data_of(queue->get(0ms)); });
    const std::string rest = data_of(queue->get(0ms));
    getter.join();
    CHECK(std::min(taken, rest) == "a");
    CHECK(std::max(taken, rest) == "nothing");
}
