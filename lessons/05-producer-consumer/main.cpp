// main.cpp: two producers turn two letters each into numbers; one consumer prints all of them, in order.
#include "producer_consumer.hpp"

#include <memory>
#include <thread>

int main() {
    std::unique_ptr<OrdinalQueue> queue = make_queue();

    std::thread consumer([&] { consume(*queue); });
    std::thread first([&] { produce("ac", *queue); });
    std::thread second([&] { produce("bd", *queue); });

    first.join();
    second.join();
    queue->close();  // not earlier: now nobody can put any more
    consumer.join();
}
