// check.cpp: what must hold for the queue, the producers and the numbers in every interleaving.
#include "producer_consumer.hpp"

#include <interleave/interleave.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <thread>

namespace {

// The letter, or "end" for the end of the stream.
std::string letter_of(const std::optional<Ordinal>& taken) { return taken ? std::string(1, taken->letter) : "end"; }

// Takes letters until the end of the stream.
std::string take_all(OrdinalQueue& queue) {
    std::string letters;
    while (std::optional<Ordinal> taken = queue.get()) {
        letters += taken->letter;
    }
    return letters;
}

std::string sorted(std::string letters) {
    std::sort(letters.begin(), letters.end());
    return letters;
}

}  // namespace

INTERLEAVED_TEST_CASE("letters come out in the order they were put; after close, what is left, then the end") {
    std::unique_ptr<OrdinalQueue> queue = make_queue();
    queue->put({'x', 120});
    queue->put({'a', 97});
    queue->put({'m', 109});
    CHECK(letter_of(queue->get()) == "x");
    queue->close();
    CHECK(letter_of(queue->get()) == "a");
    CHECK(letter_of(queue->get()) == "m");
    CHECK(letter_of(queue->get()) == "end");
    queue->close();
    CHECK(letter_of(queue->get()) == "end");
}

INTERLEAVED_TEST_CASE("ord counts from 0 to 255, and a producer puts the letter with its number") {
    CHECK(ord('a') == 97);
    CHECK(ord('\0') == 0);
    CHECK(ord('\xff') == 255);

    std::unique_ptr<OrdinalQueue> queue = make_queue();
    produce(std::string("z\0\xe9", 3), *queue);  // a zero is a letter like any other
    std::optional<Ordinal> first = queue->get();
    REQUIRE(first.has_value());
    CHECK(first->letter == 'z');
    CHECK(first->number == 122);
    std::optional<Ordinal> second = queue->get();
    REQUIRE(second.has_value());
    CHECK(second->number == 0);
    std::optional<Ordinal> third = queue->get();
    REQUIRE(third.has_value());
    CHECK(third->letter == '\xe9');
    CHECK(third->number == 233);
}

INTERLEAVED_TEST_CASE("many letters can wait in the queue") {
    std::unique_ptr<OrdinalQueue> queue = make_queue();
    for (int i = 0; i < 60; ++i) {
        queue->put({'a', i});
    }
    queue->close();
    int next = 0;
    while (std::optional<Ordinal> taken = queue->get()) {
        CHECK(taken->number == next++);
    }
    CHECK(next == 60);
}

INTERLEAVED_TEST_CASE("two queues have nothing in common, and each consumer prints its own letters by their numbers") {
    std::unique_ptr<OrdinalQueue> queue = make_queue();
    std::unique_ptr<OrdinalQueue> empty = make_queue();
    produce("\xe9z", *queue);
    queue->close();
    empty->close();
    std::thread first([&] { consume(*queue); });
    std::thread second([&] { consume(*empty); });
    first.join();
    second.join();
    CHECK(interleave::output() == "z 122\n\xe9 233\n");
}

INTERLEAVED_TEST_CASE("a consumer waits for letters that come later, and ends after close") {
    std::unique_ptr<OrdinalQueue> queue = make_queue();
    std::string taken;
    std::thread consumer([&] { taken = take_all(*queue); });
    queue->put({'a', 97});
    queue->put({'b', 98});
    queue->close();
    consumer.join();
    CHECK(taken == "ab");
}

INTERLEAVED_TEST_CASE("a consumer that waits is blocked: it does not look again and again") {
    std::unique_ptr<OrdinalQueue> queue = make_queue();
    std::thread consumer([&] { queue->get(); });
    interleave::settle();  // until the consumer cannot go on by itself
    queue->put({'a', 97});
    consumer.join();
}

INTERLEAVED_TEST_CASE("two consumers wait, two letters come: each consumer gets one") {
    std::unique_ptr<OrdinalQueue> queue = make_queue();
    std::string one;
    std::string other;
    std::thread first([&] { one = letter_of(queue->get()); });
    std::thread second([&] { other = letter_of(queue->get()); });
    queue->put({'a', 97});
    queue->put({'b', 98});
    first.join();
    second.join();
    CHECK(std::min(one, other) == "a");
    CHECK(std::max(one, other) == "b");
}

INTERLEAVED_TEST_CASE("close ends the waiting of every consumer") {
    std::unique_ptr<OrdinalQueue> queue = make_queue();
    std::string one;
    std::string other;
    std::thread first([&] { one = letter_of(queue->get()); });
    std::thread second([&] { other = letter_of(queue->get()); });
    queue->close();
    first.join();
    second.join();
    CHECK(one == "end");
    CHECK(other == "end");
}

INTERLEAVED_TEST_CASE("two producers, one consumer: the first producer to finish does not end the stream") {
    std::unique_ptr<OrdinalQueue> queue = make_queue();
    std::string taken;
    std::thread consumer([&] { taken = take_all(*queue); });
    std::thread producer([&] { produce("ab", *queue); });
    produce("yz", *queue);
    producer.join();
    queue->close();
    consumer.join();
    CHECK(sorted(taken) == "abyz");
    CHECK(taken.find('a') < taken.find('b'));
    CHECK(taken.find('y') < taken.find('z'));
}
