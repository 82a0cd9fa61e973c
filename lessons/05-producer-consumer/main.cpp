// main.cpp: two producers turn half of the alphabet each into numbers; one consumer prints all of them, in order.
#include "producer_consumer.hpp"

#include <memory>
#include <string>
#include <thread>

int main() {
    const std::string alpha = "abcdefghijklmnopqrstuvwxyz";
    std::unique_ptr<OrdinalQueue> queue = make_queue();

    std::thread consumer([&] { consume(*queue); });
    std::thread first([&] { produce(alpha.substr(0, 13), *queue); });
    std::thread second([&] { produce(alpha.substr(13), *queue); });

    first.join();
    second.join();
    queue->close();  // not earlier: now nobody can put any more
    consumer.join();
}
